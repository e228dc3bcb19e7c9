#include "core/explain/paint.h"

#include <gtest/gtest.h>

namespace dateline::explain {
namespace {

TEST(Printable, ShowsControlCharactersAsTheirPictures) {
    EXPECT_EQ(printable("a\033b\007c\x7F"), "a␛b␇c␡");
    EXPECT_EQ(printable("\u009Bx"), "\uFFFDx");  // an escape sequence in one character
}

TEST(Printable, KeepsLinesTabsAndEverythingElse) {
    EXPECT_EQ(printable("a\n\tb 李娜 é 😀"), "a\n\tb 李娜 é 😀");
}

TEST(Printable, CharactersThatTurnTheDirectionAreShown) {
    EXPECT_EQ(printable("a\u202Eb\u2066c"), "a\uFFFDb\uFFFDc");
}

TEST(Paint, WritesNoEscapeWithoutColors) {
    const Paint plain(false);
    EXPECT_EQ(plain.bold("a") + plain.dim("b") + plain.type(3, "c") + plain.mark(1, "d", "o1"), "abc[d|o1]");
}

}  // namespace
}  // namespace dateline::explain
