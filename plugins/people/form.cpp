#include "form.h"

namespace dateline::people {
namespace {

constexpr std::uint32_t extras = kind::particle | kind::suffix | kind::nickname;
constexpr std::uint32_t any_given = kind::given | kind::given_rare;
constexpr std::uint32_t any_surname = kind::surname | kind::surname_rare | kind::chinese_surname | kind::asian_surname;
constexpr std::uint32_t words = kind::common_word | kind::rare_word;
constexpr std::uint32_t also_words = words | kind::calendar | kind::thing_word;
constexpr std::uint32_t title_words = kind::title | kind::demonym | kind::organization_word;
constexpr std::uint32_t other = kind::title | kind::demonym | kind::calendar | kind::organization_word | kind::thing_word;

bool is_also(const Part& part) {
    return part.is(kind::something_else);
}

LoneClass lone_class(const Part& part) {
    if (part.is(kind::function_word)) {
        return LoneClass::function;
    }
    if (part.is(kind::given)) {
        return is_also(part) ? LoneClass::given_also : LoneClass::given;
    }
    if (part.is(kind::surname)) {
        return !is_also(part) ? LoneClass::surname : part.is(other | kind::place) ? LoneClass::surname_also : LoneClass::surname_word;
    }
    if (part.is(kind::chinese_surname | kind::asian_surname)) {
        return is_also(part) ? LoneClass::asian_also : LoneClass::asian;
    }
    if (part.is(kind::given_rare | kind::surname_rare)) {
        return is_also(part) ? LoneClass::rare_also : LoneClass::rare;
    }
    return is_also(part) ? LoneClass::other : LoneClass::unknown;
}

Reason first_class(const Part& part) {
    if (part.is(kind::initial)) {
        return Reason::first_initial;
    }
    if (part.is(kind::function_word)) {
        return Reason::first_function;
    }
    if (part.is(kind::capital_particle) && !part.is(kind::given)) {
        return Reason::first_particle;
    }
    if (part.is(kind::given)) {
        return part.is(title_words)   ? Reason::first_given_also
               : part.is(also_words)  ? Reason::first_given_word
               : part.is(kind::place) ? Reason::first_given_place
                                      : Reason::first_given;
    }
    if (part.is(kind::chinese_surname | kind::asian_surname)) {
        return is_also(part) ? Reason::first_asian_also : Reason::first_asian;
    }
    if (part.is(kind::given_rare)) {
        return is_also(part) ? Reason::first_rare_also : Reason::first_rare;
    }
    if (part.is(any_surname)) {
        return is_also(part) ? Reason::first_surname_also : Reason::first_surname;
    }
    if (is_also(part)) {
        return part.is(words) ? Reason::first_word : Reason::first_other;
    }
    return part.is(kind::syllable | kind::two_syllables) ? Reason::first_syllables : Reason::first_unknown;
}

Reason last_class(const Part& part, const Part& first) {
    if (part.is(kind::initial)) {
        return Reason::last_initial;
    }
    if (part.is(kind::asian_surname) && part.is(kind::thing_word | kind::organization_word) &&
        !first.is(kind::hyphenated | kind::syllable | kind::two_syllables | kind::given)) {
        return Reason::last_other;  // Swann Park
    }
    if (part.is(kind::surname)) {
        return part.is(other)         ? Reason::last_surname_also
               : part.is(words)       ? Reason::last_surname_word
               : part.is(kind::place) ? Reason::last_surname_place
                                      : Reason::last_surname;
    }
    if (part.is(kind::chinese_surname | kind::asian_surname)) {
        return is_also(part) ? Reason::last_asian_also : Reason::last_asian;
    }
    if (part.is(kind::surname_rare)) {
        return is_also(part) ? Reason::last_rare_also : Reason::last_rare;
    }
    if (part.is(any_given)) {
        return is_also(part) ? Reason::last_given_also : Reason::last_given;
    }
    if (is_also(part)) {
        return part.is(other)               ? Reason::last_other
               : part.is(kind::common_word) ? Reason::last_word
               : part.is(kind::rare_word)   ? Reason::last_rare_word
                                            : Reason::last_other;
    }
    return part.is(kind::syllable | kind::two_syllables) ? Reason::last_syllables : Reason::last_unknown;
}

}  // namespace

struct Form::Said {
    const Reasons& reasons;
    Candidate& candidate;
    const Document& document;

