#include "plugins/dates/reading.h"

#include <string>

#include <gtest/gtest.h>

namespace dateline::dates {
namespace {

TEST(Reading, ReadsWholeDates) {
    const auto reading = read(Form::full_date, "2024-03-04 1");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->first, (Date{2024, 3, 4}));
    EXPECT_EQ(reading->weekday, 1);
    EXPECT_EQ(reading->precision, Precision::day);
}

TEST(Reading, ReadsTwoDigitsOfAYear) {
    EXPECT_EQ(read(Form::full_date, "25-02-16 ")->first.year, 2025);
    EXPECT_EQ(read(Form::full_date, "98-02-16 ")->first.year, 1998);
    EXPECT_EQ(read(Form::quarter, "2 25")->first.year, 2025);
}

TEST(Reading, LeavesUnsaidPartsOpen) {
    const auto reading = read(Form::month_day, "-03-21 ");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->first, (Date{0, 3, 21}));
    EXPECT_FALSE(reading->has_year());
    EXPECT_EQ(read(Form::day, "--25")->first, (Date{0, 0, 25}));
}

TEST(Reading, ReadsBothEndsOfARange) {
    const auto reading = read(Form::range, "2023-12-30/2024-01-02");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->first, (Date{2023, 12, 30}));
    EXPECT_EQ(reading->last, (Date{2024, 1, 2}));
    EXPECT_TRUE(reading->is_range());
}

TEST(Reading, ReadsDecadesAndCenturies) {
    EXPECT_EQ(read(Form::decade, "199X")->precision, Precision::decade);
    EXPECT_EQ(read(Form::decade, "18XX")->precision, Precision::century);
    EXPECT_EQ(read(Form::decades, "196X 197X")->last.year, 1979);
}

TEST(Reading, ReadsDistances) {
    const auto ago = read(Form::ago, "3 year");
    ASSERT_TRUE(ago);
    EXPECT_EQ(ago->distance, -3);
    EXPECT_EQ(ago->unit, Unit::year);
    const auto next = read(Form::weekday_direction, "5 1");
    EXPECT_EQ(next->weekday, 5);
    EXPECT_EQ(next->distance, 1);
    EXPECT_TRUE(read(Form::relative, "year -1 text")->from_text);
}

TEST(Reading, ReadsMovableHolidays) {
    const auto memorial_day = read(Form::holiday, "05-1-L ");
    ASSERT_TRUE(memorial_day);
    EXPECT_EQ(memorial_day->first.month, 5);
    EXPECT_EQ(memorial_day->weekday, 1);
    EXPECT_EQ(memorial_day->nth, 9);
}

TEST(Reading, RefusesWhatIsNoDate) {
    EXPECT_FALSE(read(Form::iso, "2024-13-01"));
    EXPECT_FALSE(read(Form::iso, "2024-02-30"));
    EXPECT_FALSE(read(Form::year, "2500--")) << "out of any article's reach";
    EXPECT_FALSE(read(Form::years, "2013 2011")) << "backward";
    EXPECT_FALSE(read(Form::short_years, "2018 12"));
    EXPECT_FALSE(read(Form::short_years, "2018 18"));
    EXPECT_FALSE(read(Form::numeric, "32 13 2024"));
    EXPECT_FALSE(read(Form::numeric, "0 5 2024"));
}

TEST(Reading, SurvivesHostileValues) {
    const std::string long_number(5000, '9');
    for (std::size_t i = 0; i < form_count; ++i) {
        const auto form = static_cast<Form>(i);
        for (const std::string& value :
             {std::string(), std::string("-"), std::string("////"), std::string("x y z"), long_number,
              long_number + "-" + long_number + "-" + long_number + " " + long_number, long_number + " " + long_number + "/" + long_number}) {
            const auto reading = read(form, value);
            EXPECT_FALSE(reading && (!is_possible(reading->first) || !is_possible(reading->last))) << label(form) << ": " << value.substr(0, 20);
        }
    }
}

TEST(Reading, EveryFormHasALabelOfItsOwn) {
    for (std::size_t i = 0; i < form_count; ++i) {
        EXPECT_EQ(rule(static_cast<Form>(i)), "dates/" + std::string(label(static_cast<Form>(i))));
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_NE(label(static_cast<Form>(i)), label(static_cast<Form>(j)));
        }
    }
}

}  // namespace
}  // namespace dateline::dates
