#include "core/learn/second_look.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <tuple>

#include "core/text/hash.h"

namespace dateline::learn {
namespace {

constexpr std::uint32_t longest_name = 12;  // tokens of a name whose parts are looked at

/// Few words, asked about each token of a text: a table so large that nearly all others fall on an empty slot.
class FewWords {
public:
    consteval FewWords(std::initializer_list<std::uint64_t> words) {
        for (const std::uint64_t word : words) {
            std::size_t i = word % slots;
            while (table_[i] != 0 && table_[i] != word) i = (i + 1) % slots;
            table_[i] = word;
        }
    }
    bool hold(std::uint64_t word) const {
        std::size_t i = word % slots;
        while (table_[i] != 0 && table_[i] != word) i = (i + 1) % slots;
        return table_[i] == word;
    }

private:
    static constexpr std::size_t slots = 128;
    std::array<std::uint64_t, slots> table_{};
};

/// What stands inside names in a list, and between them.
constexpr FewWords list_words{signs::comma, signs::semicolon, signs::and_word, signs::or_word, signs::ampersand, signs::the, signs::open, signs::close,
                              text::short_hash("of"), text::short_hash("for"), text::short_hash("-"), text::short_hash("'s"), text::short_hash(".")};

}  // namespace

SecondLook::SecondLook(const Types& types) {
    for (const TypeDeclaration& type : types.types) types_.push_back(keyword(type.name, static_cast<std::uint32_t>(types_.size())));
}

Part SecondLook::bucket(std::int32_t margin) {
    static const auto parts = keywords<6>({"doubtful", "weak", "fair", "good", "strong", "sure"});
    static constexpr std::int32_t limits[] = {-100, 0, 100, 200, 400};
    return parts[static_cast<std::size_t>(std::upper_bound(std::begin(limits), std::end(limits), margin) - std::begin(limits))];
}

void SecondLook::open(const Document& document, const Proposals& proposals) {
    document_ = &document;
    proposals_ = &proposals;
    filter_.fill(0);
    names_.clear();
    leading_.clear();
    trailing_.clear();
    beginning_.assign(document.analysis.tokens.size() + 1, DATELINE_NONE);
    ending_ = beginning_;
    for (std::uint32_t i = 0; i < proposals.candidates.size(); ++i) {
        const Candidate& candidate = proposals.candidates[i];
        if (!candidate.verdict.accepted) continue;
        const std::uint32_t end = candidate.first_token + candidate.token_count;
        beginning_[candidate.first_token] = i;
        ending_[end] = i;
        if (candidate.weighed) {
            names_.push_back({hash(candidate.first_token, end), candidate.type, candidate.verdict.margin, 0, candidate.begin, 1});
            note(names_.back().name);
            add_parts(candidate);
        }
    }
    join(names_);
    join(leading_);
    join(trailing_);
    find_lists();
}

bool SecondLook::separates(std::uint32_t token) const {
    return reads(token, signs::comma) || reads(token, signs::semicolon) || reads(token, signs::and_word) || reads(token, signs::or_word);
}

// Names, what may stand inside one, and what stands between two.
bool SecondLook::goes_on_in_list(std::uint32_t token) const {
    constexpr std::uint32_t name = DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL | DATELINE_TOKEN_HAS_DIGIT | DATELINE_TOKEN_NUMBER;
    const dateline_token& given = document_->analysis.tokens[token];
    return (given.flags & name) != 0 || list_words.hold(given.hash);
}

void SecondLook::find_lists() {
    const auto& tokens = document_->analysis.tokens;
    list_.assign(tokens.size(), 0);
    separators_.assign(1, 0);
    items_.assign(types_.size(), 0);
    bool open = false;
    for (std::uint32_t token = 0; token < tokens.size(); ++token) {
        const bool inside = goes_on_in_list(token);
        if (inside && (!open || (tokens[token].flags & DATELINE_TOKEN_SENTENCE_START) != 0)) {
            separators_.push_back(0);
            items_.resize(items_.size() + types_.size(), 0);
        }
        open = inside;
        if (!inside) continue;
        list_[token] = static_cast<std::uint32_t>(separators_.size() - 1);
        separators_.back() += reads(token, signs::comma) || reads(token, signs::semicolon) ? 1 : 0;
        if (const std::uint32_t item = beginning_[token]; item != DATELINE_NONE) ++items_[items_.size() - types_.size() + proposals_->candidates[item].type];
    }
}

std::uint64_t SecondLook::hash(std::uint32_t first, std::uint32_t end) const {
    std::uint64_t hash = text::hash_seed;
    for (std::uint32_t token = first; token < end; ++token) hash = text::hash_step(hash, document_->analysis.tokens[token].hash);
    return hash;
}

void SecondLook::add_parts(const Candidate& candidate) {
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count;
    if (candidate.token_count < 2 || candidate.token_count > longest_name) return;
    for (std::uint32_t cut = first + 1; cut < end; ++cut) {
        leading_.push_back({hash(first, cut), candidate.type, candidate.verdict.margin, 0, candidate.begin, 1});
        trailing_.push_back({hash(cut, end), candidate.type, candidate.verdict.margin, 0, candidate.begin, 1});
        note(leading_.back().name);
        note(trailing_.back().name);
    }
}

void SecondLook::join(Table& table) {
    std::sort(table.begin(), table.end(), [](const Accepted& a, const Accepted& b) {
        if (a.name != b.name) return a.name < b.name;
        return std::tie(a.type, b.best, a.best_begin) < std::tie(b.type, a.best, b.best_begin);
    });
    std::size_t kept = 0;
    for (const Accepted& one : table) {
        if (kept > 0 && table[kept - 1].name == one.name && table[kept - 1].type == one.type) {
            table[kept - 1].second = table[kept - 1].places == 1 ? one.best : table[kept - 1].second;
            ++table[kept - 1].places;
        } else {
            table[kept++] = one;
        }
    }
    table.resize(kept);
}

std::span<const SecondLook::Accepted> SecondLook::find(const Table& table, std::uint64_t name) const {
    if (!may_have(name)) return {};
    const auto [first, end] = std::equal_range(table.begin(), table.end(), Accepted{name, 0, 0, 0, 0, 0},
                                               [](const Accepted& a, const Accepted& b) { return a.name < b.name; });
    return {first, end};
}

// The accepted candidate before a comma, "and" or the like before a token.
std::uint32_t SecondLook::item_before(std::uint32_t first) const {
    std::uint32_t end = first;
    const auto step = [&](std::uint64_t word) {
        if (end > 0 && reads(end - 1, word)) --end;
    };
    step(signs::the);
    step(signs::ampersand);
    step(signs::and_word);
    step(signs::or_word);
    step(signs::comma);
    step(signs::semicolon);
    return end == first || (end + 1 == first && reads(end, signs::the)) ? DATELINE_NONE : accepted_ending(end);
}

std::uint32_t SecondLook::item_after(std::uint32_t end) const {
    std::uint32_t next = end;
    const auto step = [&](std::uint64_t word) {
        if (reads(next, word)) ++next;
    };
    step(signs::comma);
    step(signs::semicolon);
    step(signs::and_word);
    step(signs::or_word);
    step(signs::ampersand);
    if (next == end) return DATELINE_NONE;
    step(signs::the);
    return accepted_beginning(next);
}

bool SecondLook::has_initials_of(std::uint32_t token, const Candidate& full) const {
    if (token >= document_->analysis.tokens.size() || full.token_count < 2) return false;
    const auto text_of = [&](std::uint32_t at) {
        const dateline_token& given = document_->analysis.tokens[at];
        return std::string_view(document_->text).substr(given.begin, given.end - given.begin);
    };
    const std::string_view word = text_of(token);
    if (word.size() < 2) return false;
    std::size_t matched = 0;
    for (std::uint32_t at = full.first_token; at < full.first_token + full.token_count && matched < word.size(); ++at) {
        matched += text_of(at).front() == word[matched] ? 1 : 0;
    }
    return matched == word.size();
}

}  // namespace dateline::learn
