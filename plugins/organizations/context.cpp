#include "gatherer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::organizations {
namespace {

constexpr std::uint32_t apposition_reach = 10;    // words of ", a leading provider" before it is too far
constexpr std::uint32_t early = 300;              // tokens of headline and date line
constexpr std::uint32_t longest_short_name = 8;   // bytes of an abbreviation in parentheses

constexpr std::array<std::pair<std::string_view, Reason>, 11> prepositions{{
    {"at", Reason::after_at}, {"by", Reason::after_by}, {"with", Reason::after_with}, {"from", Reason::after_from}, {"in", Reason::after_in},
    {"of", Reason::after_of}, {"for", Reason::after_for}, {"to", Reason::after_to}, {"and", Reason::after_and}, {"or", Reason::after_and},
    {"on", Reason::after_in}}};

}  // namespace

bool Gatherer::begins_sentence(std::uint32_t token) const {
    return page_.is(token, DATELINE_TOKEN_SENTENCE_START) || page_.is_line_start(token);
}

void Gatherer::before(const Span& span) {
    line(span);
    std::uint32_t at = span.first;
    say_if(opens_document(at), Reason::opens_document);
    if (begins_sentence(at)) {
        say(Reason::sentence_start);
        return;
    }
    std::uint32_t token = at - 1;
    if (page_.folded(token) == "the") {
        say(Reason::the_before);
        if (begins_sentence(token)) {
            return;
        }
        at = token--;
    } else if (page_.folded(token) == "a" || page_.folded(token) == "an") {
        say(Reason::a_before);
        return;
    }
    if (page_.mark(at).after_cue) {
        say(Reason::cue_before, token, token + 1);
    }
    if (page_.is(token, DATELINE_TOKEN_PUNCTUATION)) {
        before_mark(span, token);
        return;
    }
    before_preposition(span, token);
    before_word(span, token);
}

void Gatherer::before_mark(const Span& span, std::uint32_t token) {
    const std::uint32_t definition = page_.is_quote(token) ? token - 1 : token;
    if (page_.in(definition, words_.alias_cue) || (page_.folded(definition) == "the" && page_.in(definition - 1, words_.alias_cue))) {
        say(Reason::defined_short_name, definition, definition + 1);
    } else if (page_.is_quote(token)) {
        const bool defines = token > 0 && (page_.at(token - 1, '(') || page_.folded(token - 1) == "the" || page_.folded(token - 1) == "or");
        say_if(page_.is_quote(span.end), defines ? Reason::defined_in_quotes : Reason::quoted);
    }
    say_if(page_.at(token, ','), Reason::after_comma);
    say_if(page_.at(token, ':'), Reason::after_colon);
    if (page_.at(token, '(')) {
        say(page_.at(span.end, ')') ? Reason::in_parentheses : Reason::after_parenthesis);
    }
    say_if(page_.at(span.end, ':') && (page_.at(token, '(') || page_.at(token, ',') || page_.at(token, ';') || page_.at(token, '/')) &&
               page_.is(span.end + 1, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT), Reason::exchange_code);
    say_if(page_.at(token, ':') && token > 0 && page_.is(token - 1, DATELINE_TOKEN_ALL_CAPITALS) && page_.is(span.first, DATELINE_TOKEN_ALL_CAPITALS),
           Reason::exchange_code);
    say_if(page_.is_dash(token) && !page_.is_joined(span.first), Reason::after_dash);
}

// The first word of the document, or of the text behind a date line.
bool Gatherer::opens_document(std::uint32_t token) const {
    if (token == 0 || (token == 1 && page_.is(0, DATELINE_TOKEN_PUNCTUATION))) {
        return true;
    }
    std::uint32_t at = page_.folded(token - 1) == "the" ? token - 2 : token - 1;
    return at < early && page_.is_dash(at) && at > 2 && (page_.is_dash(at - 1) || page_.at(at - 1, ')') || page_.at(at - 1, '/') || page_.is(at - 1, DATELINE_TOKEN_NUMBER));
}

