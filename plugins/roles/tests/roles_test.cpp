#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cases.h"
#include "tests/support/record_of.h"

namespace {

using dateline::test::Case;
using testing::ElementsAreArray;

class Roles : public testing::TestWithParam<Case> {};

TEST_P(Roles, AreThoseOfTheCase) {
    const auto record = dateline::test::record_of(GetParam().text, {"places", "dates", "organizations", "people", "roles"});
    EXPECT_THAT(dateline::test::roles(record), ElementsAreArray(GetParam().facts)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, Roles, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/roles/tests/cases.ann")),
                         [](const auto& one) { return one.param.name; });

}  // namespace
