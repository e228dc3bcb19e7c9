/// A second look at each candidate, when first verdicts on all of them are there: the same name elsewhere, longer and shorter names, the items beside it in a list,
/// what stands in parentheses behind it (two-stage prediction after Krishnan and Manning, "An Effective Two-Stage Model for Exploiting Non-Local
/// Dependencies in Named Entity Recognition", ACL 2006).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/learn/feature_list.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"
#include "core/text/hash.h"

namespace dateline::learn {

/// The hashes of the few words that lists and parentheses are told by.
namespace signs {
inline constexpr std::uint64_t comma = text::short_hash(","), semicolon = text::short_hash(";"), and_word = text::short_hash("and"), or_word = text::short_hash("or"),
                               ampersand = text::short_hash("&"), the = text::short_hash("the"), open = text::short_hash("("), close = text::short_hash(")");
}  // namespace signs

/// Reused from document to document.
class SecondLook {
public:
    explicit SecondLook(const Types& types);

    /// Takes in the verdicts; document and proposals must live as long as features are asked for.
    void open(const Document& document, const Proposals& proposals);
    /// Calls say(T, span of Part) for each feature of the candidate.
    template <class Say>
    void features(const Candidate& candidate, Say say);

private:
    /// The accepted candidates of one name and type.
    struct Accepted {
        std::uint64_t name = 0;     // of all its tokens, or of a part of them
        std::uint32_t type = 0;
        std::int32_t best = 0, second = 0;    // margins
        std::uint32_t best_begin = 0;         // of the best
        std::uint32_t places = 0;
    };
    using Table = std::vector<Accepted>;      // sorted by name and type

    std::uint64_t hash(std::uint32_t first, std::uint32_t end) const;
    bool reads(std::uint32_t token, std::uint64_t sign) const {
        return token < document_->analysis.tokens.size() && document_->analysis.tokens[token].hash == sign;
    }
    void add_parts(const Candidate& candidate);
    static void join(Table& table);
    std::span<const Accepted> find(const Table& table, std::uint64_t name) const;
    /// A filter of the names in all tables: most that are asked for are in none.
    static std::size_t name_bit(std::uint64_t name) { return name & (64 * filter_words - 1); }
    void note(std::uint64_t name) { filter_[name_bit(name) >> 6] |= std::uint64_t{1} << (name_bit(name) & 63); }
    bool may_have(std::uint64_t name) const { return (filter_[name_bit(name) >> 6] >> (name_bit(name) & 63) & 1) != 0; }
    std::uint32_t accepted_ending(std::uint32_t end) const { return end < ending_.size() ? ending_[end] : DATELINE_NONE; }
    std::uint32_t accepted_beginning(std::uint32_t token) const { return token < beginning_.size() ? beginning_[token] : DATELINE_NONE; }
    std::uint32_t item_before(std::uint32_t first) const;
    std::uint32_t item_after(std::uint32_t end) const;
    bool has_initials_of(std::uint32_t token, const Candidate& full) const;
    void find_lists();
    bool goes_on_in_list(std::uint32_t token) const;
    bool separates(std::uint32_t token) const;
    Part type_part(std::uint32_t candidate) const { return types_[proposals_->candidates[candidate].type]; }
    static Part bucket(std::int32_t margin);

    template <class Say>
    void same_name(const Candidate& candidate, Say& say);
    template <class Say>
    void parts_of_names(const Candidate& candidate, Say& say);
    template <class Say>
    void neighbours(const Candidate& candidate, Say& say);
    template <class Say>
    void list(const Candidate& candidate, Say& say);