// Ordinary words that do not end like a body: what a director is director of, such as Product Design.
bool Gatherer::is_field(const Span& span) const {
    if (!page_.is_name(span.first)) {
        return false;
    }
    for (std::uint32_t token = span.first; token < span.end; ++token) {
        if (page_.is_name(token) && (!page_.in(token, words_.ordinary) || page_.in(token, words_.head | words_.legal_form))) {
            return false;
        }
    }
    return true;
}

void Gatherer::before_preposition(const Span& span, std::uint32_t token) {
    const std::string_view word = page_.folded(token);
    if (word.size() > 4) {
        return;
    }
    const auto found = std::find_if(prepositions.begin(), prepositions.end(), [&](const auto& entry) { return entry.first == word; });
    if (found == prepositions.end()) {
        return;
    }
    say(found->second);
    const bool ties = word == "of" || word == "at" || word == "for" || word == "with";
    if (ties && token > 0 && page_.in(token - 1, words_.title)) {
        say(is_field(span) && token + 1 == span.first && word != "at" ? Reason::field_of_title : Reason::title_of_before, token - 1, token);
    }
}

void Gatherer::before_word(const Span& span, std::uint32_t token) {
    if (page_.in(token, words_.title) && token + 1 == span.first) {
        const std::string_view word = page_.folded(token);
        const bool honorific = word == "mr" || word == "ms" || word == "mrs" || word == "dr";
        say(honorific ? Reason::honorific_before : Reason::title_before, token, token + 1);
    } else if (page_.at(token, '.') && token > 0 && page_.in(token - 1, words_.title)) {
        say(Reason::honorific_before, token - 1, token);
    }
    if (page_.in(token, words_.body_noun) && token + 1 == span.first) {
        say(Reason::noun_before, token, token + 1);
    }
    if (page_.in(token, words_.event_cue)) {
        say(Reason::event_cue_before, token, token + 1);
    }
}

// Lines that consist of the name, or name it after "About" or "Contact:".
void Gatherer::line(const Span& span) {
    const bool ends = page_.is_line_start(span.end) || (page_.is(span.end, DATELINE_TOKEN_PUNCTUATION) && page_.is_line_start(span.end + 1));
    if (page_.is_line_start(span.first)) {
        say(ends ? Reason::line_alone : Reason::line_start);
        return;
    }
    std::uint32_t token = span.first - 1;
    if (page_.folded(token) == "the" && token > 0) {
        --token;
    }
    if (page_.folded(token) == "about" && page_.is(token, DATELINE_TOKEN_CAPITAL)) {
        const bool heading = page_.is_line_start(token) || (token > 0 && page_.is(token - 1, DATELINE_TOKEN_PUNCTUATION) && page_.is_line_start(token - 1));
        const bool closes = ends || page_.at(span.end, ':') || page_.at(span.end, '(');
        if (heading || ends) {
            say(closes ? Reason::about_heading : Reason::contact_before, token, token + 1);
        }
        return;
    }
    if (page_.at(token, ':') && token > 0) {
        --token;
    }
    if (page_.in(token, words_.contact)) {
        say(Reason::contact_before, token, token + 1);
    }
}

void Gatherer::after(const Span& span) {
    if (!page_.same_sentence(span.first, span.end)) {
        say(Reason::sentence_end);
        return;
    }
    if (page_.is_line_start(span.end)) {
        return;
    }
    if (page_.is(span.end, DATELINE_TOKEN_PUNCTUATION) || page_.is_possessive(span.end)) {
        after_mark(span);
    } else {
        after_word(span);
    }
}

void Gatherer::after_mark(const Span& span) {
    const std::uint32_t token = span.end;
    if (page_.is_possessive(token)) {
        say(Reason::possessive_after);
        if (page_.in(token + 1, words_.after_body) || page_.in(token + 2, words_.after_body)) {
            say(Reason::owns_after, token + 1, token + 2);
        }
    } else if (page_.at(token, ',')) {
        say(Reason::comma_after);
        apposition(span, token + 1);
        if (page_.in(token + 1, words_.place) && page_.is(token + 1, DATELINE_TOKEN_CAPITAL)) {
            say(Reason::comma_place_after, token + 1, token + 2);
        }
    } else if (page_.at(token, '(')) {
        after_parenthesis(span);
    } else if (page_.folded(token) == "®" || page_.folded(token) == "™") {
        say(Reason::trademark_after);
    } else if (page_.at(token, ':')) {
        say(Reason::colon_after);
    } else if (page_.is_dash(token) && !page_.is_joined(token)) {
        say(Reason::dash_after);
        apposition(span, token + 1);
    } else if (!page_.same_sentence(token + 1, span.first)) {
        say(Reason::sentence_end);
    }
}

