#include "core/document/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace dateline {

// Made by the build from data/english-function-words.txt.
extern const std::string_view english_function_words_file;

namespace {

constexpr std::size_t words_looked_at = 400, fewest_words = 12, most_detector_bytes = 4096;
// English prose has 20 to 30 words of the list in 100, lists of names some 10, other languages at most 3.
constexpr std::size_t clear_share = 8, contradicting_share = 15;

/// A set of hashes with a slot for each; open addressing, never full.
class HashSet {
public:
    explicit HashSet(std::string_view file) {
        while (!file.empty()) {
            const std::size_t end = std::min(file.find('\n'), file.size());
            if (end > 0 && file[0] != '#') insert(text::hash(file.substr(0, end)));
            file.remove_prefix(std::min(end + 1, file.size()));
        }
    }
    bool contains(std::uint64_t hash) const {
        std::size_t slot = hash % slots_.size();
        while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) % slots_.size();
        return slots_[slot] == hash;
    }

private:
    void insert(std::uint64_t hash) {
        if (count_ == slots_.size() / 2 || contains(hash)) return;
        std::size_t slot = hash % slots_.size();
        while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
        slots_[slot] = hash;
        ++count_;
    }
    std::array<std::uint64_t, 256> slots_{};
    std::size_t count_ = 0;
};

bool is_english(const text::Analysis& analysis, std::size_t least_share) {
    static const HashSet function_words(english_function_words_file);
    std::size_t words = 0, known = 0;
    for (const dateline_token& token : analysis.tokens) {
        if ((token.flags & DATELINE_TOKEN_WORD) == 0) continue;
        known += function_words.contains(token.hash);
        if (++words == words_looked_at) break;
    }
    return words >= fewest_words && known * 100 >= words * least_share;
}

std::string ask_detector(std::string_view text) {
    std::size_t length = std::min(text.size(), most_detector_bytes);
    while (!text::is_boundary(text, length)) --length;
    bool reliable = false;
    const CLD2::Language language = CLD2::DetectLanguage(text.data(), static_cast<int>(length), true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
    return CLD2::LanguageCode(language);
}

std::string title_of(const Document& document) {
    const auto& blocks = document.analysis.blocks;
    const auto found = std::find_if(blocks.begin(), blocks.end(), [](const dateline_block& block) { return block.kind == DATELINE_BLOCK_TITLE; });
    if (found == blocks.end()) return {};
    std::string_view verbatim = std::string_view(document.text).substr(found->begin, found->end - found->begin);
    if (verbatim.substr(0, 1) == "#") verbatim.remove_prefix(std::min(verbatim.find_first_not_of("# "), verbatim.size()));
    std::string title;
    for (const char c : verbatim) {
        const bool blank = static_cast<unsigned char>(c) <= ' ';
        if (!blank) title += c;
        if (blank && !title.empty() && title.back() != ' ') title += ' ';
    }
    return title;
}

}  // namespace

std::string detect_language(std::string_view text, const text::Analysis& analysis) {
    return is_english(analysis, clear_share) ? "en" : ask_detector(text);
}

void complete_metadata(Document& document) {
    if (document.title.value.empty()) {
        document.title.value = title_of(document);
        if (!document.title.value.empty()) document.title.rule = "text/first-line";
    }
    if (document.language.value.empty()) {
        document.language.value = detect_language(document.text, document.analysis);
        if (!document.language.value.empty()) document.language.rule = "text/detected";
    } else if (document.language.value != "en" && is_english(document.analysis, contradicting_share)) {
        document.language = {"en", "text/detected"};
    }
}

}  // namespace dateline
