#include "pairs.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace bases {

// Made by the build from pair-weights.tsv.
extern const std::string_view pair_weights_file;

namespace {

constexpr std::uint32_t farthest = 2, longest_between = 14, longest_whole = 4, sentence_words = 30, near_before = 4;
constexpr std::size_t most_organizations = 24;   // beside one base, to either side
constexpr std::size_t most_mentions = 400;       // of a document: a list of thousands is no story of bases

using Weights = std::unordered_map<std::string_view, std::int32_t>;

Weights read_weights() {
    Weights weights;
    std::string_view rest = pair_weights_file;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (line.starts_with('#') || tab == std::string_view::npos) continue;
        std::int32_t weight = 0;
        std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight);
        weights.emplace(line.substr(0, tab), weight);
    }
    return weights;
}

std::string_view digit(std::uint64_t number) {
    static constexpr std::string_view digits = "0123456789";
    return digits.substr(std::min<std::uint64_t>(number, 9), 1);
}

}  // namespace

Pairs::Pairs(const Words& words, const dateline::Host& host) : words_(words), person_(host.find_type("person")) {}

void Pairs::find(const common::Scene& scene, std::vector<Pair>& pairs) {
    scene_ = &scene;
    pairs.clear();
    gather();
    if (bases_.empty() || organizations_.empty()) return;
    for (const Place& base : bases_) {
        const auto behind = std::lower_bound(organizations_.begin(), organizations_.end(), base.mention, [](const Place& one, std::uint32_t mention) { return one.mention < mention; });
        const auto middle = static_cast<std::size_t>(behind - organizations_.begin());
        for (std::size_t i = middle - std::min(middle, most_organizations); i < std::min(organizations_.size(), middle + most_organizations); ++i) add(base, organizations_[i], pairs);
    }
    for (Pair& pair : pairs) pair.weight = weigh(pair.base, pair.organization);
}

void Pairs::gather() {
    bases_.clear();
    organizations_.clear();
    names_.clear();
    const auto& mentions = scene_->document().mentions();
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].type == words_.base && bases_.size() < most_mentions) bases_.push_back({i, name(i)});
        if (mentions[i].type != words_.organization || organizations_.size() >= most_mentions) continue;
        organizations_.push_back({i, name(i)});
        if (std::find(names_.begin(), names_.end(), organizations_.back().name) == names_.end()) names_.push_back(organizations_.back().name);
    }
}

// Keeps the nearest places of two names.
void Pairs::add(const Place& base, const Place& organization, std::vector<Pair>& pairs) const {
    const auto distance = apart(base.mention, organization.mention);
    if (distance.first > farthest) return;
    for (Pair& pair : pairs) {
        if (name(pair.base) != base.name || name(pair.organization) != organization.name) continue;
        if (distance < apart(pair.base, pair.organization)) pair = {base.mention, organization.mention, 0};
        return;
    }
    pairs.push_back({base.mention, organization.mention, 0});
}

std::uint64_t Pairs::name(std::uint32_t mention) const {
    std::uint64_t hash = 0;
    for (std::uint32_t token = scene_->mention_at(mention).first_token; token < scene_->past(mention); ++token) {
        hash = (hash ^ scene_->document().tokens()[token].hash) * 0x9E3779B97F4A7C15u;
    }
    return hash;
}

std::uint32_t Pairs::sentence(std::uint32_t mention) const { return scene_->document().tokens()[scene_->mention_at(mention).first_token].sentence; }

// Sentences and tokens between two mentions.
std::pair<std::uint32_t, std::uint32_t> Pairs::apart(std::uint32_t one, std::uint32_t other) const {
    const std::uint32_t first = std::min(one, other), second = std::max(one, other);
    return {sentence(second) - sentence(first), scene_->mention_at(second).first_token - std::min(scene_->past(first), scene_->mention_at(second).first_token)};
}

// The word at a token, or what kind of name stands there.
std::string_view Pairs::word(std::int64_t token) const {
    if (token < 0 || token >= scene_->size()) return "<>";
    const auto at = static_cast<std::uint32_t>(token);
    const std::uint32_t over = scene_->mention(at);
    if (over == none) return scene_->document().folded(at);
    const std::uint32_t type = scene_->mention_at(over).type;
    return type == words_.base ? "<B>" : type == words_.organization ? "<O>" : type == words_.date ? "<D>" : type == person_ ? "<P>" : scene_->document().folded(at);
}

void Pairs::say(std::initializer_list<std::string_view> parts) {
    static const Weights weights = read_weights();
    feature_.clear();
    for (const std::string_view part : parts) feature_ += part;
    if (const auto found = weights.find(feature_); found != weights.end()) sum_ += found->second;
}

