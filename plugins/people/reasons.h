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
    // What a lone word is
    lone_given, lone_given_rare, lone_surname, lone_surname_rare, lone_chinese, lone_unknown, lone_word, lone_rare_word, lone_place, lone_initial,
    // What the first and last of several words are
    first_given, first_given_rare, first_initial, first_surname, first_unknown, first_word, first_rare_word, first_place, first_other,
    last_surname, last_surname_rare, last_given, last_initial, last_unknown, last_word, last_rare_word, last_place, last_other,
    middle_initial, middle_unknown, middle_word, particle, particle_first, suffix, nickname,
    given_surname, chinese_two, chinese_one, chinese_western, chinese_split, asian_hyphen, asian_given, all_name_list,
    surname_capitals, all_capitals, capitals_line, inner_capital,
    // What stands before
    after_honorific, after_title, after_title_word, after_speech, after_agent, after_possessive, after_preposition, after_determiner, after_capital,
    after_comma, after_demonym, after_contact, after_conjunction,
    // What stands after
    before_speech, before_verb, before_possessive, before_title, before_title_line, before_credential, before_age, before_parenthesis,
    before_capital, before_organization_word, before_thing_word, before_title_word, before_address, before_number, before_comma, before_place,
    // Where it stands
    line_whole, line_start, sentence_start, beside_name,
    // What the document says elsewhere
    family_of, given_of, part_of, shorter_of, named_later,
    // Why one name stands for another
    link_family, link_shorter,
    count
};

constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::count);

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