    void because(Reason reason) { candidate.because(reasons[reason]); }
    void because(Reason reason, const Part& part) {
        candidate.because(reasons[reason], document.tokens()[part.first].begin, document.tokens()[part.end - 1].end);
    }
};

Form::Form(const Document& document, const std::vector<Part>& parts, const Span& span)
    : document_(document), parts_(parts), span_(span), first_(span.first), last_(span.end - 1) {
    while (first_ < last_ && parts_[first_].is(extras) && !parts_[first_].is(kind::on_name_list)) {
        ++first_;
    }
    while (last_ > first_ && parts_[last_].is(extras) && !parts_[last_].is(kind::on_name_list)) {
        --last_;
    }
}

// A given name as Chinese ones are written: Hongxing, Xing, Hong-xing, Jong-un.
bool Form::given_syllables(const Part& part) const {
    return part.is(kind::syllable | kind::two_syllables) || (part.is(kind::hyphenated) && part.is(kind::lower_second));
}

bool Form::family_first() const {
    if (first_ == last_ || !parts_[first_].is(kind::chinese_surname | kind::asian_surname)) {
        return false;
    }
    if (!given_syllables(parts_[last_])) {
        return parts_[first_].is(kind::asian_surname) && !parts_[last_].is(any_surname) && !parts_[first_].is(kind::given);
    }
    return !parts_[first_].is(kind::two_syllables) || !parts_[last_].is(kind::chinese_surname) || parts_[last_].is(kind::two_syllables);
}

int Form::doubt() const {
    int doubt = looks_like_name() ? 0 : 1;
    for (std::uint32_t i = span_.first; i < span_.end; ++i) {
        const Part& part = parts_[i];
        doubt += part.is(kind::something_else) ? 2 : part.is(kind::name_form) ? 0 : 1;
    }
    return doubt;
}

bool Form::looks_like_name() const {
    const Part &first = parts_[first_], &last = parts_[last_];
    if (span_.words < 2 || last.is(other) || first.is(other)) {
        return false;
    }
    return (first.is(any_given | kind::initial) && last.is(any_surname)) || family_first();
}

void Form::explain(Setting setting, const Reasons& reasons, Candidate& candidate) const {
    Said said{reasons, candidate, document_};
    switch (span_.words) {
        case 1: said.because(Reason::one_word); break;
        case 2: said.because(Reason::two_words); break;
        case 3: said.because(Reason::three_words); break;
        default: said.because(Reason::more_words);
    }
    if (first_ == last_) {
        said.because(lone_reason(setting, lone_class(parts_[first_])), parts_[first_]);
    } else {
        said.because(first_class(parts_[first_]), parts_[first_]);
        said.because(last_class(parts_[last_], parts_[first_]), parts_[last_]);
        middle(said);
        order(said);
    }
    capitals(setting, said);
}

void Form::middle(Said& said) const {
    bool initial = false, name = false, unknown = false, also = false, particle = false, suffix = false, nickname = false;
    for (std::uint32_t i = span_.first; i < span_.end; ++i) {
        const Part& part = parts_[i];
        particle |= part.is(kind::particle) && i > first_ && i < last_;
        suffix |= part.is(kind::suffix) && i > last_;
        nickname |= part.is(kind::nickname);
        if (i > first_ && i < last_ && !part.is(extras)) {
            initial |= part.is(kind::initial);
            also |= is_also(part) && !part.is(kind::initial);
            name |= part.is(kind::on_name_list) && !is_also(part);
            unknown |= !part.is(kind::name_form);
        }
    }
    const std::pair<bool, Reason> found[] = {{initial, Reason::middle_initial},   {name, Reason::middle_name},
                                             {unknown, Reason::middle_unknown},   {also, Reason::middle_also},
                                             {particle, Reason::particle},        {first_ > span_.first, Reason::particle_first},
                                             {suffix, Reason::suffix},            {nickname, Reason::nickname}};
    for (const auto& [is, reason] : found) {
        if (is) {
            said.because(reason);
        }
    }
}

void Form::order(Said& said) const {
    const Part &first = parts_[first_], &last = parts_[last_];
    if (first.is(any_given | kind::initial) && last.is(any_surname)) {
        said.because(Reason::given_surname);
    }
    if (first.is(kind::given) && !first.is(title_words) && last.is(kind::place) && !last.is(other)) {
        said.because(Reason::given_place);
    }
    if (is_also(first) && is_also(last) && !family_first()) {
        said.because(Reason::doubtful_pair);
    }
    if (span_.words == 2 && first.is(kind::chinese_surname) && last.is(kind::two_syllables)) {
        said.because(Reason::chinese_two);
    } else if (span_.words == 2 && first.is(kind::chinese_surname) && last.is(kind::syllable) && !last.is(kind::hyphenated)) {
        said.because(Reason::chinese_one);
    } else if (span_.words == 2 && last.is(kind::chinese_surname) && given_syllables(first)) {
        said.because(Reason::chinese_western);
    } else if (span_.words == 3 && first.is(kind::chinese_surname | kind::asian_surname) && given_syllables(last)) {
        said.because(Reason::chinese_split);
    }
    if (first.is(kind::asian_surname | kind::chinese_surname) && last.is(kind::hyphenated) && given_syllables(last)) {
        said.because(Reason::asian_hyphen);
    }
    if (first.is(kind::asian_surname) && last.is(any_given)) {
        said.because(Reason::asian_given);
    }
}

void Form::capitals(Setting setting, Said& said) const {
    const Part &first = parts_[first_], &last = parts_[last_];
    const bool first_capitals = first.is(kind::all_capitals), last_capitals = last.is(kind::all_capitals);
    if (first_capitals && last_capitals) {
        const bool before = span_.first > span_.run_first && parts_[span_.first - 1].is(kind::all_capitals);
        const bool after = span_.end < span_.run_end && parts_[span_.end].is(kind::all_capitals);
        said.because(!before && !after                                    ? Reason::all_capitals
                     : span_.words == 1 && setting != Setting::titled ? Reason::capitals_line_lone
                                                                      : Reason::capitals_line);
    } else if (first_capitals && first.is(any_surname) && last.is(any_given)) {
        said.because(Reason::family_capitals);  // ISHIZAKA Noriko
    } else if (first_capitals || last_capitals) {
        said.because(Reason::surname_capitals);
    }
    bool inner = false, short_word = false;
    for (std::uint32_t i = first_; i <= last_; ++i) {
        inner |= parts_[i].is(kind::inner_capital) && !parts_[i].is(kind::on_name_list);
        short_word |= document_.tokens()[parts_[i].first].folded_length == 2 && !parts_[i].is(kind::name_form);
    }
    if (inner) {
        said.because(span_.glued ? Reason::glued : Reason::inner_capital);
    }
    if (short_word) {
        said.because(Reason::short_word);
    }
}

}  // namespace dateline::people
