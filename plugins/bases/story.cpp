#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t reach = 45;           // tokens between a base and what is said of it
constexpr std::uint32_t longest_piece = 300;  // tokens
}  // namespace

void Story::tell(const common::Scene& scene, dateline::Output& output) {
    scene_ = &scene;
    output_ = &output;
    pairs_.open(scene);
    told_.clear();
    ties_.clear();
    tied_.clear();
    day_ = none;
    note_abbreviations();
    lead_ = {};
    item_ = false;
    last_bases_.clear();
    sentence_ = {};
    last_base_ = last_sentence_ = none;
    const auto& sentences = scene.document().sentences();
    for (std::uint32_t index = 0; index < sentences.size(); ++index) {
        std::uint32_t first = sentences[index].first_token;
        const std::uint32_t past = first + sentences[index].token_count;
        for (; first < past; first += std::min(longest_piece, past - first)) piece(index, first, first + std::min(longest_piece, past - first));
    }
    dates_.clear();
    for (std::uint32_t i = 0; i < scene.document().mentions().size(); ++i) {
        if (mention(i).type == words_.date) dates_.push_back(i);
    }
    offer_organizations();
    offer_events();
}

/// A sentence, or so much of a very long one that work stays linear.
void Story::piece(std::uint32_t index, std::uint32_t first, std::uint32_t past) {
    read(first, past);
    constexpr std::uint32_t gap = 2;  // sentences
    const bool next = last_sentence_ != none && index - last_sentence_ <= gap;
    const bool about = (next || !sentence_.bases.empty()) && goes_on();
    if (!about && sentence_.bases.empty()) {
        note_lead();
        return;
    }
    if (about) sentence_.goes_on = last_base_;
    events();
    organizations();
    note_lead();
    if (!sentence_.bases.empty()) last_bases_ = sentence_.bases;
    if (!sentence_.bases.empty()) last_base_ = sentence_.bases.back();
    last_sentence_ = index;
}

/// Gathers a sentence's bases; the rest only when there is something to say.
void Story::read(std::uint32_t first, std::uint32_t past) {
    sentence_.first = first;
    sentence_.past = past;
    sentence_.goes_on = none;
    note_day();
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

/// Whether a sentence goes on about the base named before it: "The base …", "It …", "Built by …", or a line below a line that is a name.
bool Story::goes_on() {
    constexpr std::uint32_t beginning = 5, far = 60;
    sentence_.about_all = false;
    const std::uint32_t limit = std::min(sentence_.past, sentence_.first + far);
    for (std::uint32_t token = sentence_.first; token < limit; ++token) {
        if (scene_->covered(token, words_.base)) return false;
        if (token > sentence_.first && scene_->reads(token, "base") && scene_->reads(token - 1, "the")) return true;
        if (token > sentence_.first && scene_->reads(token, "it") && scene_->has(token - 1, words_.active)) return true;
        if (token >= sentence_.first + beginning) continue;
        if (const dateline_hit* hit = scene_->hit(token, words_.continuing_list)) {
            sentence_.about_all = !dateline::view(hit->value).empty();
            return true;
        }
        if (scene_->has(token, words_.agent) && (token == sentence_.first || scene_->reads(token - 1, "jointly"))) return true;
        if (scene_->reads(token, "this") && token == sentence_.first && scene_->reads(token + 1, "is")) return true;
    }
    return scene_->has(sentence_.first, words_.event) || (item_ && (!sentence_.dates.empty() || sentence_.past - sentence_.first < beginning * 4));
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

/// Whether a base is one of armed forces, of which much is said that is no event of its own.
bool Story::military(std::uint32_t index) const {
    const dateline_mention& at = mention(index);
    for (std::uint32_t i = 0; i < at.token_count; ++i) {
        if (!scene_->has(at.first_token + i, words_.base_word)) continue;
        return (i > 0 && scene_->has(at.first_token + i - 1, words_.military)) || words_.abbreviates(*scene_, at.first_token + i);
    }
    return true;
}

/// Remembers which organizations stand in parentheses behind a fuller name: one body is to be named once.
void Story::note_abbreviations() {
    constexpr std::size_t most = 128;
    abbreviations_.clear();
    const auto& mentions = scene_->document().mentions();
    for (std::uint32_t i = 0; i + 1 < mentions.size() && abbreviations_.size() < most; ++i) {
        if (mentions[i].type != words_.organization || mentions[i + 1].type != words_.organization) continue;
        std::uint32_t at = scene_->past(i);
        if (!scene_->reads(at, "(")) continue;
        while (at < mentions[i + 1].first_token && (scene_->reads(at, "(") || scene_->reads(at, "\""))) ++at;
        if (at == mentions[i + 1].first_token) abbreviations_.emplace_back(key(i + 1), key(i));
    }
}

std::uint64_t Story::known_as(std::uint32_t index) const {
    const std::uint64_t name = key(index);
    for (const auto& [abbreviation, full] : abbreviations_) {
        if (abbreviation == name) return full;
    }
    return name;
}

}  // namespace bases
