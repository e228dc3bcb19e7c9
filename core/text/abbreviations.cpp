#include "core/text/abbreviations.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/text/word_file.h"

namespace dateline::text {

// Made by the build from the files in core/text/data/.
extern const std::string_view abbreviations_file;
extern const std::string_view sentence_starters_file;

namespace {

struct Entry {
    std::uint64_t hash;
    Abbreviation kind;
    bool only_capital;
};

std::vector<Entry> read_abbreviations() {
    std::vector<Entry> entries;
    for_each_entry(abbreviations_file, [&](std::string_view word, std::string_view kind) {
        const Abbreviation value = kind == "title" ? Abbreviation::title : kind == "number" ? Abbreviation::number : Abbreviation::end;
        entries.push_back({folded_hash(word), value, word[0] >= 'A' && word[0] <= 'Z'});
    });
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
    return entries;
}

std::vector<std::uint64_t> read_starters() {
    std::vector<std::uint64_t> hashes;
    for_each_entry(sentence_starters_file, [&](std::string_view word, std::string_view) { hashes.push_back(folded_hash(word)); });
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

}  // namespace

Abbreviation abbreviation(std::uint64_t hash, bool capital) {
    static const std::vector<Entry> entries = read_abbreviations();
    const auto found = std::lower_bound(entries.begin(), entries.end(), hash, [](const Entry& entry, std::uint64_t value) { return entry.hash < value; });
    if (found == entries.end() || found->hash != hash || (found->only_capital && !capital)) return Abbreviation::none;
    return found->kind;
}

bool is_sentence_starter(std::uint64_t hash) {
    static const std::vector<std::uint64_t> starters = read_starters();
    return std::binary_search(starters.begin(), starters.end(), hash);
}

}  // namespace dateline::text
