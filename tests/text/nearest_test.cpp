#include "core/text/nearest.h"

#include <gtest/gtest.h>

namespace dateline::text {
namespace {

TEST(Nearest, ForgivesATypingMistake) {
    EXPECT_EQ(nearest("formt", {"jobs", "format"}), "format");
    EXPECT_EQ(nearest("fromat", {"jobs", "format"}), "format") << "two letters swapped";
    EXPECT_EQ(nearest("jubs", {"jobs", "format"}), "jobs");
}

TEST(Nearest, SaysNothingWhenAllAreFarOff) {
    EXPECT_EQ(nearest("colour", {"jobs", "format"}), "");
    EXPECT_EQ(nearest("x", {}), "");
    EXPECT_EQ(nearest(std::string(1000, 'a'), {"aaaa"}), "");
}

TEST(Nearest, TakesTheFirstOfEquallyNearOnes) {
    EXPECT_EQ(nearest("bat", {"cat", "hat"}), "cat");
}

TEST(DidYouMean, IsTheEndOfASentence) {
    EXPECT_EQ(did_you_mean("--formt", {"--format"}), "; did you mean '--format'?");
    EXPECT_EQ(did_you_mean("--colour", {"--format"}), "");
}

}  // namespace
}  // namespace dateline::text
