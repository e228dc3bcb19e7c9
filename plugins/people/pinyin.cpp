#include "pinyin.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline::people {
namespace {

constexpr std::size_t longest_syllable = 6;  // zhuang

constexpr std::array<std::string_view, 35> finals = {
    "a",  "ai", "an", "ang", "ao", "e",  "ei", "en", "eng", "er",  "i",    "ia", "ian", "iang", "iao", "ie", "in", "ing",
    "iong", "iu", "o", "ong", "ou", "u",  "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo",   "v",   "ve", "yu"};

constexpr std::uint64_t mask_of(std::string_view words) {
    std::uint64_t mask = 0;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), word.size() + 1));
        for (std::size_t i = 0; i < finals.size(); ++i) {
            if (finals[i] == word) {
                mask |= std::uint64_t{1} << i;
            }
        }
    }
    return mask;
}

// The finals that may follow each initial: the table of Mandarin's syllables. `lyu` and `nyu` are how passports write ü.
constexpr std::uint64_t none = mask_of("a ai an ang ao e ei en eng er o ou");
constexpr std::uint64_t zh = mask_of("a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo");
constexpr std::uint64_t ch = mask_of("a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo");
constexpr std::uint64_t sh = mask_of("a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo");
constexpr std::uint64_t jqx = mask_of("i ia ian iang iao ie in ing iong iu u uan ue un");
constexpr std::array<std::uint64_t, 26> by_letter = {
    0,
    mask_of("a ai an ang ao ei en eng i ian iao ie in ing o u"),
    mask_of("a ai an ang ao e en eng i ong ou u uan ui un uo"),
    mask_of("a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"),
    0,
    mask_of("a an ang ei en eng iao o ou u"),
    mask_of("a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    mask_of("a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    0,
    jqx,
    mask_of("a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    mask_of("a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve yu"),
    mask_of("a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    mask_of("a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v ve yu"),
    0,
    mask_of("a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    jqx,
    mask_of("an ang ao e en eng i ong ou u uan ui un uo"),
    mask_of("a ai an ang ao e en eng i ong ou u uan ui un uo"),
    mask_of("a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"),
    0,
    0,
    mask_of("a ai an ang ei en eng o u"),
    jqx,
    mask_of("a an ang ao e i in ing o ong ou u uan ue un"),
    mask_of("a ai an ang ao e ei en eng i ong ou u uan ui un uo")};

// A final of up to 4 letters as one number, and where it lies in a small table: a word's syllables are tried at many places.
constexpr std::uint32_t packed(std::string_view final) {
    std::uint32_t letters = 0;
    for (const char letter : final) {
        letters = letters << 8 | static_cast<unsigned char>(letter);
    }
    return letters;
}

constexpr std::size_t place_of(std::uint32_t letters) {
    return (letters * 0x9E3779B1u) >> 25;
}

struct Final {
    std::uint32_t letters = 0;
    std::uint32_t index = 0;
};

constexpr std::array<Final, 128> final_table = [] {
    std::array<Final, 128> table{};
    for (std::uint32_t i = 0; i < finals.size(); ++i) {
        std::size_t at = place_of(packed(finals[i]));
        while (table[at].letters != 0) {
            at = (at + 1) % table.size();
        }
        table[at] = {packed(finals[i]), i};
    }
    return table;
}();

bool follows(std::uint64_t initial, std::string_view final) {
    if (final.empty() || final.size() > 4) {
        return false;
    }
    const std::uint32_t letters = packed(final);
    for (std::size_t at = place_of(letters); final_table[at].letters != 0; at = (at + 1) % final_table.size()) {
        if (final_table[at].letters == letters) {
            return (initial >> final_table[at].index & 1) != 0;
        }
    }
    return false;
}

// What a syllable can end with; most words of other languages fail here already.
bool may_end(char letter) {
    constexpr std::uint32_t endings = [] {
        std::uint32_t letters = 0;
        for (const char ending : std::string_view("aegionruv")) {
            letters |= 1u << (ending - 'a');
        }
        return letters;
    }();
    return letter >= 'a' && letter <= 'z' && (endings >> (letter - 'a') & 1) != 0;
}

bool is_syllable(std::string_view word) {
    if (word.empty() || word.front() < 'a' || word.front() > 'z') {
        return false;
    }
    const std::uint64_t initial = by_letter[static_cast<std::size_t>(word.front() - 'a')];
    if (initial == 0) {
        return follows(none, word);
    }
    if (word.size() > 2 && word[1] == 'h') {
        const std::uint64_t retroflex = word.front() == 'z' ? zh : word.front() == 'c' ? ch : word.front() == 's' ? sh : 0;
        return follows(retroflex, word.substr(2));
    }
    return follows(initial, word.substr(1));
}

}  // namespace

int pinyin_syllables(std::string_view folded) {
    if (folded.empty() || folded.size() > 2 * longest_syllable + 1 || !may_end(folded.back())) {
        return 0;
    }
    if (is_syllable(folded)) {
        return 1;
    }
    for (std::size_t cut = 1; cut < folded.size() && cut <= longest_syllable; ++cut) {
        if (!may_end(folded[cut - 1])) {
            continue;
        }
        const std::string_view rest = folded.substr(folded[cut] == '\'' ? cut + 1 : cut);
        if (is_syllable(folded.substr(0, cut)) && is_syllable(rest)) {
            return 2;
        }
    }
    return 0;
}

}  // namespace dateline::people
