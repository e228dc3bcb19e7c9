#include "plugins/dates/calendar.h"

#include <gtest/gtest.h>

namespace dateline::dates {
namespace {

std::string written(const Value& value) { return std::string(edtf(value).view()); }

TEST(Calendar, WritesEdtf) {
    EXPECT_EQ(written({{2024, 0, 0}, {2024, 0, 0}, Precision::year}), "2024");
    EXPECT_EQ(written({{2024, 3, 0}, {2024, 3, 0}, Precision::month}), "2024-03");
    EXPECT_EQ(written({{2024, 3, 1}, {2024, 3, 1}, Precision::day}), "2024-03-01");
    EXPECT_EQ(written({{2024, 3, 3}, {2024, 3, 5}, Precision::range}), "2024-03-03/2024-03-05");
    EXPECT_EQ(written({{1990, 0, 0}, {1990, 0, 0}, Precision::decade}), "199X");
    EXPECT_EQ(written({{1900, 0, 0}, {1900, 0, 0}, Precision::century}), "19XX");
}

TEST(Calendar, WritesUnknownPartsAsX) {
    EXPECT_EQ(written({{0, 3, 21}, {0, 3, 21}, Precision::day}), "XXXX-03-21");
    EXPECT_EQ(written({{0, 0, 21}, {0, 0, 21}, Precision::day}), "XXXX-XX-21");
    EXPECT_EQ(written({{0, 3, 21}, {0, 3, 23}, Precision::range}), "XXXX-03-21/XXXX-03-23");
}

TEST(Calendar, KnowsLeapYears) {
    EXPECT_TRUE(is_possible({2024, 2, 29}));
    EXPECT_FALSE(is_possible({2023, 2, 29}));
    EXPECT_FALSE(is_possible({1900, 2, 29}));
    EXPECT_TRUE(is_possible({2000, 2, 29}));
    EXPECT_TRUE(is_possible({0, 2, 29})) << "some year has it";
}

TEST(Calendar, RefusesWhatNoCalendarHas) {
    EXPECT_FALSE(is_possible({2024, 13, 1}));
    EXPECT_FALSE(is_possible({2024, 4, 31}));
    EXPECT_FALSE(is_possible({999, 1, 1}));
    EXPECT_FALSE(is_possible({2024, -1, 1}));
    EXPECT_FALSE(is_possible({2024, 1, -1}));
    EXPECT_FALSE(is_possible({0, 0, 32}));
}

TEST(Calendar, CountsDays) {
    EXPECT_EQ(plus_days({2024, 2, 28}, 2), (Date{2024, 3, 1}));
    EXPECT_EQ(plus_days({2024, 1, 1}, -1), (Date{2023, 12, 31}));
    EXPECT_EQ(days_between({2023, 12, 31}, {2024, 3, 1}), 61);
    EXPECT_EQ(plus_days({0, 7, 25}, 1), (Date{0, 7, 26})) << "an unknown year stays unknown";
}

TEST(Calendar, CountsMonthsAcrossYears) {
    EXPECT_EQ(plus_months({2024, 1, 15}, -1), (Date{2023, 12, 0}));
    EXPECT_EQ(plus_months({2024, 12, 0}, 1), (Date{2025, 1, 0}));
    EXPECT_EQ(plus_months({2024, 3, 0}, -27), (Date{2021, 12, 0}));
}

TEST(Calendar, WeeksRunFromMonday) {
    EXPECT_EQ(weekday({2024, 4, 1}), 1);
    EXPECT_EQ(weekday({2024, 3, 31}), 7);
    EXPECT_EQ(written(week_of({2024, 4, 3})), "2024-04-01/2024-04-07");
    EXPECT_EQ(written(weekend_of({2024, 4, 1})), "2024-04-06/2024-04-07");
}

TEST(Calendar, FindsWeekdaysOfAMonth) {
    EXPECT_EQ(nth_weekday(2024, 11, 4, 4), (Date{2024, 11, 28})) << "Thanksgiving";
    EXPECT_EQ(nth_weekday(2024, 5, 1, 9), (Date{2024, 5, 27})) << "Memorial Day, the last Monday";
    EXPECT_EQ(nth_weekday(2024, 4, 1, 1), (Date{2024, 4, 1}));
}

TEST(Calendar, WinterEndsInTheNextYear) {
    EXPECT_EQ(written(months_from(1987, 12, 3, Precision::season)), "1987-12/1988-02");
    EXPECT_EQ(written(months_from(2024, 10, 3, Precision::quarter)), "2024-10/2024-12");
    EXPECT_EQ(written(months_from(2024, 7, 6, Precision::half)), "2024-07/2024-12");
}

}  // namespace
}  // namespace dateline::dates
