// What the plugin looks up once: masks of its lists, ids of types, facts and evidences.
#pragma once

#include <cstdint>

#include "../common/scene.h"

namespace bases {

using common::none;

struct Words {
    explicit Words(const dateline::Host& host);

    /// Whether a token is a word such as AFB.
    bool abbreviates(const common::Scene& scene, std::uint32_t token) const {
        const dateline_hit* hit = scene.hit(token, base_list);
        return hit != nullptr && dateline::view(hit->value) == "military";
    }

    // names
    std::uint64_t base_word, base_before, not_before, not_after, military, kind, connector, possessive_inside, lead, particle, preposition;
    std::uint32_t base_list, military_list;
    // facts
    std::uint64_t event, agent, active, aux, uncertain, won, before_verb, listing;
    std::uint32_t event_list, agent_list, active_list, cue_list, continuing_list, listing_list, renaming_list;

    std::uint32_t base, organization, date;
    std::uint32_t event_fact, event_type, event_date;
    std::uint32_t organization_fact, organization_field, relation_field;
};

struct Evidence {
    explicit Evidence(const dateline::Host& host);

    std::uint32_t named_base, military, quoted, own_words, kind_only, several_words, tail, small_base, headline, cut, longer, leading, follows,
        not_a_site;
    std::uint32_t short_form, short_place, at_base, in_place, longer_name, list_of_bases, abbreviation, abbreviation_again, defined, same_words,
        renamed;
    std::uint32_t passive, active, listed, with_date, without_date, in_next_sentence;
    std::uint32_t by_agent, cue, subject, owner, of_owner, in_parentheses, generic;
    std::uint32_t near, shares_a_word, only_base, other_base_nearer, of_armed_forces, other_date, in_dateline, uncertain, first_of_document,
        most_often_named, before_base, owner_inside;
};

}  // namespace bases
