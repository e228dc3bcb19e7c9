#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/record_of.h"

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> people(const char* text) {
    return dateline::test::mentions(dateline::test::record_of(text, {"places", "people"}), "people");
}

TEST(Places, AreNotWritten) {
    const nlohmann::json record = dateline::test::record_of("The mayor of Paris went to Texas.", {"places"});
    EXPECT_EQ(record.at("document").at("status"), "complete");
    EXPECT_THAT(record.at("entities"), IsEmpty());
}

TEST(Places, KeepTheirNamesFromPeople) {
    EXPECT_THAT(people("He lives in Jordan, near Santiago, and works in Austin, Texas."), IsEmpty());
    EXPECT_THAT(people("FLORENCE, Italy, March 3 — The museum opened."), IsEmpty());
}

TEST(Places, LeaveTheirNamesToPeople) {
    EXPECT_THAT(people("Jordan Miller, chief executive, thanked Dr. Paris Whitfield."), ElementsAre("Jordan Miller", "Paris Whitfield"));
}

TEST(Places, HoldTheWordsAroundThem) { EXPECT_THAT(people("Boats cross Lake Victoria and the Lena River every day."), IsEmpty()); }

}  // namespace
