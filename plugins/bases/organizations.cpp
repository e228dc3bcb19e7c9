#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t by_reach = 14, subject_reach = 8, with_reach = 30;
}  // namespace

/// Who builds, runs, hosts or shares the sentence's bases.
void Story::organizations() {
    by_place();
    by_count();
    by_venue();
    by_agents();
    by_cues();
    by_actives();
    by_transfers();
    for (const dateline_hit* event : sentence_.events) {
        const std::uint32_t past = event->first_token + event->token_count;
        const std::string_view type = dateline::view(event->value);
        const std::uint32_t object = base_after(past);
        if (object == none || may_not_be(event->first_token)) continue;
        if (!object_of(*event, object) && !(type == "signed" && signed_on(*event, object))) continue;
        if (military(object) && type != "commissioned" && type != "opened" && type != "unveiled" && type != "launched") continue;
        if (type == "approved") {
            if (passive(event->first_token) || scene_->has(event->first_token, words_.won)) subjects(*event, object, "hosted-by");
        } else if (type != "closed" && type != "transferred") {
            subjects(*event, object, "built-by");
        }
    }
}

/// "jointly built by A, B and the college": participles with "by".
void Story::by_agents() {
    for (std::uint32_t token = sentence_.first; token < sentence_.past; ++token) {
        if (!scene_->has(token, words_.agent) || scene_->mention(token) != none) continue;
        const dateline_hit* hit = scene_->hit(token, words_.agent_list);
        if (hit == nullptr) continue;
        const std::uint32_t past = token + hit->token_count, limit = std::min(sentence_.past, past + by_reach);
        for (std::uint32_t at = past; at < limit; ++at) {
            if (scene_->has(at, words_.agent) && at > past && scene_->mention(at) == none) break;
            if (!scene_->reads(at, "by")) continue;
            const std::uint32_t end = chain(at + 1);
            if (chain_.empty()) continue;
            add_chain(base_near(token), dateline::view(hit->value), evidence_.by_agent, token, at + 1, "bases/by");
            token = end - 1;
            break;
        }
    }
}

/// "in cooperation with A", "operating unit: A", "with A and B".
void Story::by_cues() {
    for (std::uint32_t token = sentence_.first; token < sentence_.past; ++token) {
        const dateline_hit* hit = scene_->hit(token, words_.cue_list);
        const bool with = hit == nullptr && (scene_->reads(token, "with"));
        if (hit == nullptr && !with) continue;
        std::uint32_t at = token + (with ? 1 : hit->token_count);
        if (scene_->reads(at, ":") || scene_->reads(at, "is") || scene_->reads(at, "are") || (scene_->reads(at, ",") && !with)) ++at;
        const std::uint32_t base = base_near(token);
        if (with && base != none && military(base)) continue;
        const std::uint32_t end = chain(at);
        if (chain_.empty() || base == none) continue;
        if (with && mention(base).first_token < token && token - mention(base).first_token > with_reach) continue;
        add_chain(base, with ? "partner" : dateline::view(hit->value), evidence_.cue, token, at, "bases/cue");
        token = end - 1;
    }
}

/// "which A set up", "A, which runs it", "A and B will operate it".
void Story::by_actives() {
    for (std::uint32_t token = sentence_.first; token < sentence_.past; ++token) {
        const dateline_hit* hit = scene_->mention(token) == none ? scene_->hit(token, words_.active_list) : nullptr;
        const std::uint32_t base = hit == nullptr ? none : base_before(token);
        if (base == none) continue;
        std::uint32_t at = token;
        for (std::uint32_t i = 0; i < subject_reach && at > sentence_.first && scene_->is(at - 1, DATELINE_TOKEN_LOWER) && scene_->mention(at - 1) == none; ++i) {
            if (bodies_.at(*scene_, at - 1) || scene_->reads(at - 1, "which") || scene_->has(at - 1, words_.preposition)) break;
            --at;
        }
        const std::uint32_t past = token + hit->token_count;
        const bool object = scene_->reads(past, "it") || (scene_->reads(past, "the") && scene_->reads(past + 1, "base"));
        if (object && at > sentence_.first + 1 && scene_->reads(at - 1, "which")) at -= scene_->reads(at - 2, ",") ? 2 : 1;
        if (!chain_before(at)) continue;
        const std::uint32_t first = chain_[0].mention != none ? mention(chain_[0].mention).first_token : chain_[0].word - 1;
        const bool relative = first > sentence_.first && scene_->reads(first - (scene_->reads(first - 1, "the") ? 2 : 1), "which");
        if (!object && !relative) continue;
        add_chain(base, dateline::view(hit->value), evidence_.subject, token, past, "bases/active");
    }
}

