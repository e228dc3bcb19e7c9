#include "plugins/html/day.h"

#include <gtest/gtest.h>

namespace html {
namespace {

std::string found(std::string_view text, std::string_view language = {}) {
    const auto day = find_day(text, language);
    return day ? edtf(day->day) : "";
}

std::string read(std::string_view value) {
    const auto day = read_day(value, {});
    return day ? edtf(*day) : "";
}

TEST(Day, IsReadFromMachineForms) {
    EXPECT_EQ(read("2024-04-01T10:00:00+02:00"), "2024-04-01");
    EXPECT_EQ(read("20240401"), "2024-04-01");
    EXPECT_EQ(read("20240401103000"), "2024-04-01");
    EXPECT_EQ(read("1711965600"), "2024-04-01");
    EXPECT_EQ(read("1711965600000"), "2024-04-01");
    EXPECT_EQ(read("Mon, 01 Apr 2024 10:00:00 GMT"), "2024-04-01");
    EXPECT_EQ(read("2024-13-01"), "");
    EXPECT_EQ(read("2023-02-29"), "");
    EXPECT_EQ(read("today"), "");
}

TEST(Day, IsFoundInManyLanguages) {
    EXPECT_EQ(found("Posted on April 1st, 2024 by Jo"), "2024-04-01");
    EXPECT_EQ(found("Montag, 1. April 2024"), "2024-04-01");
    EXPECT_EQ(found("3. M\xC3\xA4rz 2024"), "2024-03-03");
    EXPECT_EQ(found("le 1er avril 2024"), "2024-04-01");
    EXPECT_EQ(found("1 de abril de 2024"), "2024-04-01");
    EXPECT_EQ(found("1 апреля 2024"), "2024-04-01");
    EXPECT_EQ(found("1 kwietnia 2024"), "2024-04-01");
    EXPECT_EQ(found("2024年4月1日"), "2024-04-01");
    EXPECT_EQ(found("2024년 4월 1일"), "2024-04-01");
    EXPECT_EQ(found("No-break\xC2\xA0"
                    "1\xC2\xA0"
                    "April\xC2\xA0"
                    "2024"),
              "2024-04-01");
}

TEST(Day, OfNumbersFollowsTheLanguage) {
    EXPECT_EQ(found("01.04.2024"), "2024-04-01");
    EXPECT_EQ(found("1.4.24"), "2024-04-01");
    EXPECT_EQ(found("04/01/2024", "en"), "2024-04-01");
    EXPECT_EQ(found("04/01/2024", "fr"), "2024-01-04");
    EXPECT_EQ(found("13/01/2024", "en"), "2024-01-13");
    EXPECT_EQ(found("listopada 5, 2024", "pl"), "2024-11-05");
    EXPECT_EQ(found("10.0.0.1 and 1.2.3.4.5"), "");
}

TEST(Day, IsFoundInAddresses) {
    const auto day = [](std::string_view url) {
        const auto result = day_of_url(url);
        return result ? edtf(*result) : "";
    };
    EXPECT_EQ(day("https://news.example/2024/04/01/title"), "2024-04-01");
    EXPECT_EQ(day("https://news.example/title-20240401.html"), "2024-04-01");
    EXPECT_EQ(day("https://news.example/2024-04-01-title"), "2024-04-01");
    EXPECT_EQ(day("https://news.example/2024/apr/01/title"), "2024-04-01");
    EXPECT_EQ(day("https://news.example/article/202404012"), "");
}

}  // namespace
}  // namespace html
