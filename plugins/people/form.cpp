#include "form.h"

namespace dateline::people {
namespace {

constexpr std::uint32_t extras = kind::particle | kind::suffix | kind::nickname;
constexpr std::uint32_t any_given = kind::given | kind::given_rare;
constexpr std::uint32_t any_surname = kind::surname | kind::surname_rare | kind::chinese_surname | kind::asian_surname;
constexpr std::uint32_t other = kind::title | kind::demonym | kind::calendar | kind::organization_word | kind::thing_word;

}  // namespace

struct Form::Said {
    const Reasons& reasons;
    Candidate& candidate;
    const Document& document;

    void because(Reason reason) { candidate.because(reasons[reason]); }
    void because(Reason reason, const Part& part) {
        candidate.because(reasons[reason], document.tokens()[part.first].begin, document.tokens()[part.end - 1].end);
    }
    void because(Reason reason, const Part& part, std::uint32_t bits) {
        if (part.is(bits)) {
            because(reason, part);
        }
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

bool Form::looks_like_name() const {
    const Part &first = parts_[first_], &last = parts_[last_];
    if (span_.words < 2 || last.is(other) || first.is(other)) {
        return false;
    }
    return (first.is(any_given | kind::initial) && last.is(any_surname)) || family_first();
}

void Form::explain(const Reasons& reasons, Candidate& candidate) const {
    Said said{reasons, candidate, document_};
    switch (span_.words) {
        case 1: said.because(Reason::one_word); break;
        case 2: said.because(Reason::two_words); break;
        case 3: said.because(Reason::three_words); break;
        default: said.because(Reason::more_words);
    }
    if (first_ == last_) {
        lone(said);
    } else {
        first_word(said);
        last_word(said);
        middle(said);
        order(said);
    }
    capitals(said);
}

void Form::lone(Said& said) const {
    const Part& part = parts_[first_];
    said.because(Reason::lone_given, part, kind::given);
    said.because(Reason::lone_given_rare, part, kind::given_rare);
    said.because(Reason::lone_surname, part, kind::surname);
    said.because(Reason::lone_surname_rare, part, kind::surname_rare);
    said.because(Reason::lone_chinese, part, kind::chinese_surname | kind::asian_surname);
    said.because(Reason::lone_word, part, kind::common_word | other);
    said.because(Reason::lone_rare_word, part, kind::rare_word);
    said.because(Reason::lone_place, part, kind::place);
    said.because(Reason::lone_initial, part, kind::initial);
    if (!part.is(kind::on_name_list)) {
        said.because(Reason::lone_unknown, part);
    }
}

void Form::first_word(Said& said) const {
    const Part& part = parts_[first_];
    said.because(Reason::first_given, part, kind::given);
    said.because(Reason::first_given_rare, part, kind::given_rare);
    said.because(Reason::first_initial, part, kind::initial);
    said.because(Reason::first_word, part, kind::common_word);
    said.because(Reason::first_rare_word, part, kind::rare_word);
    said.because(Reason::first_place, part, kind::place);
    said.because(Reason::first_other, part, other);
    if (!part.is(any_given | kind::initial)) {
        said.because(part.is(any_surname) ? Reason::first_surname : Reason::first_unknown, part);
    }
}

void Form::last_word(Said& said) const {
    const Part& part = parts_[last_];
    said.because(Reason::last_surname, part, kind::surname);
    said.because(Reason::last_surname_rare, part, kind::surname_rare);
    said.because(Reason::last_initial, part, kind::initial);
    said.because(Reason::last_word, part, kind::common_word);
    said.because(Reason::last_rare_word, part, kind::rare_word);
    said.because(Reason::last_place, part, kind::place);
    said.because(Reason::last_other, part, other);
    if (!part.is(any_surname)) {
        said.because(part.is(any_given) ? Reason::last_given : Reason::last_unknown, part);
    }
}

void Form::middle(Said& said) const {
    bool initial = false, unknown = false, word = false, particle = false, suffix = false, nickname = false;
    for (std::uint32_t i = span_.first; i < span_.end; ++i) {
        const Part& part = parts_[i];
        particle |= part.is(kind::particle) && i > first_ && i < last_;
        suffix |= part.is(kind::suffix) && i > last_;
        nickname |= part.is(kind::nickname);
        if (i > first_ && i < last_ && !part.is(extras)) {
            initial |= part.is(kind::initial);
            word |= part.is(kind::something_else) && !part.is(kind::initial);
            unknown |= !part.is(kind::name_form);
        }
    }
    const std::pair<bool, Reason> found[] = {{initial, Reason::middle_initial},   {unknown, Reason::middle_unknown},
                                             {word, Reason::middle_word},         {particle, Reason::particle},
                                             {first_ > span_.first, Reason::particle_first}, {suffix, Reason::suffix},
                                             {nickname, Reason::nickname}};
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

void Form::capitals(Said& said) const {
    const Part &first = parts_[first_], &last = parts_[last_];
    const bool first_capitals = first.is(kind::all_capitals), last_capitals = last.is(kind::all_capitals);
    if (first_capitals && last_capitals) {
        const bool before = span_.first > span_.run_first && parts_[span_.first - 1].is(kind::all_capitals);
        const bool after = span_.end < span_.run_end && parts_[span_.end].is(kind::all_capitals);
        said.because(before || after ? Reason::capitals_line : Reason::all_capitals);
    } else if (first_capitals || last_capitals) {
        said.because(Reason::surname_capitals);
    }
    bool all = true, inner = false;
    for (std::uint32_t i = first_; i <= last_; ++i) {
        all &= parts_[i].is(kind::on_name_list | extras | kind::initial);
        inner |= parts_[i].is(kind::inner_capital) && !parts_[i].is(kind::on_name_list);
    }
    if (all && span_.words > 1) {
        said.because(Reason::all_name_list);
    }
    if (inner) {
        said.because(Reason::inner_capital);
    }
}

}  // namespace dateline::people
