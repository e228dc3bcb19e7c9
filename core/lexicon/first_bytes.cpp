#include "core/lexicon/first_bytes.h"

#include "core/lexicon/program.h"

namespace dateline::lexicon {
namespace {

/// Eight bytes of the text as a number, the first the highest; at its end NULs, which no text holds.
std::uint64_t bytes_at(std::string_view text, std::size_t at) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u);
    return number;
}

}  // namespace

FirstBytes::FirstBytes(const Lexicon::Tables& tables, const Group& group) {
    std::array<std::vector<Start>, 256> all;
    for (std::uint32_t rule = 0; rule < group.rule_count; ++rule) {
        const RuleRow& row = tables.rules[group.first_rule + rule];
        const auto code = tables.instructions.subspan(row.first_instruction, row.instruction_count);
        for (const std::uint32_t taker : next_takers(code, 0).takers) {
            if (code[taker].op != Op::expression) continue;
            const Start start = {(*tables.compiled)[code[taker].argument].start(), rule};
            for (std::uint64_t byte = start.range.least >> 56; byte <= start.range.greatest >> 56; ++byte) all[byte].push_back(start);
        }
    }
    for (std::size_t byte = 0; byte < all.size(); ++byte) {
        starts_.insert(starts_.end(), all[byte].begin(), all[byte].end());
        first_[byte + 1] = static_cast<std::uint32_t>(starts_.size());
    }
}

void FirstBytes::add_rules(std::string_view text, std::size_t at, std::span<std::uint64_t> bits) const {
    const std::uint64_t bytes = bytes_at(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    for (std::uint32_t i = first_[byte]; i < first_[byte + 1u]; ++i) {
        const Start& start = starts_[i];
        if (bytes >= start.range.least && bytes <= start.range.greatest) bits[start.rule / 64] |= std::uint64_t{1} << (start.rule % 64);
    }
}

}  // namespace dateline::lexicon
