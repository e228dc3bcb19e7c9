#include "gatherer.h"

namespace dateline::organizations {

void Gatherer::form(const Span& span) {
    say(Reason::capitalised);
    length(span);
    listed(span);
    say_if(span.style == Style::title_case, Reason::title_case);
    say_if(span.style == Style::capitals, Reason::capitals);
    if (span.end > span.first + 1 && page_.mark(span.first).known == span.end - span.first) {
        return;
    }
    last_word(span);
    first_word(span);
    words_inside(span);
    if (span.joints != 0) {
        joints(span);
    }
    if (span.core_end == span.first + 1) {
        single_word(span);
    } else {
        persons(span);
    }
}

void Gatherer::length(const Span& span) {
    const std::uint32_t words = span.core_end - span.first;
    if (words == 1) {
        say(Reason::one_word);
    } else if (words == 2) {
        say(Reason::two_words);
    } else if (words >= 6) {
        say(Reason::many_words);
    } else if (words >= 4) {
        say(Reason::four_words);
    }
}

void Gatherer::listed(const Span& span) {
    const Mark& mark = page_.mark(span.first);
    const std::uint32_t whole = span.end - span.first, core = span.core_end - span.first;
    if (mark.known == whole || mark.known == core) {
        const Reason known = core > 1 ? Reason::known_name : mark.known_word ? Reason::known_word : Reason::known_body;
        say(known, span.first, span.core_end);
    } else if (mark.known > whole) {
        say(Reason::known_part, span.first, span.first + mark.known);
    }
    if (mark.company == whole || mark.company == core) {
        say(Reason::listed_company, span.first, span.core_end);
    }
    if (mark.press == whole || mark.press == core) {
        say(Reason::press_body, span.first, span.core_end);
    }
    if (mark.abbreviation == core) {
        say(Reason::known_abbreviation, span.first, span.core_end);
    }
    say_if(mark.generic == whole, Reason::generic_body);
    if (mark.channel == whole) {
        say(Reason::channel);
    }
    if (mark.place >= whole && mark.known != whole) {
        say(Reason::place_all);
    }
}

void Gatherer::last_word(const Span& span) {
    std::uint32_t last = span.core_end - 1;
    if (page_.is_possessive(last) && last > span.first) {
        say(page_.is(span.end, DATELINE_TOKEN_LOWER) && page_.folded(span.end) != "and" && page_.folded(span.end) != "or" ? Reason::possessive_end : Reason::possessive_ends);
        --last;
    } else if (page_.at(last, ')')) {
        say(Reason::branch);
        while (last > span.first + 1 && !page_.at(last, '(')) {
            --last;
        }
        --last;
    } else if (page_.is(last, DATELINE_TOKEN_NUMBER) && last > span.first) {
        say(Reason::numbered);
        --last;
        last -= page_.at(last, '.') && last >= span.first + 2 && page_.folded(last - 1) == "no" ? 2 : 0;
    }
    if (span.core_end != span.end) {
        say(Reason::legal_form, span.core_end, span.end);
    }
    const bool several = span.core_end > span.first + 1, legal = span.core_end != span.end;
    if (page_.in(last, words_.head)) {
        say(several ? Reason::head_end : Reason::head_alone, last, last + 1);
    } else if (several && page_.in(last, words_.head_weak)) {
        say(Reason::head_weak_end, last, last + 1);
    } else if (several && page_.in(last, words_.head_faint)) {
        say(Reason::head_faint_end, last, last + 1);
    } else {
        say_if(several && page_.in(last, words_.ordinary) && !legal, Reason::ordinary_last);
    }
    if (!page_.in(last, words_.head) && !legal) {
        say_if(page_.in(last, words_.event), Reason::event_end);
        say_if(page_.in(last, words_.place_word), Reason::place_word_end);
        say_if(several && page_.in(last, words_.place), Reason::place_last);
    }
    if (last != span.first && page_.in(last, words_.title) && (span.joints & bit(Joint::of)) == 0) {
        say(Reason::title_last, last, last + 1);
    }
}

void Gatherer::first_word(const Span& span) {
    const std::uint32_t first = span.first;
    const bool several = span.core_end > first + 1;
    say_if(several && page_.in(first, words_.ordinary), Reason::ordinary_first);
    say_if(several && page_.in(first, words_.place), Reason::place_first);
    say_if(several && page_.in(first, words_.demonym), Reason::demonym_first);
    if (page_.in(first, words_.title)) {
        const bool body = span.core_end != span.end || page_.in(span.core_end - 1, words_.head | words_.head_weak);
        if (!body || !several || !page_.is_name(first + 1)) {
            say(body && several ? Reason::title_first_of_body : Reason::title_first);
        }
    }
    say_if(page_.in(first, words_.opening), Reason::opening_first);
    say_if(several && page_.in(first, words_.function), Reason::small_word_first);
    say_if(page_.is(first, DATELINE_TOKEN_NUMBER) || (page_.is(first, DATELINE_TOKEN_HAS_DIGIT) && !page_.is(first, DATELINE_TOKEN_CAPITAL)),
           Reason::number_first);
    say_if(page_.is(first, DATELINE_TOKEN_LOWER), Reason::small_first);
    if (several) {
        if (page_.in(first, words_.head) && page_.folded(first + 1) == "of") {
            say(Reason::head_first, first, first + 1);
        }
    } else if (page_.in(first, words_.demonym)) {
        say(Reason::demonym_all);
    }
}

void Gatherer::words_inside(const Span& span) {
    std::uint32_t names = 0, ordinary = 0, common = 0, titles = 0, calendar = 0, heads = 0, inner = 0, digits = 0, headline = 0;
    bool legal = false, ampersand = false, slash = false, hyphen = false;
    for (std::uint32_t token = span.first; token < span.core_end; ++token) {
        const std::uint32_t flags = page_.document().tokens()[token].flags;
        if ((flags & DATELINE_TOKEN_PUNCTUATION) != 0) {
            ampersand = ampersand || page_.at(token, '&');
            slash = slash || page_.at(token, '/');
            hyphen = hyphen || (page_.at(token, '-') && page_.is_joined(token) && page_.is_joined(token + 1));
            continue;
        }
        const std::uint64_t lists = page_.document().lists(token);
        names += (flags & DATELINE_TOKEN_CAPITAL) != 0;
        ordinary += (lists & words_.ordinary) != 0;
        common += (lists & words_.common) != 0 && (lists & words_.heads) == 0;
        titles += (lists & words_.title) != 0 && token != span.first && token + 1 != span.core_end && (span.joints & bit(Joint::of)) == 0;
        calendar += (lists & words_.calendar) != 0;
        headline += (lists & words_.headline) != 0;
        heads += (lists & words_.head) != 0 && token + 1 != span.core_end && token != span.first;
        inner += (flags & DATELINE_TOKEN_INNER_CAPITAL) != 0;
        digits += (flags & DATELINE_TOKEN_HAS_DIGIT) != 0;
        legal = legal || (token != span.first && page_.mark(token).legal_form != 0);
    }
    if (names > 1) {
        say_if(ordinary >= names, Reason::all_ordinary);
        say_if(ordinary == 0, Reason::none_ordinary);
    }
    say_if(common > 0, Reason::common_inside);
    say_if(titles > 0, Reason::title_inside);
    say_if(calendar > 0, Reason::calendar_inside);
    say_if(headline > 0, Reason::headline_inside);
    say_if(heads > 0, Reason::head_inside);
    say_if(inner > 0, Reason::inner_capital);
    say_if(digits > 0, Reason::has_digit);
    say_if(legal, Reason::legal_form_inside);
    say_if(ampersand, Reason::ampersand);
    say_if(slash, Reason::slash);
    say_if(hyphen, Reason::hyphen);
    if (span.core_end >= span.first + 3 && page_.domain(span.core_end - 3) != 0) {
        const bool address = span.first > 0 && (page_.in(span.first - 1, words_.contact) || page_.folded(span.first - 1) == "at" || page_.at(span.first - 1, '/'));
        say(address ? Reason::domain_address : Reason::domain);
    }
    say_if(page_.is(span.first, DATELINE_TOKEN_LOWER) && !page_.is(span.first, DATELINE_TOKEN_INNER_CAPITAL), Reason::brand);
}

bool Gatherer::has_inner_possessive(const Span& span) const {
    for (std::uint32_t token = span.first + 1; token < span.core_end; ++token) {
        if (page_.is_inner_possessive(token)) {
            return true;
        }
    }
    return false;
}

// Whether each "and" and comma of the span stands between ordinary words.
bool Gatherer::joins_only_words(const Span& span) const {
    bool any = false;
    for (std::uint32_t token = span.first + 1; token + 1 < span.core_end; ++token) {
        if (page_.folded(token) == "and" || page_.at(token, ',')) {
            if (!page_.joins_words(token)) {
                return false;
            }
            any = true;
        }
    }
    return any;
}

// Watches of Switzerland; University of California, Los Angeles.
bool Gatherer::ends_with_joined_place(const Span& span) const {
    for (std::uint32_t token = span.first + 1; token + 1 < span.core_end; ++token) {
        if ((page_.folded(token) == "of" || page_.at(token, ',')) && page_.mark(token + 1).place == span.core_end - token - 1) {
            return true;
        }
    }
    return false;
}

// Manatt, Phelps & Phillips; Nichols, Cauley and Associates.
bool Gatherer::is_firm(const Span& span) const {
    const std::uint32_t end = span.core_end;
    const bool joined = end > span.first + 4 && (page_.at(end - 2, '&') || page_.folded(end - 2) == "and");
    return joined && page_.at(span.first + 1, ',') && (page_.at(end - 4, ',') || page_.at(end - 3, ','));
}

// Small words belong to a name that a word such as Ministry heads, and separate two names otherwise.
void Gatherer::joints(const Span& span) {
    const auto holds = [&](Joint joint) { return (span.joints & bit(joint)) != 0; };
    bool headed = false;
    for (std::uint32_t token = span.first + 1; token < span.core_end && !headed; ++token) {
        const std::string_view word = page_.folded(token);
        headed = (word == "of" || word == "for") && page_.in(token - 1, words_.head_of | words_.head);
    }
    say_if(headed, Reason::head_of);
    const bool local = ends_with_joined_place(span), firm = is_firm(span);
    say_if(local, Reason::joined_local);
    say_if(firm, Reason::firm);
    say_if(holds(Joint::of) && !headed && !local, Reason::joined_of);
    const bool words = joins_only_words(span) && !firm;
    say_if(words, headed ? Reason::words_in_body : Reason::joined_words);
    if (holds(Joint::and_) && !words && !firm) {
        say(headed ? Reason::and_in_body : Reason::joined_and);
    }
    if (holds(Joint::for_)) {
        say(headed ? Reason::for_in_body : Reason::joined_for);
    }
    if (holds(Joint::comma) && !words && !firm && !local) {
        say(headed ? Reason::comma_in_body : Reason::joined_comma);
    }
    say_if(holds(Joint::in), Reason::joined_in);
    if (holds(Joint::possessive)) {
        const bool body = page_.in(span.core_end - 1, words_.heads) || span.core_end != span.end;
        say(has_inner_possessive(span) ? Reason::joined_owner : body ? Reason::joined_possessive : Reason::joined_own);
    }
    say_if(holds(Joint::parenthesis), Reason::joined_parenthesis);
}

void Gatherer::single_word(const Span& span) {
    const std::uint32_t token = span.first;
    say_if(page_.in(token, words_.before_name) && page_.is(token, DATELINE_TOKEN_LOWER), Reason::ordinary_word);
    const std::uint32_t length = page_.document().tokens()[token].end - page_.document().tokens()[token].begin;
    if (page_.is(token, DATELINE_TOKEN_ALL_CAPITALS)) {
        say(length <= 6 ? Reason::short_capitals : Reason::all_capitals);
        say_if(page_.in(token, words_.not_abbreviation), Reason::not_abbreviation);
        say_if(token > 1 && page_.in(token, words_.state_code) && page_.at(token - 1, ','), Reason::state_code);
    }
    say_if(page_.in(token, words_.ordinary), Reason::ordinary_word);
    say_if(page_.in(token, words_.surname | words_.given), Reason::surname_word);
    const std::uint64_t any = words_.ordinary | words_.surname | words_.given | words_.place | words_.demonym | words_.chinese_surname | words_.not_abbreviation |
                              words_.title | words_.calendar;
    say_if(!page_.in(token, any), Reason::unknown_word);
}

void Gatherer::persons(const Span& span) {
    const std::uint32_t last = span.core_end - 1, words = span.core_end - span.first;
    const bool given = page_.in(span.first, words_.given), surname = page_.in(last, words_.surname);
    say_if(given, Reason::given_first);
    say_if(surname, Reason::surname_last);
    if (span.joints == 0 && words <= 4 && given && !page_.in(last, words_.head | words_.head_weak | words_.ordinary) && span.end == span.core_end) {
        say(Reason::person_like);
    }
    if (words == 2 && page_.in(span.first, words_.chinese_surname) && !page_.in(last, words_.ordinary)) {
        say(Reason::chinese_name_like);
    }
}

}  // namespace dateline::organizations
