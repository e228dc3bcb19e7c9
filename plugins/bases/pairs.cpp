#include "pairs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <charconv>
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

using Code = std::uint64_t;

constexpr Code code_of(std::string_view word) {  // FNV-1a
    Code code = 0xCBF29CE484222325u;
    for (const char byte : word) code = (code ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
    return code;
}

consteval Code operator""_code(const char* word, std::size_t size) { return code_of({word, size}); }

constexpr Code joined(Code key, Code part) { return (key ^ part) * 0x9E3779B97F4A7C15u; }

// By Kind, and by the number that they stand for.
constexpr std::array kinds = {"O"_code, "E"_code, "D"_code};
constexpr std::array digits = {"0"_code, "1"_code, "2"_code, "3"_code, "4"_code, "5"_code, "6"_code, "7"_code, "8"_code, "9"_code};

Code digit(std::uint64_t number) { return digits[std::min<std::uint64_t>(number, 9)]; }

bool is_name(Code word) { return word == "<B>"_code || word == "<O>"_code || word == "<D>"_code || word == "<P>"_code; }

Code key_of(std::string_view feature) {
    Code key = 0;
    while (!feature.empty()) {
        const std::string_view part = feature.substr(0, feature.find(' '));
        feature.remove_prefix(std::min(feature.size(), part.size() + 1));
        if (!part.empty()) key = joined(key, code_of(part));
    }
    return key;
}

// The weights by the keys of their features. Most features that are asked for have none, which a few bits of the key tell.
class Weights {
public:
    Weights() {
        std::string_view rest = pair_weights_file;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            const std::size_t tab = line.find('\t');
            if (line.starts_with('#') || tab == std::string_view::npos) continue;
            Weight weight{key_of(line.substr(0, tab))};
            std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight.value);
            weights_.push_back(weight);
            known_.set(weight.key >> known_shift);
        }
        std::sort(weights_.begin(), weights_.end(), [](const Weight& one, const Weight& other) { return one.key < other.key; });
        for (std::size_t i = weights_.size(); i-- > 0;) first_[weights_[i].key >> known_shift] = static_cast<std::uint32_t>(i);
    }

    std::int32_t of(Code key) const {
        if (!known_.test(key >> known_shift)) return 0;
        std::size_t at = first_[key >> known_shift];
        while (at + 1 < weights_.size() && weights_[at].key < key) ++at;
        return weights_[at].key == key ? weights_[at].value : 0;
    }

private:
    struct Weight {
        Code key = 0;
        std::int32_t value = 0;
    };
    static constexpr unsigned known_shift = 48;

    std::bitset<1u << (64 - known_shift)> known_;
    std::array<std::uint32_t, 1u << (64 - known_shift)> first_{};  // of those with the same first bits
    std::vector<Weight> weights_;                                  // by key
};

}  // namespace

Pairs::Pairs(const Words& words, const dateline::Host& host) : words_(words), person_(host.find_type("person")) {}

void Pairs::open(const common::Scene& scene) {
    scene_ = &scene;
    bases_.clear();
    distinct_bases_ = 0;
    const auto& mentions = scene.document().mentions();
    for (std::uint32_t i = 0; i < mentions.size() && bases_.size() < most_bases; ++i) {
        if (mentions[i].type != words_.base) continue;
        const std::uint64_t own = name(mentions[i].first_token, scene.past(i));
        distinct_bases_ += std::none_of(bases_.begin(), bases_.end(), [own](const Place& base) { return base.name == own; });
        bases_.push_back({i, own});
    }
    words_at_.assign(bases_.empty() ? 0 : scene.size(), 0);
}

