#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cases.h"
#include "tests/support/record_of.h"

namespace {

using dateline::test::Case;
using testing::ElementsAreArray;

// Events are not written; what shows is that no organization inside their names is.
class Events : public testing::TestWithParam<Case> {};

TEST_P(Events, LeaveTheOrganizationsOfTheCase) {
    const auto record = dateline::test::record_of(GetParam().text, {"places", "events", "dates", "organizations", "people"});
    EXPECT_THAT(dateline::test::marks(record, 'O', "organizations"), ElementsAreArray(GetParam().mentions)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, Events, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/events/tests/cases.ann")),
                         [](const auto& one) { return one.param.name; });

TEST(Events, WriteNothingOfTheirOwn) {
    const auto record = dateline::test::record_of("The Third Ocean Robotics Conference ended.", {"events"});
    EXPECT_TRUE(record["entities"].empty()) << record["entities"];
}

}  // namespace
