/// Which decided names are other names of one person.
#pragma once

#include <cstdint>
#include <vector>

#include "namesakes.h"

namespace dateline::people {

class Links {
public:
    Links(const Document& document, const Reasons& reasons, const std::vector<Part>& parts, const std::vector<Span>& spans)
        : document_(document), reasons_(reasons), parts_(parts), spans_(spans) {}

    /// A link for each shorter name of `decided` (indexes of accepted spans, in text order), unless two people could bear it.
    void add(std::vector<std::uint32_t>& decided, Namesakes& namesakes, Output& output) const;

private:
    const Bearer* bearer(const Span& name, const Namesakes& namesakes) const;
    bool one_person(const Bearer& a, const Bearer& b) const;
    void add(const Span& name, const Bearer& bearer, Output& output) const;
    std::uint64_t key(const Span& name) const;
    std::uint64_t hash(const Span& name) const;
    std::uint64_t sound(const Span& name) const;
    void add_spellings(const std::vector<std::uint32_t>& decided, Output& output) const;
    void keep_first_of_each(std::vector<std::uint32_t>& decided) const;

    const Document& document_;
    const Reasons& reasons_;
    const std::vector<Part>& parts_;
    const std::vector<Span>& spans_;
};

}  // namespace dateline::people