void Pairs::find(Kind kind, const std::vector<Span>& spans, std::vector<Pair>& pairs) {
    kind_ = kind;
    spans_ = &spans;
    pairs.clear();
    names_.clear();
    order_.clear();
    sentence_sums_.assign(2 * spans.size(), std::nullopt);
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
    for (Pair& pair : pairs) pair.weight = weigh(pair.base, pair.span);
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

Pairs::Code Pairs::word(std::int64_t token) {
    if (token < 0 || token >= scene_->size()) return "<>"_code;
    Code& word = words_at_[static_cast<std::size_t>(token)];
    if (word == 0) word = read(static_cast<std::uint32_t>(token));
    return word;
}

Pairs::Code Pairs::read(std::uint32_t token) const {
    const std::uint32_t over = scene_->mention(token), type = over == none ? none : scene_->mention_at(over).type;
    if (type != none && type == words_.base) return "<B>"_code;
    if (type != none && type == words_.organization) return "<O>"_code;
    if (type != none && type == words_.date) return "<D>"_code;
    if (type != none && type == person_) return "<P>"_code;
    return code_of(scene_->document().folded(token));
}

void Pairs::say(std::span<const Code> parts) {
    static const Weights weights;
    Code key = joined(0, kinds[static_cast<std::size_t>(kind_)]);
    for (const Code part : parts) key = joined(key, part);
    sum_ += weights.of(key);
}

std::int32_t Pairs::weigh(std::uint32_t base, std::uint32_t index) {
    const Span& span = (*spans_)[index];
    const dateline_mention& b = scene_->mention_at(base);
    const auto [sentences, distance] = apart(base, span);
    const bool before = span.first < b.first_token;
    const Code order = before ? "XB"_code : "BX"_code, same = sentences == 0 ? "0"_code : "1"_code;
    const Code ordered = sentences == 0 ? (before ? "XB0"_code : "BX0"_code) : (before ? "XB1"_code : "BX1"_code);
    const std::uint32_t begin = before ? span.past : scene_->past(base), end = before ? b.first_token : span.first;
    sum_ = 0;
    say({"any"_code});
    say({"sentence"_code, !before || sentences == 0 ? digit(sentences) : sentences == 1 ? "-1"_code : "-2"_code});
    say({"order"_code, order, same});
    say({"distance"_code, order, digit(static_cast<std::uint64_t>(std::bit_width(distance)))});
    count_names(same, begin, end);
    if (sentences == 0) between(order, begin, end);
    if (sentences != 0 || kind_ != Kind::organization) sentence_of(sentences == 0, index);
    frame(ordered, base, span);
    bases_near(same, base, span);
    if (kind_ == Kind::organization) organization(base, span);
    if (kind_ == Kind::event) event(same, ordered, span);
    return sum_;
}

void Pairs::count_names(Code same, std::uint32_t begin, std::uint32_t end) {
    std::uint64_t other_bases = 0, organizations = 0;
    for (std::uint32_t token = begin; token < end; ++token) {
        const std::uint32_t over = scene_->mention(token);
        if (over == none || scene_->mention_at(over).first_token != token) continue;
        other_bases += scene_->mention_at(over).type == words_.base;
        organizations += scene_->mention_at(over).type == words_.organization;
    }
    say({"bases"_code, same, digit(std::min<std::uint64_t>(2, other_bases))});
    say({"organizations"_code, same, digit(std::min<std::uint64_t>(3, organizations))});
}

void Pairs::event(Code same, Code ordered, const Span& span) {
    seen_.assign({"trigger"_code, same});
    for (std::uint32_t token = span.first; token < span.past; ++token) seen_.push_back(code_of(scene_->document().folded(token)));
    say(seen_);
    say({"type"_code, ordered, code_of(span.type)});
}

void Pairs::between(Code order, std::uint32_t begin, std::uint32_t end) {
    seen_.assign({"whole"_code, order});
    for (std::uint32_t at = begin; at < end && seen_.size() <= 2 + longest_between;) {
        seen_.push_back(word(at));
        at = is_name(seen_.back()) ? scene_->past(scene_->mention(at)) : at + 1;
    }
    const std::span<const Code> words = std::span<const Code>(seen_).subspan(2);
    if (words.size() > longest_between) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::find(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), words[i]) == words.begin() + static_cast<std::ptrdiff_t>(i)) say({"between"_code, order, words[i]});
        bool again = false;
        for (std::size_t k = 1; k < i; ++k) again = again || (words[k - 1] == words[i - 1] && words[k] == words[i]);
        if (i > 0 && !again) say({"pair"_code, order, words[i - 1], words[i]});
    }
    if (words.size() <= longest_whole) say(seen_);
}

// The span's own sentence, the same for each base; of an organization only when the base stands in another.
void Pairs::sentence_of(bool is_same, std::uint32_t span) {
    std::optional<std::int32_t>& known = sentence_sums_[2 * std::size_t{span} + (is_same ? 0 : 1)];
    if (!known) {
        const std::int32_t before = std::exchange(sum_, 0);
        say_sentence(is_same ? "0"_code : "1"_code, (*spans_)[span]);
        known = std::exchange(sum_, before);
    }
    sum_ += *known;
}

void Pairs::say_sentence(Code same, const Span& span) {
    const std::uint32_t first = scene_->sentence_begin(span.first), past = std::min(scene_->sentence_end(span.first), first + sentence_words);
    seen_.clear();
    for (std::uint32_t token = first; token < past; ++token) {
        const Code one = word(token);
        if (std::find(seen_.begin(), seen_.end(), one) != seen_.end()) continue;
        seen_.push_back(one);
        say({"sentence-has"_code, same, one});
    }
    say({first == span.first ? "first"_code : "later"_code, same});
    for (std::uint32_t token = std::max(first, span.first - std::min(span.first, near_before)); token < span.first; ++token) say({"near-before"_code, word(token)});
}

// The words right beside the two.
void Pairs::frame(Code ordered, std::uint32_t base, const Span& span) {
    const std::int64_t i = scene_->mention_at(base).first_token, j = scene_->past(base), k = span.first, l = span.past;
    say({"before"_code, ordered, word(k - 1)});
    say({"after"_code, ordered, word(l)});
    say({"before-base"_code, ordered, word(i - 1)});
    say({"after-base"_code, ordered, word(j)});
    say({"two-before"_code, ordered, word(k - 2), word(k - 1)});
    say({"two-after"_code, ordered, word(l), word(l + 1)});
}

void Pairs::bases_near(Code same, std::uint32_t base, const Span& span) {
    const Place *nearest = &bases_.front(), *own = nearest;
    for (const Place& one : bases_) {
        if (apart(one.mention, span) < apart(nearest->mention, span)) nearest = &one;
        if (one.mention == base) own = &one;
    }
    say({nearest->name == own->name ? "nearest"_code : "farther"_code, same});
    say({"all-bases"_code, digit(std::min<std::size_t>(3, distinct_bases_))});
}

void Pairs::organization(std::uint32_t base, const Span& span) {
    const std::uint64_t own = name_of(span);
    say({"rank"_code, digit(std::min<std::uint64_t>(4, static_cast<std::uint64_t>(std::find(order_.begin(), order_.end(), own) - order_.begin())))});
    const auto places = static_cast<std::uint64_t>(std::count(names_.begin(), names_.end(), own));
    say({"places"_code, digit(static_cast<std::uint64_t>(std::bit_width(std::min<std::uint64_t>(5, places))))});
    if (shares_a_word(base, span)) say({"shares"_code});
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
