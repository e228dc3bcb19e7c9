/// Runs of capitalised words, cut into the parts that a name may be made of.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/plugin.hpp"
#include "words.h"

namespace dateline::people {

/// One word of a run with what belongs to it: a hyphenated word, a nickname with its quotation marks, a suffix with its comma.
struct Part {
    std::uint32_t first, end;  ///< tokens
    std::uint32_t kind;        ///< kind::Bits
    std::uint32_t cut = 0;     ///< the byte at which two words seem to be glued together ("DoeDirector"); 0 for none

    bool is(std::uint32_t bits) const { return (kind & bits) != 0; }
    /// Whether it may stand in a name at all.
    bool can_name() const { return is(kind::name_form) || !is(kind::something_else & ~kind::rare_word); }
};

/// Walks over a document's runs. A run stays within its line and sentence; its parts are neighbours.
class Runs {
public:
    Runs(const Document& document, const Words& words) : document_(document), words_(words), count_(document.tokens().size()) {}

    /// Appends the parts of the next run; false at the end of the text.
    bool next(std::vector<Part>& parts);

private:
    bool is_capital_word(std::size_t token) const;
    bool is_gap(std::size_t token) const;
    bool continues(std::size_t token) const;
    bool is_mark(std::size_t token, char mark) const;
    std::size_t hyphenated_end(std::size_t first, std::uint32_t& bits) const;
    void add_leading_particles(std::vector<Part>& parts) const;
    bool takes_stop(std::size_t first, std::uint32_t bits) const;
    std::uint32_t cut_of(std::size_t token, std::uint32_t bits) const;
    bool are_letters(std::size_t first, std::uint32_t bits, const std::vector<Part>& parts) const;
    void add_word(std::vector<Part>& parts);
    bool add_particles(std::vector<Part>& parts);
    bool add_nickname(std::vector<Part>& parts);
    bool add_suffix(std::vector<Part>& parts);

    const Document& document_;
    const Words& words_;
    std::size_t count_;
    std::size_t at_ = 0;
};

}  // namespace dateline::people
