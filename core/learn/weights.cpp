#include "core/learn/weights.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "core/text/hash.h"

namespace dateline::learn {
namespace {

constexpr std::uint64_t magic = 0x31544847494557'44;  // "DWEIGHT1"

}  // namespace

Weights::Weights(const std::filesystem::path& file) {
    const auto fail = [&](const std::string& what) { throw std::runtime_error("the weights " + file.string() + " " + what); };
    try {
        mapping_ = std::make_unique<const lexicon::Mapping>(file);
    } catch (const std::runtime_error& error) {
        fail(error.what());
    }
    const std::string_view bytes = mapping_->bytes();
    Header header;
    if (bytes.size() < sizeof header) fail("are cut off; make them anew with dateline train");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != magic) fail("were not made by this version of dateline train; make them anew");
    if (!std::has_single_bit(header.slot_count) || header.slot_count > bytes.size() || bytes.size() != sizeof header + header.slot_count * sizeof(Slot)) {
        fail("are cut off; make them anew with dateline train");
    }
    slots_ = {reinterpret_cast<const Slot*>(bytes.data() + sizeof header), header.slot_count};
    mask_ = header.slot_count - 1;
    content_ = header.content;
}

std::string Weights::compile(std::vector<std::pair<std::uint64_t, std::int32_t>> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    entries.erase(std::unique(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first == b.first; }), entries.end());
    std::erase_if(entries, [](const auto& entry) { return entry.second == 0; });
    Header header{magic, text::hash_seed, std::bit_ceil(entries.size() * 4 / 3 + 2)};
    std::vector<Slot> slots(header.slot_count);
    for (const auto& [key, weight] : entries) {
        header.content = text::hash_step(text::hash_step(header.content, key), static_cast<std::uint32_t>(weight));
        std::size_t i = key & (header.slot_count - 1), probes = 1;
        for (; slots[i].weight != 0; i = (i + 1) & (header.slot_count - 1)) ++probes;
        if (probes > longest_probe) throw std::runtime_error("too many learned weights fall on one place of the table");
        slots[i] = {static_cast<std::uint16_t>(key >> 48), static_cast<std::int16_t>(std::clamp(weight, -32767, 32767))};
    }
    std::string bytes(sizeof header + slots.size() * sizeof(Slot), '\0');
    std::memcpy(bytes.data(), &header, sizeof header);
    std::memcpy(bytes.data() + sizeof header, slots.data(), slots.size() * sizeof(Slot));
    return bytes;
}

}  // namespace dateline::learn
