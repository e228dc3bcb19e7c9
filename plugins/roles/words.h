// What the plugin looks up once: masks of its lists, ids of types, facts, evidences and rules.
#pragma once

#include <cstdint>

#include "../common/scene.h"

namespace roles {

using common::none;

struct Words {
    explicit Words(const dateline::Host& host);
    /// Whether mentions of a type are written, and so stand in no title; what is only a rival (a place, an event, a product) may.
    bool written(std::uint32_t type) const { return type == person || type == organization || type == date || type == base; }

    std::uint64_t head, head_capital, abbreviation, occupation, plural, modifier, with_nation, rank, soft, work, local, company_office, aside, party,
        span, place_kind, inner_body, compound, small_first;
    std::uint64_t article, status, honorific, credential, nation, stop, unnamed;
    std::uint64_t office;  ///< any list of last words of titles of office, singular
    std::uint64_t last;    ///< any list of last words of titles
    std::uint32_t head_list, plural_list, status_list, tie_list, with_nation_list, honorific_list, vague_list, plural_copula_list, body_kind_list,
        inner_body_list;
    std::uint32_t person, organization, date, place, base;  ///< types; `place` and `base` may be none
    std::uint32_t role, title_field, organization_field, status_field;
    std::uint32_t label_is, label_was, label_pronoun_was, label_named, label_pronoun, label_left, label_where, label_taken, label_subject,
        label_opens, capture_person;
};

struct Evidence {
    explicit Evidence(const dateline::Host& host);

    std::uint32_t before_name, apposition, in_parentheses, after_dash, after_name, own_line, by_verb, by_pronoun, shared_plural;
    std::uint32_t office, occupation, long_title, vague, has_organization, implied_organization, generic_organization, capital;
    std::uint32_t other_bounds, without_organization, organization_behind, organization_before, beside_name, of_same_person, of_last_role, earlier,
        first_of_document, most_often_named, near;
};

}  // namespace roles
