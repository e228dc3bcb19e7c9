#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::size_t most_members = 24;
constexpr std::size_t most_places = 512;  // ties; of a document with more of them, each two names count once
}

/// Gathers the organizations that stand from a token on, in a list, and gives where it ends.
std::uint32_t Story::chain(std::uint32_t at) {
    chain_.clear();
    std::uint32_t end = at;
    while (at < sentence_.past && chain_.size() < most_members) {
        Member next;
        if (!member(at, next)) break;
        chain_.push_back(next);
        at = end = scene_->past_parenthesis(at, sentence_.past);
        const std::uint32_t separator = at;
        while (at < sentence_.past && (scene_->reads(at, ",") || scene_->reads(at, ";") || scene_->reads(at, "and") || scene_->reads(at, "&"))) ++at;
        if (at == separator) break;
    }
    return end;
}

/// One organization, past what stands before it: "the", "our", "France's".
bool Story::member(std::uint32_t& at, Member& member) const {
    constexpr std::uint32_t most_before = 3;
    std::uint32_t next = at;
    for (std::uint32_t i = 0; i <= most_before && next < sentence_.past; ++i, ++next) {
        member.mention = scene_->begins(next, words_.organization);
        if (member.mention != none) {
            at = scene_->past(member.mention);
            return true;
        }
        if (bodies_.at(*scene_, next) && next > at) {
            member.word = next;
            at = next + 1;
            return true;
        }
        if (scene_->is(next, DATELINE_TOKEN_PUNCTUATION) && !scene_->possessive(next)) return false;
        if (scene_->has(next, words_.preposition | words_.event | words_.aux | words_.agent)) return false;
        if (scene_->mention(next) != none && mention(scene_->mention(next)).type == words_.base) return false;
    }
    return false;
}

/// Gathers the list of organizations that ends before a token.
bool Story::chain_before(std::uint32_t at) {
    chain_.clear();
    while (at > sentence_.first && chain_.size() < most_members) {
        Member next;
        std::uint32_t last = at - 1;
        if (scene_->reads(last, ")")) {
            std::uint32_t open = last;
            while (open > sentence_.first && last - open < 18 && !scene_->reads(open, "(")) --open;
            if (!scene_->reads(open, "(") || open == sentence_.first) break;
            last = open - 1;
        }
        const std::uint32_t over = scene_->mention(last);
        if (over != none && mention(over).type == words_.organization) {
            next.mention = over;
            at = mention(over).first_token;
        } else if (bodies_.at(*scene_, last) && last > sentence_.first) {
            next.word = last;
            at = last - 1;
        } else {
            break;
        }
        chain_.push_back(next);
        while (at > sentence_.first && (scene_->reads(at - 1, "the") || scene_->reads(at - 1, "our"))) --at;
        const std::uint32_t separator = at;
        while (at > sentence_.first && (scene_->reads(at - 1, ",") || scene_->reads(at - 1, ";") || scene_->reads(at - 1, "and"))) --at;
        if (at > sentence_.first + 1 && scene_->reads(at - 1, "with") && (scene_->reads(at - 2, "together") || scene_->reads(at - 2, "along"))) at -= 2;
        if (at == separator) break;
    }
    std::reverse(chain_.begin(), chain_.end());
    return !chain_.empty();
}

void Story::add_chain(std::uint32_t base, std::string_view relation, std::uint32_t evidence, std::uint32_t first, std::uint32_t past,
                      std::string_view rule) {
    if (base == none) return;
    for (const Member& member : chain_) {
        const std::uint32_t organization = member.mention != none ? member.mention : bodies_.find(*scene_, member.word);
        if (organization == none) continue;
        const Tie read{base, organization, member.word, relation, evidence, first, past, rule};
        const bool is_new = tied_.insert(key(base) * 3 + known_as(organization)).second;
        const bool known = ties_.size() >= most_places ? !is_new : std::any_of(ties_.begin(), ties_.end(), [&](const Tie& tie) { return tie.says_the_same(read); });
        if (!known) ties_.push_back(read);
    }
}

}  // namespace bases
