/// Gathers what speaks for and against a span from the span itself and the words around it.
#pragma once

#include <cstdint>
#include <vector>

#include "page.h"
#include "reasons.h"
#include "spans.h"

namespace dateline::organizations {

class Gatherer {
public:
    Gatherer(const Page& page, std::vector<Given>& reasons) : page_(page), words_(page.words()), reasons_(reasons) {}

    /// Appends the span's reasons and notes in it where they are and what they come to.
    void explain(Span& span);

private:
    void say(Reason reason, std::uint32_t first = 0, std::uint32_t end = 0) { reasons_.push_back({reason, first, end}); }
    void say_if(bool holds, Reason reason) {
        if (holds) {
            reasons_.push_back({reason, 0, 0});
        }
    }

    // form.cpp: what it is made of
    void form(const Span& span);
    void length(const Span& span);
    void listed(const Span& span);
    void last_word(const Span& span);
    void first_word(const Span& span);
    void words_inside(const Span& span);
    void joints(const Span& span);
    bool has_inner_possessive(const Span& span) const;
    bool joins_only_words(const Span& span) const;
    bool ends_with_joined_place(const Span& span) const;
    bool is_firm(const Span& span) const;
    void single_word(const Span& span);
    void persons(const Span& span);

    // edges.cpp: where it begins and ends
    void edges(Span& span);
    bool continues(const Span& span, std::uint32_t token) const;
    void edge_before(const Span& span);
    Reason words_after(const Span& span) const;
    void edge_after(const Span& span);

    // context.cpp: what stands around it
    void before(const Span& span);
    void before_mark(const Span& span, std::uint32_t token);
    void before_preposition(const Span& span, std::uint32_t token);
    void before_word(const Span& span, std::uint32_t token);
    void line(const Span& span);
    void after(const Span& span);
    void after_mark(const Span& span);
    void after_word(const Span& span);
    void after_parenthesis(const Span& span);
    void apposition(const Span& span, std::uint32_t token);
    bool is_field(const Span& span) const;
    bool opens_document(std::uint32_t token) const;
    bool begins_sentence(std::uint32_t token) const;

    const Page& page_;
    const Words& words_;
    std::vector<Given>& reasons_;
};

}  // namespace dateline::organizations
