/// Learned weights: a table from features to integers that `dateline train` makes, mapped into memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lexicon/mapping.h"

namespace dateline::learn {

/// Immutable; any thread.
class Weights {
public:
    /// An empty table.
    Weights() = default;
    /// Maps a file that compile() made. Throws std::runtime_error that names the file.
    explicit Weights(const std::filesystem::path& file);

    using Entries = std::vector<std::pair<std::uint64_t, std::int32_t>>;  ///< keys and what they stand for

    bool empty() const { return weights_.slots.empty(); }
    /// 0 for a key that is not there.
    std::int32_t find(std::uint64_t key) const { return weights_.find(key); }
    /// Fetches what find() reads.
    void prefetch(std::uint64_t key) const { __builtin_prefetch(weights_.slots.data() + (key & weights_.mask)); }
    /// The topic of a word, by its hash; 0 when it has none.
    std::int32_t topic(std::uint64_t word) const { return topics_.find(word); }
    /// A number that differs when the content does; 0 for an empty table.
    std::uint64_t content() const { return content_; }

    /// The bytes of both tables. Weights and topics are from -32767 to 32767. Entries of 0 are left out; of two with one key the first counts.
    static std::string compile(Entries weights, Entries topics = {});

private:
    // Small, so that the table stays in the processor's cache. 16 bits of a key stand in for all: of the keys that are not there one in 65536 meets another's
    // weight, always the same one. With features by the dozen that is no more than a little noise (feature hashing: Weinberger et al., ICML 2009).
    struct Slot {
        std::uint16_t check = 0;
        std::int16_t weight = 0;
    };
    struct Header {
        std::uint64_t magic = 0, content = 0, weight_slots = 0, topic_slots = 0;
    };
    static constexpr std::size_t longest_probe = 256;

    struct Table {
        std::span<const Slot> slots;
        std::size_t mask = 0;

        std::int32_t find(std::uint64_t key) const {
            if (slots.empty()) return 0;
            const auto check = static_cast<std::uint16_t>(key >> 48);
            for (std::size_t i = key & mask, left = longest_probe; left > 0; i = (i + 1) & mask, --left) {
                if (slots[i].weight == 0) return 0;
                if (slots[i].check == check) return slots[i].weight;
            }
            return 0;
        }
    };
    static std::vector<Slot> fill(Entries entries, std::uint64_t& content);

    std::unique_ptr<const lexicon::Mapping> mapping_;
    Table weights_, topics_;  // apart, so that the many topics do not push weights out of the cache
    std::uint64_t content_ = 0;
};

}  // namespace dateline::learn
