/// The named reasons for and against a name; their weights and sentences stand in data/evidence.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dateline/plugin.hpp"

namespace dateline::people {

enum class Reason : std::uint8_t {
    // How many words
    one_word, two_words, three_words, more_words,
    // What a lone word is, by where it stands: in a run of capitalised words, after a title, beside a verb of speaking or doing, elsewhere.
    // In the order of Setting and LoneClass. "also": and an ordinary word, a title, a place …
    run_given, run_given_also, run_surname, run_surname_word, run_surname_also, run_rare, run_rare_also, run_asian, run_asian_also,
    run_unknown, run_function, run_other,
    titled_given, titled_given_also, titled_surname, titled_surname_word, titled_surname_also, titled_rare, titled_rare_also,
    titled_asian, titled_asian_also, titled_unknown, titled_function, titled_other,
    speaking_given, speaking_given_also, speaking_surname, speaking_surname_word, speaking_surname_also, speaking_rare,
    speaking_rare_also, speaking_asian, speaking_asian_also, speaking_unknown, speaking_function, speaking_other,
    plain_given, plain_given_also, plain_surname, plain_surname_word, plain_surname_also, plain_rare, plain_rare_also, plain_asian,
    plain_asian_also, plain_unknown, plain_function, plain_other,
    // What the first of several words is
    first_given, first_given_word, first_given_place, first_given_also, first_rare, first_rare_also, first_initial, first_asian, first_asian_also,
    first_surname, first_surname_also, first_syllables, first_unknown, first_word, first_function, first_particle, first_other,
    // What the last of several words is
    last_surname, last_surname_word, last_surname_place, last_surname_also, last_rare, last_rare_also, last_asian, last_asian_also, last_given,
    last_given_also, last_initial, last_syllables, last_unknown, last_word, last_rare_word, last_other,
    // What stands between them, and how they go together
    middle_initial, middle_name, middle_unknown, middle_also, particle, particle_first, suffix, nickname,
    given_surname, given_place, doubtful_pair, chinese_two, chinese_one, chinese_western, chinese_split, asian_hyphen, asian_given,
    surname_capitals, family_capitals, all_capitals, capitals_line, capitals_line_lone, inner_capital, glued, short_word,
    // What stands before
    after_honorific, after_title, after_title_word, after_speech, after_agent, after_possessive,
    after_preposition, after_determiner, after_name, after_capital, after_capital_word, after_comma, after_demonym, after_contact, after_conjunction,
    after_ampersand, after_quote, after_number, after_thing,
    // What stands after
    before_speech, before_verb, before_possessive, before_title, before_title_line, before_credential, before_age, before_parenthesis,
    before_name, before_capital, before_capital_word, before_organization_word, before_thing_word, before_title_word,
    before_ampersand, before_ampersand_name, before_hyphen,
    before_address, before_number, before_comma, before_place,
    // Where it stands
    line_whole, line_start, sentence_start, beside_name,
    // What the document says elsewhere
    family_of, family_of_also, family_of_place, given_of, given_of_also, part_of, run_namesake, shorter_of, named_later,
    // Why one name stands for another
    link_family, link_shorter, link_sound,
    count
};

constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::count);

/// What a lone word is, in the order of the reasons.
enum class LoneClass : std::uint8_t {
    given, given_also, surname, surname_word, surname_also, rare, rare_also, asian, asian_also, unknown, function, other
};
constexpr std::size_t lone_class_count = 12;

/// Where a lone word stands, in the order of the reasons.
enum class Setting : std::uint8_t { run, titled, speaking, plain };

constexpr Reason lone_reason(Setting setting, LoneClass lone_class) {
    return static_cast<Reason>(static_cast<std::size_t>(Reason::run_given) + static_cast<std::size_t>(setting) * lone_class_count +
                               static_cast<std::size_t>(lone_class));
}

/// The name of a reason in evidence.tsv: the enumerator with hyphens.
extern const std::array<std::string_view, reason_count> reason_names;

/// The ids that the host gave them.
class Reasons {
public:
    explicit Reasons(const Host& host);
    std::uint32_t operator[](Reason reason) const { return ids_[static_cast<std::size_t>(reason)]; }

private:
    std::array<std::uint32_t, reason_count> ids_{};
};

}  // namespace dateline::people
