/// Spans of a sentence that may be names of bodies: pieces, joined pieces, and parts of them where a name may begin or end inside.
#pragma once

#include <cstdint>
#include <vector>

#include "page.h"
#include "runs.h"

namespace dateline::organizations {

struct Span {
    std::uint32_t first = 0, end = 0;  ///< tokens
    std::uint32_t core_end = 0;        ///< the same without the legal form
    std::uint32_t first_reason = 0;    ///< in the reasons of the document
    std::uint32_t reason_count = 0;
    std::uint32_t handle = DATELINE_NONE;  ///< when it has been submitted
    std::uint64_t name = 0;                ///< hash of [first, core_end)
    std::int32_t points = 0;               ///< how much its own reasons say for a body, roughly
    std::uint16_t joints = 0;              ///< bits of Joint: which of them it holds
    Style style = Style::plain;
    bool complete = false;       ///< no other name joins it
    bool from_document = false;  ///< found as the name of a body that stands elsewhere in the document
};

constexpr std::uint16_t bit(Joint joint) { return static_cast<std::uint16_t>(1u << static_cast<unsigned>(joint)); }

/// Fills in end of core and hash.
void complete(const Page& page, Span& span);

class SpanFinder {
public:
    explicit SpanFinder(const Page& page) : page_(page), runs_(page) {}

    /// Appends the spans of the sentence of tokens [first, end), by first token.
    void find(std::uint32_t first, std::uint32_t end, std::vector<Span>& spans);
    Style style(std::uint32_t first, std::uint32_t end) const;

private:
    struct Cuts {
        std::uint32_t at[6];
        std::uint32_t count = 0;
        void add(std::uint32_t token) {
            if (count < 6) {
                at[count++] = token;
            }
        }
    };

    Cuts starts(const Piece& piece) const;
    Cuts ends(const Piece& piece) const;
    bool cuts_behind(std::uint32_t token, const Piece& piece) const;
    bool cuts_before(std::uint32_t token, const Piece& piece) const;
    bool is_brand(std::uint32_t token) const;
    bool inside_legal_form(std::uint32_t token) const;
    bool is_local(std::uint32_t first, std::uint32_t end) const;
    bool is_firm(std::size_t first_piece, std::size_t last_piece, std::uint32_t end) const;
    std::uint32_t behind_branch(std::uint32_t token) const;
    std::uint32_t behind_number(const Piece& piece) const;
    bool has_head_behind_possessive(std::size_t first_piece, std::size_t last_piece) const;
    bool shares_head(std::size_t first_piece, std::size_t last_piece, std::uint16_t joints) const;
    bool is_other_thing(std::uint32_t first, std::uint32_t end) const;
    bool acts(std::uint32_t token) const;
    bool is_common(std::uint32_t token) const;
    bool joins(std::size_t first_piece, std::size_t last_piece, std::uint16_t joints, std::uint32_t end) const;
    bool has(std::uint32_t first, std::uint32_t end, std::uint64_t mask) const;
    bool follows_its_number(const Span& span) const;
    void add(std::uint32_t first, std::uint32_t end, std::uint16_t joints, std::vector<Span>& spans) const;
    void from_heading(std::uint32_t first, std::uint32_t end, std::vector<Span>& spans) const;
    void from_piece(std::size_t piece, std::vector<Span>& spans) const;

    const Page& page_;
    RunFinder runs_;
    std::vector<Piece> pieces_, inner_;
    Style style_ = Style::plain;
    std::uint32_t sentence_first_ = 0;
};

}  // namespace dateline::organizations
