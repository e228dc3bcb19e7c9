// Who builds, runs or hosts a base, told by the words between and around the two: for what the patterns of organizations.cpp do not know.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../common/scene.h"
#include "words.h"

namespace bases {

/// A base and an organization at most two sentences apart, and how much speaks for a tie.
struct Pair {
    std::uint32_t base = none, organization = none;   ///< mentions
    std::int32_t weight = 0;                          ///< hundredths of a logit
};

class Pairs {
public:
    Pairs(const Words& words, const dateline::Host& host);
    /// The same with a copy of the words.
    Pairs with(const Words& words) const { return Pairs(words, person_); }

    /// The pairs of a document whose mentions have been decided, the nearest mentions of each two names. Linear in the mentions: of each base a bounded number of
    /// organizations is looked at.
    void find(const common::Scene& scene, std::vector<Pair>& pairs);

private:
    Pairs(const Words& words, std::uint32_t person) : words_(words), person_(person) {}

    struct Place {
        std::uint32_t mention;
        std::uint64_t name;
    };

    void gather();
    void add(const Place& base, const Place& organization, std::vector<Pair>& pairs) const;
    std::int32_t weigh(std::uint32_t base, std::uint32_t organization);
    void between(std::string_view order, std::uint32_t begin, std::uint32_t end);
    void sentence_of(std::uint32_t organization);
    void frame(std::string_view order, std::string_view same, std::uint32_t base, std::uint32_t organization);
    void document(std::string_view same, std::uint32_t base, std::uint32_t organization);
    bool shares_a_word(std::uint32_t base, std::uint32_t organization) const;
    std::string_view word(std::int64_t token) const;
    std::uint32_t sentence(std::uint32_t mention) const;
    std::pair<std::uint32_t, std::uint32_t> apart(std::uint32_t one, std::uint32_t other) const;
    std::uint64_t name(std::uint32_t mention) const;
    void say(std::initializer_list<std::string_view> parts);

    const Words& words_;
    std::uint32_t person_;
    const common::Scene* scene_ = nullptr;
    std::vector<Place> bases_, organizations_;
    std::vector<std::uint64_t> names_;   // of organizations, in the order in which they are first told
    std::string feature_;
    std::int32_t sum_ = 0;
};

}  // namespace bases
