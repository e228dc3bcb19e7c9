#include "core/text/fold.h"

#include <gtest/gtest.h>

#include <set>

namespace dateline::text {
namespace {

std::string folded(std::string_view word) {
    std::string out;
    fold(word, out);
    return out;
}

TEST(Fold, MakesSmallLetters) {
    EXPECT_EQ(folded("Zurich"), "zurich");
    EXPECT_EQ(folded("STRASSE"), folded("Straße"));
    EXPECT_EQ(folded("ΣΊΣΥΦΟΣ"), folded("σίσυφος"));
}

TEST(Fold, DropsDiacritics) {
    EXPECT_EQ(folded("Zürich"), "zurich");
    EXPECT_EQ(folded("Nguyễn"), "nguyen");
    EXPECT_EQ(folded("Zu\u0308rich"), "zurich");
}

TEST(Fold, MakesQuotesAndHyphensAscii) {
    EXPECT_EQ(folded("O’Brien"), "o'brien");
    EXPECT_EQ(folded("‘"), "'");
    EXPECT_EQ(folded("“"), "\"");
    EXPECT_EQ(folded("‐"), "-");
    EXPECT_EQ(folded("–"), "-");
}

TEST(Fold, UnifiesCompatibilityForms) {
    EXPECT_EQ(folded("Ｃｏ"), "co");
    EXPECT_EQ(folded("ﬁn"), "fin");
}

TEST(Fold, LeavesOtherScripts) {
    EXPECT_EQ(folded("基地"), "基地");
}

TEST(Fold, IsIdempotent) {
    for (const char* word : {"Zürich", "Straße", "İstanbul", "ΣΊΣΥΦΟΣ", "O’Brien", "Ｃｏ", "ǅ", "基地", "—", "½", "각"}) {
        EXPECT_EQ(folded(folded(word)), folded(word)) << word;
    }
}

TEST(Hash, IsTheSameForTheSameWordAndNeverNull) {
    EXPECT_EQ(hash("base"), hash("base"));
    EXPECT_NE(hash(""), 0u);
}

TEST(Hash, TellsShortWordsApart) {
    std::set<std::uint64_t> seen;
    std::size_t count = 0;
    for (char a = 'a'; a <= 'z'; ++a) {
        for (char b = 'a'; b <= 'z'; ++b) {
            for (const char* tail : {"", "x", "ing", "ation", "ational-long-word"}) {
                seen.insert(hash(std::string{a, b} + tail));
                ++count;
            }
        }
    }
    EXPECT_EQ(seen.size(), count);
}

// Compiled lexicons hold hashes: another function needs another format version.
TEST(Hash, StaysWhatItWas) {
    EXPECT_EQ(hash("base"), 0xDAD89B4339B7EFD3u);
    EXPECT_EQ(hash("international"), 0x3C4E9E45094574D8u);
}

}  // namespace
}  // namespace dateline::text
