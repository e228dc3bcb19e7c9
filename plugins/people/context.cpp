#include "context.h"

namespace dateline::people {
namespace {

bool is_name(const Part& part) {
    return part.is(kind::on_name_list | kind::initial | kind::particle) && !part.is(kind::something_else);
}

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t apposition_tokens = 7;  // ", the company's newly appointed chief executive"
constexpr std::size_t contact_tokens = 8;     // a number or address behind a name, a word such as Contact before it

}  // namespace

bool Context::mark(std::size_t token, std::string_view mark) const {
    return is(token, DATELINE_TOKEN_PUNCTUATION) && document_.folded(token) == mark;
}

void Context::because(Candidate& candidate, Reason reason, std::size_t token) const {
    candidate.because(reasons_[reason], document_.tokens()[token].begin, document_.tokens()[token].end);
}

void Context::explain(const Span& span, Candidate& candidate) const {
    const std::size_t first = parts_[span.first].first, end = parts_[span.end - 1].end;
    if (span.begin_byte == document_.tokens()[first].begin) {
        before(first, span, candidate);
    }
    if (span.end_byte == document_.tokens()[end - 1].end) {
        after(end, span, candidate);
    }
    place(first, end, candidate);
}

// The token before a name, over the full stop of `Gen.`; nowhere at the start of a line.
std::size_t Context::token_before(std::size_t first) const {
    if (first == 0 || begins_line(first)) {
        return nowhere;
    }
    return mark(first - 1, ".") && first > 1 && !is(first - 1, DATELINE_TOKEN_SPACE_BEFORE) ? first - 2 : first - 1;
}

bool Context::after_title(const Span& span) const {
    const std::size_t token = token_before(parts_[span.first].first);
    return token != nowhere && in(token, words_.honorific | words_.title | words_.possessive);
}

bool Context::beside_speech(const Span& span) const {
    const std::size_t first = parts_[span.first].first, end = parts_[span.end - 1].end;
    return in(end, words_.speech) || (first > 0 && in(first - 1, words_.speech | words_.agent));
}

// SENATOR SNOWE ANNOUNCES GRANTS: what is capitalised only because all is.
bool Context::is_heading_word(const Span& span, const Part& next) const {
    return next.is(kind::common_word) && next.is(kind::all_capitals) && parts_[span.end - 1].is(kind::all_capitals) &&
           !next.is(kind::organization_word | kind::thing_word | kind::name_form);
}

// Whether a capitalised word that is neither title nor verb stands beside it.
bool Context::in_run(const Span& span) const {
    const std::uint64_t verbs = words_.speech | words_.person_verb | words_.agent;
    return (span.first > span.run_first && !in(parts_[span.first - 1].first, verbs | words_.honorific)) ||
           (span.end < span.run_end && !in(parts_[span.end].first, verbs) && !is_heading_word(span, parts_[span.end]));
}

Setting Context::setting(const Span& span) const {
    const std::size_t first = parts_[span.first].first, end = parts_[span.end - 1].end, before = token_before(first);
    if (in_run(span)) {
        return Setting::run;
    }
    if (before != nowhere && in(before, words_.honorific)) {
        return Setting::titled;
    }
    const bool speaks = (!begins_line(end) && in(end, words_.speech | words_.person_verb)) || (before != nowhere && in(before, words_.speech));
    return speaks ? Setting::speaking : Setting::plain;
}

void Context::before(std::size_t first, const Span& span, Candidate& candidate) const {
    const std::size_t token = token_before(first);
    if (token == nowhere) {
        return;
    }
    const std::pair<std::uint64_t, Reason> lists[] = {
        {words_.speech, Reason::after_speech},         {words_.agent, Reason::after_agent},
        {words_.possessive, Reason::after_possessive}, {words_.place_preposition, Reason::after_preposition},
        {words_.determiner, Reason::after_determiner}, {words_.demonym, Reason::after_demonym},
        {words_.conjunction, Reason::after_conjunction}};
    if (in(token, words_.honorific)) {
        because(candidate, Reason::after_honorific, token);
    } else if (in(token, words_.thing_lead)) {
        because(candidate, Reason::after_thing, token);
    } else if (in(token, words_.title)) {
        because(candidate, is(token, DATELINE_TOKEN_CAPITAL) ? Reason::after_title : Reason::after_title_word, token);
    } else if (span.first > span.run_first && !in(token, words_.agent | words_.speech | words_.person_verb)) {
        const Part& part = parts_[span.first - 1];
        because(candidate,
                is_name(part)                ? Reason::after_name
                : part.is(kind::common_word) ? Reason::after_capital_word
                                             : Reason::after_capital,
                token);
    }
    for (const auto& [mask, reason] : lists) {
        if (in(token, mask)) {
            because(candidate, reason, token);
        }
    }
    const std::pair<std::string_view, Reason> marks[] = {
        {",", Reason::after_comma}, {"&", Reason::after_ampersand}, {"\"", Reason::after_quote}, {"'", Reason::after_quote}};
    for (const auto& [sign, reason] : marks) {
        if (mark(token, sign)) {
            because(candidate, reason, token);
        }
    }
    if (is(token, DATELINE_TOKEN_NUMBER)) {
        because(candidate, Reason::after_number, token);
    }
}

void Context::after(std::size_t end, const Span& span, Candidate& candidate) const {
    if (end >= count_) {
        return;
    }
    if (begins_line(end)) {
        if (const std::size_t title = title_within(end, apposition_tokens); title != nowhere) {
            because(candidate, Reason::before_title_line, title);
        }
        return;
    }
    if (span.end < span.run_end && !in(end, words_.credential) && !in(end, words_.speech | words_.person_verb | words_.agent)) {
        const Part& next = parts_[span.end];
        because(candidate,
                is_name(next)                    ? Reason::before_name
                : next.is(kind::organization_word) ? Reason::before_organization_word
                : next.is(kind::thing_word)      ? Reason::before_thing_word
                : next.is(kind::title)           ? Reason::before_title_word
                : next.is(kind::common_word)     ? Reason::before_capital_word
                                                 : Reason::before_capital,
                end);
    }
    if (in(end, words_.speech)) {
        because(candidate, Reason::before_speech, end);
    } else if (in(end, words_.person_verb)) {
        because(candidate, Reason::before_verb, end);
    } else if (in(end, words_.credential)) {
        because(candidate, Reason::before_credential, end);
    } else if (document_.folded(end) == "'s") {
        because(candidate, Reason::before_possessive, end);
    } else if (mark(end, "(")) {
        because(candidate, Reason::before_parenthesis, end);
    } else if (mark(end, ",")) {
        after_comma(end, candidate);
    } else if ((mark(end, "-") && is(end, DATELINE_TOKEN_SPACE_BEFORE)) || mark(end, "–") || mark(end, "—") || mark(end, "|")) {
        if (const std::size_t title = title_within(end + 1, apposition_tokens); title != nowhere) {
            because(candidate, Reason::before_title, title);
        }
    } else if (mark(end, "&")) {
        because(candidate, span.words == 1 ? Reason::before_ampersand : Reason::before_ampersand_name, end);
    } else if (mark(end, "-") && !is(end, DATELINE_TOKEN_SPACE_BEFORE)) {
        because(candidate, Reason::before_hyphen, end);
    } else if (is(end, DATELINE_TOKEN_NUMBER)) {
        because(candidate, Reason::before_number, end);
    }
}

void Context::after_comma(std::size_t token, Candidate& candidate) const {
    const std::size_t next = token + 1;
    if (next >= count_) {
        return;
    }
    if (in(next, words_.credential)) {
        because(candidate, Reason::before_credential, next);
    } else if (is(next, DATELINE_TOKEN_NUMBER) && document_.tokens()[next].folded_length == 2) {
        because(candidate, Reason::before_age, next);
    } else if (in(next, words_.place) && !in(next, words_.title)) {
        because(candidate, Reason::before_place, next);
    } else if (const std::size_t title = title_within(next, apposition_tokens); title != nowhere) {
        because(candidate, Reason::before_title, title);
    } else {
        because(candidate, Reason::before_comma, token);
    }
}

// A title's word in apposition: in the same line, before the next comma or full stop, and before a finite verb ends the phrase.
std::size_t Context::title_within(std::size_t token, std::size_t most) const {
    for (std::size_t i = token; i < count_ && i < token + most; ++i) {
        if (in(i, words_.title)) {
            return i;
        }
        if (mark(i, ",") || mark(i, ".") || mark(i, ";") || mark(i, ":") || (i > token && begins_line(i)) || in(i, words_.speech | words_.agent)) {
            break;
        }
    }
    return nowhere;
}

void Context::place(std::size_t first, std::size_t end, Candidate& candidate) const {
    if (begins_line(first)) {
        candidate.because(reasons_[begins_line(end) ? Reason::line_whole : Reason::line_start]);
    } else if (is(first, DATELINE_TOKEN_SENTENCE_START)) {
        candidate.because(reasons_[Reason::sentence_start]);
    }
    for (std::size_t i = end; i < count_ && i < end + contact_tokens; ++i) {
        if (is(i, DATELINE_TOKEN_ADDRESS) || mark(i, "@") || in(i, words_.contact)) {
            because(candidate, Reason::before_address, i);
            break;
        }
    }
    for (std::size_t i = first; i > 0 && first - i < contact_tokens; --i) {
        if (in(i - 1, words_.contact)) {
            because(candidate, Reason::after_contact, i - 1);
            break;
        }
    }
}

}  // namespace dateline::people
