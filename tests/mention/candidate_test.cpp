#include "core/mention/candidate.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

TEST(Proposals, KeepsStringsWhereTheyAre) {
    Proposals proposals;
    std::vector<std::string_view> kept;
    for (int i = 0; i < 5000; ++i) {
        kept.push_back(proposals.keep("string " + std::to_string(i)));
    }
    kept.push_back(proposals.keep(std::string(100'000, 'x')));
    kept.push_back(proposals.keep("after the long one"));
    for (int i = 0; i < 5000; ++i) {
        ASSERT_EQ(kept[static_cast<std::size_t>(i)], "string " + std::to_string(i));
    }
    EXPECT_EQ(kept[5000].size(), 100'000u);
    EXPECT_EQ(kept[5001], "after the long one");
}

TEST(Proposals, KeepsNothingForAnEmptyString) {
    EXPECT_TRUE(Proposals().keep("").empty());
}

TEST(Proposals, UsesTheSameMemoryAfterClear) {
    Proposals proposals;
    const char* first = proposals.keep("one").data();
    proposals.candidates.emplace_back();
    proposals.facts.emplace_back();
    proposals.clear();
    EXPECT_TRUE(proposals.candidates.empty());
    EXPECT_TRUE(proposals.facts.empty());
    EXPECT_EQ(proposals.keep("two").data(), first);
}

}  // namespace
}  // namespace dateline
