/// Which rules of a group may begin with an expression at a place: by its first bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/lexicon/expression.h"
#include "core/lexicon/format.h"

namespace dateline::lexicon {

/// Computed when a lexicon is opened.
class FirstBytes {
public:
    FirstBytes() = default;
    FirstBytes(const Lexicon::Tables& tables, const Group& group);

    /// Precondition: `at` < text.size().
    bool may_begin(std::string_view text, std::size_t at) const {
        const auto byte = static_cast<unsigned char>(text[at]);
        return first_[byte] != first_[byte + 1u];
    }

    /// Sets the bits of the rules that may begin here, numbered within the group.
    void add_rules(std::string_view text, std::size_t at, std::span<std::uint64_t> bits) const;

private:
    struct Start {
        ExpressionStart range;
        std::uint32_t rule = 0;
    };
    std::array<std::uint32_t, 257> first_{};  ///< for each byte where its starts begin
    std::vector<Start> starts_;
};

}  // namespace dateline::lexicon