// A ticker (NYSE: ABC) or an abbreviation of the name.
void Gatherer::after_parenthesis(const Span& span) {
    const std::uint32_t token = span.end + 1;
    say(Reason::parenthesis_after);
    for (std::uint32_t at = token; at < token + 6 && page_.same_sentence(at, span.first) && !page_.at(at, ')'); ++at) {
        const bool exchange = page_.at(at, ':') && at > token && page_.is(at - 1, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_HAS_DIGIT | DATELINE_TOKEN_CAPITAL);
        if (exchange && page_.is(at + 1, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_CAPITAL)) {
            say(Reason::ticker_after, at - 1, at + 2);
            return;
        }
    }
    const std::uint32_t name = page_.is_quote(token) ? token + 1 : token;
    const std::uint32_t close = page_.is_quote(name + 1) ? name + 2 : name + 1;
    const bool abbreviation = page_.is(name, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_INNER_CAPITAL) && page_.at(close, ')');
    if (abbreviation && page_.word(name).size() <= longest_short_name) {
        say(Reason::abbreviation_after, name, name + 1);
    }
}

void Gatherer::after_word(const Span& span) {
    const std::uint32_t token = span.end;
    if (page_.in(token, words_.verb)) {
        say(Reason::verb_after, token, token + 1);
    }
    if (page_.in(token, words_.after_body) && page_.is(token, DATELINE_TOKEN_LOWER)) {
        say(Reason::noun_after, token, token + 1);
    }
    say_if(page_.in(token, words_.product_noun) && page_.is(token, DATELINE_TOKEN_LOWER), Reason::product_noun_after);
    if (page_.in(token, words_.title) && page_.is(token, DATELINE_TOKEN_CAPITAL)) {
        say(Reason::title_after, token, token + 1);
    }
    say_if(page_.is(token, DATELINE_TOKEN_NUMBER), Reason::number_after);
    say_if(span.style != Style::plain && page_.in(token, words_.headline | words_.verb), Reason::headline_verb_after);
    const std::string_view word = page_.folded(token);
    if (word == "is" || word == "was" || word == "are") {
        const bool article = page_.folded(token + 1) == "a" || page_.folded(token + 1) == "an" || page_.folded(token + 1) == "the";
        if (article) {
            apposition(span, token + 1);
        }
        say(Reason::verb_after, token, token + 1);
    } else if (word == "and") {
        say(Reason::and_word_after);
    } else if (word == "in") {
        say_if(page_.in(token + 1, words_.place), Reason::in_place_after);
    } else {
        say_if(page_.is(token, DATELINE_TOKEN_LOWER) && !page_.in(token, words_.verb | words_.after_body), Reason::lower_after);
    }
}

// ", a leading provider of": the noun tells what the name is.
void Gatherer::apposition(const Span& span, std::uint32_t token) {
    const std::string_view first = page_.folded(token);
    if (first != "a" && first != "an" && first != "the" && first != "one" && first != "which") {
        return;
    }
    for (std::uint32_t at = token + 1; at < token + apposition_reach && page_.same_sentence(at, span.first); ++at) {
        if (page_.in(at, words_.body_noun)) {
            say(page_.at(token - 1, ',') || page_.is_dash(token - 1) ? Reason::apposition_after : Reason::is_body_after, at, at + 1);
            return;
        }
        if (page_.at(at, ',') || page_.at(at, '.') || page_.is(at, DATELINE_TOKEN_CAPITAL)) {
            return;
        }
        const std::string_view word = page_.folded(at);
        if (word == "of" || word == "for" || word == "that" || word == "who") {
            return;
        }
    }
}

}  // namespace dateline::organizations