    std::vector<Part> types_;                        // the name of each type
    const Document* document_ = nullptr;
    const Proposals* proposals_ = nullptr;
    std::vector<std::uint32_t> beginning_, ending_;  // the accepted candidate that begins at a token, that ends before it
    Table names_, leading_, trailing_;
    static constexpr std::size_t filter_words = 64;
    std::array<std::uint64_t, filter_words> filter_{};
    std::vector<std::uint32_t> list_;                // of each token, the stretch of names and separators that it stands in
    std::vector<std::uint32_t> separators_, items_;  // of each stretch; items by type
};

template <class Say>
void SecondLook::features(const Candidate& candidate, Say say) {
    const auto one = [&](T what, std::initializer_list<Part> parts) { say(what, std::span<const Part>(parts.begin(), parts.size())); };
    one(T::again, {});
    one(T::own_verdict, {bucket(candidate.verdict.score)});
    same_name(candidate, one);
    parts_of_names(candidate, one);
    neighbours(candidate, one);
    list(candidate, one);
}

template <class Say>
void SecondLook::same_name(const Candidate& candidate, Say& say) {
    std::uint32_t others = 0;
    for (const Accepted& accepted : find(names_, hash(candidate.first_token, candidate.first_token + candidate.token_count))) {
        const bool own = accepted.type == candidate.type && candidate.verdict.accepted;
        const std::int32_t margin = own && accepted.best_begin == candidate.begin ? accepted.second : accepted.best;
        const std::uint32_t places = accepted.places - (own ? 1 : 0);
        if (places == 0) continue;
        others += places;
        say(T::same_name, {types_[accepted.type], bucket(margin)});
        say(T::same_name_places, {types_[accepted.type], number(std::min<std::uint64_t>(places, 4))});
    }
    if (others == 0) say(T::no_same_name, {});
}

template <class Say>
void SecondLook::parts_of_names(const Candidate& candidate, Say& say) {
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count;
    const std::uint64_t name = hash(first, end);
    for (const Accepted& longer : find(leading_, name)) say(T::begins_name, {types_[longer.type], bucket(longer.best)});
    for (const Accepted& longer : find(trailing_, name)) say(T::ends_name, {types_[longer.type], bucket(longer.best)});
    if (candidate.token_count < 2 || candidate.token_count > 12) return;
    for (std::uint32_t cut = first + 1; cut < end; ++cut) {
        for (const Accepted& shorter : find(names_, hash(first, cut))) say(T::begins_with_name, {types_[shorter.type], bucket(shorter.best)});
        for (const Accepted& shorter : find(names_, hash(cut, end))) say(T::ends_with_name, {types_[shorter.type], bucket(shorter.best)});
    }
}

// What the other items of a list of three or more are, most of them.
template <class Say>
void SecondLook::list(const Candidate& candidate, Say& say) {
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count, list = list_[first];
    if (separators_[list] < 2 || list_[end - 1] != list) return;
    const bool begins = first == 0 || list_[first - 1] != list || separates(first - 1) || reads(first - 1, signs::the);
    const bool ends = end >= list_.size() || list_[end] != list || separates(end);
    if (!begins || !ends) return;
    const std::uint32_t* items = &items_[std::size_t{list} * types_.size()];
    std::uint32_t most = 0, best = 0;
    for (std::uint32_t type = 0; type < types_.size(); ++type) {
        const std::uint32_t others = items[type] - (type == candidate.type && candidate.verdict.accepted ? 1 : 0);
        if (others > most) {
            most = others;
            best = type;
        }
    }
    if (most > 0) say(T::list, {types_[best], number(std::min<std::uint64_t>(4 * most / separators_[list], 4))});
}

template <class Say>
void SecondLook::neighbours(const Candidate& candidate, Say& say) {
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count;
    const std::uint32_t before = item_before(first), after = item_after(end);
    if (before != DATELINE_NONE) say(T::item_before, {type_part(before)});
    if (after != DATELINE_NONE) say(T::item_after, {type_part(after)});
    if (before != DATELINE_NONE && after != DATELINE_NONE) say(T::between_items, {type_part(before), type_part(after)});
    if (first > 1 && reads(first - 1, signs::open) && reads(end, signs::close)) {
        const std::uint32_t full = accepted_ending(first - 1);
        if (full == DATELINE_NONE) {
            say(T::in_parentheses, {});
        } else {
            const bool initials = candidate.token_count == 1 && has_initials_of(first, proposals_->candidates[full]);
            say(initials ? T::abbreviates : T::in_parentheses_behind, {type_part(full)});
        }
    }
    if (reads(end, signs::open) && reads(end + 2, signs::close)) {
        const std::uint32_t inside = accepted_beginning(end + 1);
        const bool initials = has_initials_of(end + 1, candidate);
        if (inside != DATELINE_NONE) say(initials ? T::abbreviated : T::parentheses_behind, {type_part(inside)});
        if (inside == DATELINE_NONE && initials) say(T::has_initials_behind, {});
    }
}

}  // namespace dateline::learn
