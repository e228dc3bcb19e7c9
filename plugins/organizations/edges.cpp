#include <algorithm>

#include "gatherer.h"

namespace dateline::organizations {

void Gatherer::edges(Span& span) {
    const std::size_t before = reasons_.size();
    if (span.first > 0 && page_.same_sentence(span.first - 1, span.first)) {
        edge_before(span);
    }
    if (page_.same_sentence(span.end, span.first)) {
        edge_after(span);
    }
    span.complete = reasons_.size() == before;
    say_if(span.complete, Reason::complete);
}

// Whether a capitalised word beside the span is one of its name's: ordinary words of headlines are not, nor the same name again ("About Acme Acme
// makes").
bool Gatherer::continues(const Span& span, std::uint32_t token) const {
    if (!page_.is_name(token) || page_.in(token, words_.function | words_.headline)) {
        return false;
    }
    const std::uint32_t length = span.end - span.first, again = token == span.end ? token : span.first - std::min(length, span.first);
    if (page_.document().tokens()[again].hash == page_.document().tokens()[span.first].hash) {
        return false;
    }
    return span.style == Style::plain || !page_.in(token, words_.common) || page_.in(token, words_.heads);
}

// A name right before, or one that a small word joins: then the span may be the rest of a longer name.
void Gatherer::edge_before(const Span& span) {
    const std::uint32_t token = span.first - 1;
    if (page_.is_line_start(span.first)) {
        return;
    }
    if (page_.is_name(token)) {
        say_if(continues(span, token) && !page_.in(token, words_.title | words_.calendar), Reason::name_before);
        return;
    }
    if (page_.at(token, '-') && (page_.is_joined(token) || page_.is_joined(span.first))) {
        say(Reason::hyphen_before);
        return;
    }
    if (page_.at(token, '&') && token > 0 && page_.is_name(token - 1)) {
        say(Reason::name_before);
        return;
    }
    if (token == 0 || !page_.same_sentence(token - 1, token)) {
        return;
    }
    if (page_.is_possessive(token)) {
        if (page_.is_name(token - 1)) {
            say(page_.is_inner_possessive(token) ? Reason::owner_before : Reason::possessive_before);
        }
        return;
    }
    if (page_.folded(token) == "and" && page_.is_name(token - 1)) {
        say(page_.joins_words(token) ? Reason::words_before : Reason::and_before);
    } else if (page_.at(token, ',')) {
        say_if(page_.joins_words(token), Reason::words_before);
    }
    const bool article = page_.folded(token) == "the";
    const std::uint32_t joint = article ? token - 1 : token;
    const bool of = page_.folded(joint) == "of" || page_.folded(joint) == "for";
    if (of && joint > 0 && page_.is_name(joint - 1) && page_.in(joint - 1, words_.head | words_.head_weak | words_.head_of)) {
        say(article ? Reason::joint_the_before : Reason::joint_before);
    }
}

// Ministry of Marine Affairs, before "and Fisheries", is cut short; Harbour Affairs need not be.
Reason Gatherer::words_after(const Span& span) const {
    return (span.joints & (bit(Joint::of) | bit(Joint::for_))) != 0 ? Reason::words_after_body : Reason::words_after;
}

void Gatherer::edge_after(const Span& span) {
    const std::uint32_t token = span.end;
    if (page_.is_line_start(token)) {
        return;
    }
    const bool comma = page_.at(token, ',');
    if (page_.mark(token).legal_form != 0 || (comma && page_.mark(token + 1).legal_form != 0)) {
        say(Reason::legal_form_after);
        return;
    }
    if (page_.is_name(token)) {
        say_if(continues(span, token) && !page_.in(token, words_.title), Reason::name_after);
        return;
    }
    const bool next_name = page_.is_name(token + 1) && !page_.in(token + 1, words_.function);
    if (page_.is_possessive(token)) {
        if (next_name) {
            say(page_.is_inner_possessive(token) ? Reason::owner_after : Reason::possessive_name_after);
        }
    } else if (comma) {
        say_if(next_name && page_.joins_words(token), words_after(span));
    } else if (page_.at(token, '-') && page_.is_joined(token)) {
        say(Reason::hyphen_after);
    } else if (page_.at(token, '&') && next_name) {
        say(Reason::name_after);
    } else if (page_.at(token, '.') && page_.is_joined(token) && page_.is_joined(token + 1)) {
        say(Reason::dot_after);
    } else if (page_.is(token, DATELINE_TOKEN_LOWER)) {
        const bool behind_the = page_.folded(token + 1) == "the" && page_.is_name(token + 2);
        const std::string_view word = page_.folded(token);
        if (word == "of") {
            say_if(next_name || behind_the, Reason::of_after);
        } else if (word == "and") {
            if (next_name) {
                say(page_.joins_words(token) ? words_after(span) : Reason::and_after);
            }
        } else if (word == "for") {
            say_if(next_name || behind_the, Reason::for_after);
        } else {
            say_if(next_name && page_.in(token, words_.joiner), Reason::joint_after);
        }
    }
}

}  // namespace dateline::organizations