/// "was transferred to A", "handed over from A to B".
void Story::by_transfers() {
    for (const dateline_hit* event : sentence_.events) {
        if (dateline::view(event->value) != "transferred") continue;
        const std::uint32_t past = event->first_token + event->token_count, limit = std::min(sentence_.past, past + by_reach);
        const std::uint32_t base = base_near(event->first_token);
        for (std::uint32_t at = past; base != none && at < limit; ++at) {
            if (!scene_->reads(at, "to")) continue;
            chain(at + 1);
            if (!chain_.empty()) chain_.resize(1);
            add_chain(base, "run-by", evidence_.cue, event->first_token, past, "bases/transfer");
            break;
        }
    }
}

/// "A's Harbour Base", "Harbour Base of A", "Harbour Base (A)", "Harbour Base at A".
void Story::by_place() {
    for (std::uint32_t base : sentence_.bases) {
        std::uint32_t at = mention(base).first_token;
        while (at > sentence_.first && (scene_->reads(at - 1, "\"") || scene_->reads(at - 1, "own"))) --at;
        if (at > sentence_.first + 1 && scene_->possessive(at - 1) && scene_->covered(at - 2, words_.organization)) {
            chain(mention(scene_->mention(at - 2)).first_token);
            if (chain_.size() > 1) chain_.resize(1);
            add_chain(base, "run-by", evidence_.owner, at - 2, at, "bases/owner");
        }
        at = scene_->past(base);
        if (military(base)) continue;
        if (scene_->reads(at, "\"")) ++at;
        const bool of = scene_->reads(at, "of"), parenthesis = scene_->reads(at, "("), place = scene_->reads(at, "at");
        if (!of && !parenthesis && !place) continue;
        const std::uint32_t end = chain(at + 1);
        if (chain_.empty() || (parenthesis && !scene_->reads(end, ")"))) continue;
        add_chain(base, place ? "hosted-by" : "run-by", parenthesis ? evidence_.in_parentheses : evidence_.of_owner, at, at + 1, "bases/place");
    }
}

/// "This is A's 25th practice base".
void Story::by_count() {
    constexpr std::uint32_t reach = 6;
    if (sentence_.goes_on == none) return;
    for (std::uint32_t token = sentence_.first; token < sentence_.past; ++token) {
        const std::uint32_t organization = scene_->begins(token, words_.organization);
        if (organization == none || !scene_->possessive(scene_->past(organization))) continue;
        for (std::uint32_t at = scene_->past(organization) + 1; at < sentence_.past && at < token + mention(organization).token_count + reach; ++at) {
            if (!scene_->reads(at, "base") && !scene_->reads(at, "bases")) continue;
            chain(token);
            if (!chain_.empty()) chain_.resize(1);
            add_chain(sentence_.goes_on, "hosted-by", evidence_.owner, token, at + 1, "bases/count");
        }
    }
}

/// "At A, the plaque of Harbour Base was unveiled".
void Story::by_venue() {
    if (sentence_.bases.empty() || sentence_.events.empty() || !scene_->reads(sentence_.first, "at")) return;
    const std::uint32_t end = chain(sentence_.first + 1);
    if (chain_.size() != 1 || !scene_->reads(end, ",") || mention(sentence_.bases.front()).first_token - end > subject_reach) return;
    add_chain(sentence_.bases.front(), "hosted-by", evidence_.cue, sentence_.first, sentence_.first + 1, "bases/venue");
}

/// "A and B unveiled Harbour Base": those who stand before the verb.
void Story::subjects(const dateline_hit& event, std::uint32_t base, std::string_view relation) {
    std::uint32_t at = event.first_token;
    for (std::uint32_t i = 0; i < subject_reach && at > sentence_.first; ++i) {
        const std::uint32_t over = scene_->mention(at - 1);
        if (over != none && mention(over).type == words_.organization) break;
        if (bodies_.at(*scene_, at - 1)) break;
        if (scene_->reads(at - 1, ",") || scene_->reads(at - 1, "by")) return;
        if (over != none && mention(over).type != words_.date) return;
        if (scene_->has(at - 1, words_.preposition) && !scene_->reads(at - 1, "on")) return;
        --at;
    }
    if (!chain_before(at)) return;
    add_chain(base, relation, evidence_.subject, event.first_token, event.first_token + event.token_count, "bases/subject");
}

}  // namespace bases
