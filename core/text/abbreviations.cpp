#include "core/text/abbreviations.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/fold.h"

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

/// Calls `line(word, rest)` for each entry: a word, then optionally a tab and more.
template <class Line>
void for_each_entry(std::string_view file, Line&& line) {
    while (!file.empty()) {
        const std::size_t end = std::min(file.find('\n'), file.size());
        const std::string_view text = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        if (text.empty() || text[0] == '#') continue;
        const std::size_t tab = std::min(text.find('\t'), text.size());
        line(text.substr(0, tab), text.substr(std::min(tab + 1, text.size())));
    }
}

std::uint64_t folded_hash(std::string_view word) {
    std::string folded;
    fold(word, folded);
    return hash(folded);
}

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
