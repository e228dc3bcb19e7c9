#include "pairs.h"

#include <algorithm>
#include <tuple>

namespace bases {

namespace {
constexpr std::uint32_t farthest = 4;    // sentences
constexpr std::size_t most_spans = 24;   // beside one base, to either side
constexpr std::size_t most_bases = 400;  // of a document: a list of thousands is no story
}  // namespace

void Pairs::open(const common::Scene& scene) {
    scene_ = &scene;
    bases_.clear();
    distinct_ = 0;
    const auto& mentions = scene.document().mentions();
    for (std::uint32_t i = 0; i < mentions.size() && bases_.size() < most_bases; ++i) {
        if (mentions[i].type != words_.base) continue;
        const std::uint64_t own = scene.name(i);
        distinct_ += std::none_of(bases_.begin(), bases_.end(), [own](const Place& base) { return base.name == own; });
        bases_.push_back({i, own});
    }
}

void Pairs::find(const std::vector<Span>& spans, std::vector<Pair>& pairs) const {
    struct Near {
        std::uint64_t base_name, name;
        Distance distance;
        Pair pair;
    };
    std::vector<Near> near;
    for (const Place& base : bases_) {
        const std::uint32_t first = scene_->mention_at(base.mention).first_token;
        const auto behind =
            std::lower_bound(spans.begin(), spans.end(), first, [](const Span& span, std::uint32_t token) { return span.first < token; });
        const auto middle = static_cast<std::size_t>(behind - spans.begin());
        for (std::size_t i = middle - std::min(middle, most_spans); i < std::min(spans.size(), middle + most_spans); ++i) {
            const Distance distance = apart(base.mention, spans[i]);
            if (distance.first <= farthest) near.push_back({base.name, spans[i].name, distance, {base.mention, static_cast<std::uint32_t>(i)}});
        }
    }
    std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
        return std::tie(a.base_name, a.name, a.distance, a.pair.base, a.pair.span) <
               std::tie(b.base_name, b.name, b.distance, b.pair.base, b.pair.span);
    });
    near.erase(std::unique(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.base_name == b.base_name && a.name == b.name; }),
               near.end());
    pairs.clear();
    for (const Near& one : near) pairs.push_back(one.pair);
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return std::tie(a.base, a.span) < std::tie(b.base, b.span); });
}

bool Pairs::is_nearer_to_another(std::uint32_t base, const Span& span) const {
    const auto behind = std::lower_bound(bases_.begin(), bases_.end(), span.first, [this](const Place& place, std::uint32_t token) {
        return scene_->mention_at(place.mention).first_token < token;
    });
    const std::uint64_t own = scene_->name(base);
    const auto nearer = [&](const Place& other) { return other.name != own && apart(other.mention, span) < apart(base, span); };
    return (behind != bases_.end() && nearer(*behind)) || (behind != bases_.begin() && nearer(*(behind - 1)));
}

Pairs::Distance Pairs::apart(std::uint32_t base, const Span& span) const {
    const std::uint32_t first = scene_->mention_at(base).first_token, past = scene_->past(base);
    const auto& tokens = scene_->document().tokens();
    const std::uint32_t one = tokens[first].sentence, other = tokens[span.first].sentence;
    return {one < other ? other - one : one - other, span.first >= past ? span.first - past : first - std::min(first, span.past)};
}

}  // namespace bases
