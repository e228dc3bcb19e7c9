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
constexpr std::size_t most_spans = 24;    // beside one base, to either side
constexpr std::size_t most_bases = 400;   // of a document: a list of thousands is no story
constexpr std::size_t most_ranks = 5;     // names of organizations that are told apart by their order
constexpr std::size_t most_alike = 1000;  // pairs that are searched for the same two names

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

void Pairs::open(const common::Scene& scene) {
    scene_ = &scene;
    bases_.clear();
    const auto& mentions = scene.document().mentions();
    for (std::uint32_t i = 0; i < mentions.size() && bases_.size() < most_bases; ++i) {
        if (mentions[i].type == words_.base) bases_.push_back({i, name(mentions[i].first_token, scene.past(i))});
    }
}

void Pairs::find(Kind kind, const std::vector<Span>& spans, std::vector<Pair>& pairs) {
    kind_ = kind;
    spans_ = &spans;
    pairs.clear();
    names_.clear();
    order_.clear();
    for (const Span& span : spans) {
        names_.push_back(name_of(span));
        if (kind == Kind::organization && order_.size() < most_ranks && std::find(order_.begin(), order_.end(), names_.back()) == order_.end()) order_.push_back(names_.back());
    }
    for (const Place& base : bases_) {
        const std::uint32_t first = scene_->mention_at(base.mention).first_token;
        const auto behind = std::lower_bound(spans.begin(), spans.end(), first, [](const Span& span, std::uint32_t token) { return span.first < token; });
        const auto middle = static_cast<std::size_t>(behind - spans.begin());
        for (std::size_t i = middle - std::min(middle, most_spans); i < std::min(spans.size(), middle + most_spans); ++i) add(base, static_cast<std::uint32_t>(i), pairs);
    }
    for (Pair& pair : pairs) pair.weight = weigh(pair.base, spans[pair.span]);
}

// Keeps the nearest places of two names.
void Pairs::add(const Place& base, std::uint32_t span, std::vector<Pair>& pairs) const {
    const auto distance = apart(base.mention, (*spans_)[span]);
    if (distance.first > farthest) return;
    for (std::size_t i = pairs.size(); i-- > 0 && pairs.size() - i < most_alike;) {
        Pair& pair = pairs[i];
        if (names_[pair.span] != names_[span] || name(scene_->mention_at(pair.base).first_token, scene_->past(pair.base)) != base.name) continue;
        if (distance < apart(pair.base, (*spans_)[pair.span])) pair = {base.mention, span, 0};
        return;
    }
    pairs.push_back({base.mention, span, 0});
}

std::uint64_t Pairs::name(std::uint32_t first, std::uint32_t past) const {
    std::uint64_t hash = 0;
    for (std::uint32_t token = first; token < past; ++token) hash = (hash ^ scene_->document().tokens()[token].hash) * 0x9E3779B97F4A7C15u;
    return hash;
}

// Organizations of one name are one; events and dates stand for themselves.
std::uint64_t Pairs::name_of(const Span& span) const { return kind_ == Kind::organization ? name(span.first, span.past) : span.first; }

// Sentences and tokens between a base and a span.
std::pair<std::uint32_t, std::uint32_t> Pairs::apart(std::uint32_t base, const Span& span) const {
    const std::uint32_t first = scene_->mention_at(base).first_token, past = scene_->past(base);
    const auto& tokens = scene_->document().tokens();
    const std::uint32_t one = tokens[first].sentence, other = tokens[span.first].sentence;
    return {one < other ? other - one : one - other, span.first >= past ? span.first - past : first - std::min(first, span.past)};
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
    feature_ = kind_ == Kind::organization ? "O " : kind_ == Kind::event ? "E " : "D ";
    for (const std::string_view part : parts) feature_ += part;
    if (const auto found = weights.find(feature_); found != weights.end()) sum_ += found->second;
}

