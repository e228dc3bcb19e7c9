#include "core/learn/weights.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "core/text/hash.h"

namespace dateline::learn {
namespace {

constexpr std::uint64_t magic = 0x32544847494557'44;  // "DWEIGHT2"

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
    const auto is_size = [&](std::uint64_t slots) { return std::has_single_bit(slots) && slots <= bytes.size(); };
    if (!is_size(header.weight_slots) || !is_size(header.topic_slots) || bytes.size() != sizeof header + (header.weight_slots + header.topic_slots) * sizeof(Slot)) {
        fail("are cut off; make them anew with dateline train");
    }
    const auto* slots = reinterpret_cast<const Slot*>(bytes.data() + sizeof header);
    weights_ = {{slots, header.weight_slots}, header.weight_slots - 1};
    topics_ = {{slots + header.weight_slots, header.topic_slots}, header.topic_slots - 1};
    content_ = header.content;
}

std::vector<Weights::Slot> Weights::fill(Entries entries, std::uint64_t& content) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    entries.erase(std::unique(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first == b.first; }), entries.end());
    std::erase_if(entries, [](const auto& entry) { return entry.second == 0; });
    std::vector<Slot> slots(std::bit_ceil(entries.size() * 4 / 3 + 2));
    for (const auto& [key, weight] : entries) {
        content = text::hash_step(text::hash_step(content, key), static_cast<std::uint32_t>(weight));
        std::size_t i = key & (slots.size() - 1), probes = 1;
        for (; slots[i].weight != 0; i = (i + 1) & (slots.size() - 1)) ++probes;
        if (probes > longest_probe) throw std::runtime_error("too many learned weights fall on one place of the table");
        slots[i] = {static_cast<std::uint16_t>(key >> 48), static_cast<std::int16_t>(std::clamp(weight, -32767, 32767))};
    }
    return slots;
}

std::string Weights::compile(Entries weights, Entries topics) {
    Header header{magic, text::hash_seed, 0, 0};
    const std::vector<Slot> weight_slots = fill(std::move(weights), header.content), topic_slots = fill(std::move(topics), header.content);
    header.weight_slots = weight_slots.size();
    header.topic_slots = topic_slots.size();
    std::string bytes(sizeof header, '\0');
    std::memcpy(bytes.data(), &header, sizeof header);
    for (const std::vector<Slot>* slots : {&weight_slots, &topic_slots}) bytes.append(reinterpret_cast<const char*>(slots->data()), slots->size() * sizeof(Slot));
    return bytes;
}

}  // namespace dateline::learn
