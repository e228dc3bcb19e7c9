#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t reach = 45;  // tokens between a base and what is said of it
}

void Story::tell(const common::Scene& scene, dateline::Output& output) {
    scene_ = &scene;
    output_ = &output;
    told_.clear();
    ties_.clear();
    last_base_ = last_sentence_ = none;
    const auto& sentences = scene.document().sentences();
    for (std::uint32_t index = 0; index < sentences.size(); ++index) {
        read(sentences[index].first_token, sentences[index].first_token + sentences[index].token_count);
        if (sentence_.bases.empty() && !(last_sentence_ != none && index - last_sentence_ == 1 && goes_on())) continue;
        if (sentence_.bases.empty() || goes_on()) sentence_.goes_on = last_base_;
        events();
        organizations();
        if (!sentence_.bases.empty()) last_base_ = sentence_.bases.back();
        last_sentence_ = index;
    }
    emit_events();
}

/// Gathers a sentence's bases; the rest only when there is something to say.
void Story::read(std::uint32_t first, std::uint32_t past) {
    sentence_.first = first;
    sentence_.past = past;
    sentence_.goes_on = none;
    sentence_.bases.clear();
    sentence_.dates.clear();
    sentence_.events.clear();
    for (std::uint32_t token = first; token < past; ++token) {
        const std::uint32_t over = scene_->mention(token);
        if (over == none) {
            if (!scene_->has(token, words_.event)) continue;
            const dateline_hit* hit = scene_->hit(token, words_.event_list);
            if (hit != nullptr) token += hit->token_count - 1;
            if (hit != nullptr) sentence_.events.push_back(hit);
            continue;
        }
        if (mention(over).first_token != token) continue;
        if (mention(over).type == words_.base) sentence_.bases.push_back(over);
        if (mention(over).type == words_.date) sentence_.dates.push_back(over);
    }
}

/// Whether a sentence begins by going on about the base named before it.
bool Story::goes_on() const {
    constexpr std::uint32_t beginning = 5;
    const std::uint32_t limit = std::min(sentence_.past, sentence_.first + beginning);
    for (std::uint32_t token = sentence_.first; token < limit; ++token) {
        if (scene_->covered(token, words_.base)) return false;
        if (scene_->reads(token, "base") || scene_->reads(token, "it") || scene_->reads(token, "facility")) return true;
    }
    const bool participle = scene_->has(sentence_.first, words_.event | words_.agent) && !sentence_.events.empty();
    return participle || scene_->has(sentence_.first, words_.agent);
}

std::uint32_t Story::base_before(std::uint32_t token) const {
    std::uint32_t best = none;
    for (std::uint32_t base : sentence_.bases) {
        if (mention(base).first_token >= token) break;
        if (token - mention(base).first_token <= reach) best = base;
    }
    return best != none ? best : sentence_.goes_on;
}

std::uint32_t Story::base_after(std::uint32_t token) const {
    for (std::uint32_t base : sentence_.bases) {
        if (mention(base).first_token >= token) return mention(base).first_token - token <= reach ? base : none;
    }
    return none;
}

std::uint32_t Story::base_near(std::uint32_t token) const {
    const std::uint32_t before = base_before(token);
    return before != none ? before : base_after(token);
}

/// A number for what a mention is called, whatever its case.
std::uint64_t Story::key(std::uint32_t index) const {
    std::uint64_t sum = 0;
    const dateline_mention& at = mention(index);
    for (std::uint32_t i = 0; i < at.token_count; ++i) sum = sum * 0x9E3779B97F4A7C15u + scene_->document().tokens()[at.first_token + i].hash;
    return sum;
}

}  // namespace bases
