// Places where a base stands beside what may be its own: an organization, or a word for what happened.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "../common/scene.h"
#include "words.h"

namespace bases {

/// Something that may belong to a base: tokens [first, past).
struct Span {
    std::uint32_t first = 0, past = 0;
    std::uint64_t name = 0;        ///< what is the same name is one thing
    std::uint32_t mention = none;  ///< of an organization
    bool is_generic = false;       ///< "the college", which means it
    std::string_view type = {};    ///< of an event
};

/// A base and a span at most four sentences apart.
struct Pair {
    std::uint32_t base = none;  ///< mention
    std::uint32_t span = none;  ///< index
};

class Pairs {
public:
    explicit Pairs(const Words& words) : words_(words) {}

    /// Looks at a document whose mentions have been decided.
    void open(const common::Scene& scene);
    /// Of each name of a base and each name of `spans` (in text order) the nearest places. Of each base a bounded number of spans is looked at.
    void find(const std::vector<Span>& spans, std::vector<Pair>& pairs) const;
    /// Whether a base of another name stands nearer to a span.
    bool is_nearer_to_another(std::uint32_t base, const Span& span) const;
    /// Whether all mentions of bases have one name.
    bool is_only_base() const { return distinct_ == 1; }

private:
    struct Place {
        std::uint32_t mention;
        std::uint64_t name;
    };
    using Distance = std::pair<std::uint32_t, std::uint32_t>;  // sentences, tokens

    Distance apart(std::uint32_t base, const Span& span) const;

    const Words& words_;
    const common::Scene* scene_ = nullptr;
    std::vector<Place> bases_;  // in text order
    std::size_t distinct_ = 0;
};

}  // namespace bases
