/// Syllables of Mandarin as romanised in pinyin: what given names are made of.
#pragma once

#include <string_view>

namespace dateline::people {

/// Into how many pinyin syllables (1 or 2) a folded word can be cut: "wei" 1, "hongxing" 2; 0 when it cannot. An apostrophe may stand between
/// two ("ya'nan"). A word that is one syllable counts as one, even if two would do ("xian").
int pinyin_syllables(std::string_view folded);

}  // namespace dateline::people
