/// A map from hashes to small numbers that is filled again for every document: forgetting costs nothing, memory stays.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::organizations {

class HashIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;

    /// Forgets all. `count` keys need no more room later.
    void clear(std::size_t count) {
        std::size_t size = 16;
        while (size < count * 2) {
            size *= 2;
        }
        if (slots_.size() < size) {
            slots_.assign(size, Slot());
            round_ = 0;
        }
        mask_ = size - 1;
        used_ = 0;
        if (++round_ == 0) {
            slots_.assign(slots_.size(), Slot());
            round_ = 1;
        }
    }
    /// The place of a key's value; a new one holds `none`. Valid until the next new one.
    std::uint32_t& operator[](std::uint64_t key) {
        for (std::size_t at = mix(key) & mask_;; at = (at + 1) & mask_) {
            Slot& slot = slots_[at];
            if (slot.round != round_ && used_ > mask_ / 2) {
                grow();
                return (*this)[key];
            }
            if (slot.round != round_) {
                ++used_;
                slot = {key, none, round_};
                return slot.value;
            }
            if (slot.key == key) {
                return slot.value;
            }
        }
    }
    std::uint32_t find(std::uint64_t key) const {
        for (std::size_t at = mix(key) & mask_; slots_[at].round == round_; at = (at + 1) & mask_) {
            if (slots_[at].key == key) {
                return slots_[at].value;
            }
        }
        return none;
    }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = none;
        std::uint32_t round = 0;           ///< of clear(): older ones are free
    };
    void grow() {
        const std::vector<Slot> old(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(mask_ + 1));
        const std::uint32_t round = round_;
        clear(mask_ + 1);
        for (const Slot& slot : old) {
            if (slot.round == round) {
                (*this)[slot.key] = slot.value;
            }
        }
    }
    static std::size_t mix(std::uint64_t key) {
        key ^= key >> 32;
        return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 20);
    }

    std::vector<Slot> slots_ = std::vector<Slot>(16);
    std::size_t mask_ = 15, used_ = 0;
    std::uint32_t round_ = 1;
};

}  // namespace dateline::organizations
