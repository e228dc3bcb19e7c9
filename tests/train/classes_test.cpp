#include "core/train/classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::train {
namespace {

TEST(Classes, HoldWordsThatStandInLikePlaces) {
    std::vector<std::string> texts;
    for (const char* town : {"Eastport", "Westport", "Southport"}) {
        for (const char* verb : {"grew", "shrank", "slept"}) {
            texts.push_back(std::string("The town of ") + town + " " + verb + " again. People in " + town + " " + verb + " too.");
        }
    }
    ClassOptions options;
    options.classes = 8;
    const auto classes = find_classes(texts, options);
    ASSERT_EQ(classes.size(), 8u);
    EXPECT_THAT(classes, testing::Contains(testing::UnorderedElementsAre("Eastport", "Westport", "Southport")));
    EXPECT_THAT(classes, testing::Contains(testing::UnorderedElementsAre("grew", "shrank", "slept")));
}

TEST(Classes, LeaveOutRareWords) {
    ClassOptions options;
    options.classes = 4;
    for (const auto& words : find_classes({"Here once. There once. Everywhere once. Nowhere once."}, options)) {
        EXPECT_THAT(words, testing::Not(testing::Contains("Here")));
    }
}

}  // namespace
}  // namespace dateline::train