std::int32_t Pairs::weigh(std::uint32_t base, std::uint32_t organization) {
    const dateline_mention &b = scene_->mention_at(base), &o = scene_->mention_at(organization);
    const auto [sentences, distance] = apart(base, organization);
    const std::string_view order = o.first_token < b.first_token ? "OB" : "BO", same = sentences == 0 ? "0" : "1";
    sum_ = 0;
    say({"any"});
    say({"sentence ", o.first_token < b.first_token && sentences > 0 ? "-" : "", digit(sentences)});
    say({"order ", order, " ", same});
    say({"distance ", order, " ", digit(static_cast<std::uint64_t>(std::bit_width(distance)))});
    std::uint64_t other_bases = 0, other_organizations = 0;
    for (std::uint32_t i = std::min(base, organization) + 1; i < std::max(base, organization); ++i) {
        other_bases += scene_->mention_at(i).type == words_.base;
        other_organizations += scene_->mention_at(i).type == words_.organization;
    }
    say({"bases ", same, " ", digit(std::min<std::uint64_t>(2, other_bases))});
    say({"organizations ", same, " ", digit(std::min<std::uint64_t>(3, other_organizations))});
    if (sentences == 0) {
        between(order, order == "OB" ? scene_->past(organization) : scene_->past(base), order == "OB" ? b.first_token : o.first_token);
    } else {
        sentence_of(organization);
    }
    frame(order, same, base, organization);
    document(same, base, organization);
    return sum_;
}

void Pairs::between(std::string_view order, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::string_view> words;
    for (std::uint32_t at = begin; at < end && words.size() <= longest_between;) {
        words.push_back(word(at));
        at = words.back().starts_with('<') && words.back().size() > 1 ? scene_->past(scene_->mention(at)) : at + 1;
    }
    if (words.size() > longest_between) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::find(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), words[i]) == words.begin() + static_cast<std::ptrdiff_t>(i)) say({"between ", order, " ", words[i]});
        bool again = false;
        for (std::size_t k = 1; k < i; ++k) again = again || (words[k - 1] == words[i - 1] && words[k] == words[i]);
        if (i > 0 && !again) say({"pair ", order, " ", words[i - 1], " ", words[i]});
    }
    if (words.size() > longest_whole) return;
    std::string whole;
    for (const std::string_view one : words) whole += (whole.empty() ? "" : " ") + std::string(one);
    say({"whole ", order, " ", whole});
}

// The organization's own sentence, when the base stands in another.
void Pairs::sentence_of(std::uint32_t organization) {
    const std::uint32_t at = scene_->mention_at(organization).first_token, first = scene_->sentence_begin(at);
    const std::uint32_t past = std::min(scene_->sentence_end(at), first + sentence_words);
    std::vector<std::string_view> seen;
    for (std::uint32_t token = first; token < past; ++token) {
        if (std::find(seen.begin(), seen.end(), word(token)) != seen.end()) continue;
        seen.push_back(word(token));
        say({"sentence-has ", seen.back()});
    }
    say({first == at ? "first" : "later"});
    for (std::uint32_t token = std::max(first, at - std::min(at, near_before)); token < at; ++token) say({"near-before ", word(token)});
}

// The words right beside the two.
void Pairs::frame(std::string_view order, std::string_view same, std::uint32_t base, std::uint32_t organization) {
    const std::int64_t i = scene_->mention_at(base).first_token, j = scene_->past(base), k = scene_->mention_at(organization).first_token, l = scene_->past(organization);
    say({"before ", order, same, " ", word(k - 1)});
    say({"after ", order, same, " ", word(l)});
    say({"before-base ", order, same, " ", word(i - 1)});
    say({"after-base ", order, same, " ", word(j)});
    say({"two-before ", order, same, " ", word(k - 2), " ", word(k - 1)});
    say({"two-after ", order, same, " ", word(l), " ", word(l + 1)});
}

void Pairs::document(std::string_view same, std::uint32_t base, std::uint32_t organization) {
    const Place* nearest = &bases_.front();
    std::size_t distinct = 0;
    for (const Place& one : bases_) {
        if (apart(one.mention, organization) < apart(nearest->mention, organization)) nearest = &one;
        distinct += std::none_of(std::as_const(bases_).data(), &one, [&](const Place& before) { return before.name == one.name; });
    }
    say({nearest->name == name(base) ? "nearest " : "farther ", same});
    const std::uint64_t own = name(organization);
    say({"rank ", digit(std::min<std::uint64_t>(4, static_cast<std::uint64_t>(std::find(names_.begin(), names_.end(), own) - names_.begin())))});
    const auto places = static_cast<std::uint64_t>(std::count_if(organizations_.begin(), organizations_.end(), [&](const Place& one) { return one.name == own; }));
    say({"places ", digit(static_cast<std::uint64_t>(std::bit_width(std::min<std::uint64_t>(5, places))))});
    say({"all-bases ", digit(std::min<std::size_t>(3, distinct))});
    if (shares_a_word(base, organization)) say({"shares"});
}

bool Pairs::shares_a_word(std::uint32_t base, std::uint32_t organization) const {
    for (std::uint32_t i = scene_->mention_at(base).first_token; i < scene_->past(base); ++i) {
        const std::string_view one = scene_->document().folded(i);
        if (one == "of" || one == "the" || one == "base" || one == "and" || one == "for") continue;
        for (std::uint32_t k = scene_->mention_at(organization).first_token; k < scene_->past(organization); ++k) {
            if (scene_->document().folded(k) == one) return true;
        }
    }
    return false;
}

}  // namespace bases
