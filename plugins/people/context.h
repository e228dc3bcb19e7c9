/// What stands around a name.
#pragma once

#include <cstdint>
#include <vector>

#include "reasons.h"
#include "spans.h"

namespace dateline::people {

class Context {
public:
    Context(const Document& document, const Words& words, const Reasons& reasons, const std::vector<Part>& parts)
        : document_(document), words_(words), reasons_(reasons), parts_(parts), count_(document.tokens().size()) {}

    void explain(const Span& span, Candidate& candidate) const;
    Setting setting(const Span& span) const;
    /// Whether a title or honorific stands directly before: enough to look at a lone word that no list knows.
    bool after_title(const Span& span) const;
    /// Whether someone is said to speak there: enough too.
    bool beside_speech(const Span& span) const;

private:
    void before(std::size_t first, const Span& span, Candidate& candidate) const;
    bool in_run(const Span& span) const;
    bool is_heading_word(const Span& span, const Part& next) const;
    void after(std::size_t end, const Span& span, Candidate& candidate) const;
    void after_comma(std::size_t token, Candidate& candidate) const;
    void place(std::size_t first, std::size_t end, Candidate& candidate) const;
    void because(Candidate& candidate, Reason reason, std::size_t token) const;

    bool in(std::size_t token, std::uint64_t mask) const { return token < count_ && (document_.lists(token) & mask) != 0; }
    bool is(std::size_t token, std::uint32_t flags) const { return token < count_ && document_.is(token, flags); }
    bool begins_line(std::size_t token) const { return token >= count_ || is(token, DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START); }
    bool mark(std::size_t token, std::string_view mark) const;
    std::size_t title_within(std::size_t token, std::size_t most) const;
    std::size_t token_before(std::size_t first) const;

    const Document& document_;
    const Words& words_;
    const Reasons& reasons_;
    const std::vector<Part>& parts_;
    std::size_t count_;
};

}  // namespace dateline::people