std::int32_t Pairs::weigh(std::uint32_t base, const Span& span) {
    const dateline_mention& b = scene_->mention_at(base);
    const auto [sentences, distance] = apart(base, span);
    const bool before = span.first < b.first_token;
    const std::string_view order = before ? "XB" : "BX", same = sentences == 0 ? "0" : "1";
    const std::uint32_t begin = before ? span.past : scene_->past(base), end = before ? b.first_token : span.first;
    sum_ = 0;
    say({"any"});
    say({"sentence ", before && sentences > 0 ? "-" : "", digit(sentences)});
    say({"order ", order, " ", same});
    say({"distance ", order, " ", digit(static_cast<std::uint64_t>(std::bit_width(distance)))});
    std::uint64_t other_bases = 0, organizations = 0;
    for (std::uint32_t token = begin; token < end; ++token) {
        const std::uint32_t over = scene_->mention(token);
        if (over == none || scene_->mention_at(over).first_token != token) continue;
        other_bases += scene_->mention_at(over).type == words_.base;
        organizations += scene_->mention_at(over).type == words_.organization;
    }
    say({"bases ", same, " ", digit(std::min<std::uint64_t>(2, other_bases))});
    say({"organizations ", same, " ", digit(std::min<std::uint64_t>(3, organizations))});
    if (sentences == 0) between(order, begin, end);
    if (sentences != 0 || kind_ != Kind::organization) sentence_of(same, span);
    frame(order, same, base, span);
    bases_near(same, base, span);
    if (kind_ == Kind::organization) organization(base, span);
    if (kind_ == Kind::event) {
        std::string trigger;
        for (std::uint32_t token = span.first; token < span.past; ++token) trigger += (trigger.empty() ? "" : " ") + std::string(scene_->document().folded(token));
        say({"trigger ", same, " ", trigger});
        say({"type ", order, same, " ", span.type});
    }
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

// The span's own sentence; of an organization only when the base stands in another.
void Pairs::sentence_of(std::string_view same, const Span& span) {
    const std::uint32_t first = scene_->sentence_begin(span.first), past = std::min(scene_->sentence_end(span.first), first + sentence_words);
    std::vector<std::string_view> seen;
    for (std::uint32_t token = first; token < past; ++token) {
        if (std::find(seen.begin(), seen.end(), word(token)) != seen.end()) continue;
        seen.push_back(word(token));
        say({"sentence-has ", same, " ", seen.back()});
    }
    say({first == span.first ? "first " : "later ", same});
    for (std::uint32_t token = std::max(first, span.first - std::min(span.first, near_before)); token < span.first; ++token) say({"near-before ", word(token)});
}

// The words right beside the two.
void Pairs::frame(std::string_view order, std::string_view same, std::uint32_t base, const Span& span) {
    const std::int64_t i = scene_->mention_at(base).first_token, j = scene_->past(base), k = span.first, l = span.past;
    say({"before ", order, same, " ", word(k - 1)});
    say({"after ", order, same, " ", word(l)});
    say({"before-base ", order, same, " ", word(i - 1)});
    say({"after-base ", order, same, " ", word(j)});
    say({"two-before ", order, same, " ", word(k - 2), " ", word(k - 1)});
    say({"two-after ", order, same, " ", word(l), " ", word(l + 1)});
}

void Pairs::bases_near(std::string_view same, std::uint32_t base, const Span& span) {
    const Place *nearest = &bases_.front(), *own = nearest;
    std::size_t distinct = 0;
    for (const Place& one : bases_) {
        if (apart(one.mention, span) < apart(nearest->mention, span)) nearest = &one;
        if (one.mention == base) own = &one;
        distinct += distinct <= 3 && std::none_of(std::as_const(bases_).data(), &one, [&](const Place& before) { return before.name == one.name; });
    }
    say({nearest->name == own->name ? "nearest " : "farther ", same});
    say({"all-bases ", digit(std::min<std::size_t>(3, distinct))});
}

void Pairs::organization(std::uint32_t base, const Span& span) {
    const std::uint64_t own = name_of(span);
    say({"rank ", digit(std::min<std::uint64_t>(4, static_cast<std::uint64_t>(std::find(order_.begin(), order_.end(), own) - order_.begin())))});
    const auto places = static_cast<std::uint64_t>(std::count(names_.begin(), names_.end(), own));
    say({"places ", digit(static_cast<std::uint64_t>(std::bit_width(std::min<std::uint64_t>(5, places))))});
    if (shares_a_word(base, span)) say({"shares"});
}

bool Pairs::shares_a_word(std::uint32_t base, const Span& span) const {
    for (std::uint32_t i = scene_->mention_at(base).first_token; i < scene_->past(base); ++i) {
        const std::string_view one = scene_->document().folded(i);
        if (one == "of" || one == "the" || one == "base" || one == "and" || one == "for") continue;
        for (std::uint32_t k = span.first; k < span.past; ++k) {
            if (scene_->document().folded(k) == one) return true;
        }
    }
    return false;
}

}  // namespace bases
