// What the record says of dates besides their values: what was implied, from what, and what stays open.
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/record_of.h"

namespace {

using dateline::test::entity;
using dateline::test::record_of;
using nlohmann::json;

json dates(std::string_view text) { return record_of(text, {"dates"}); }

json mention(const json& record, std::string_view words) { return entity(record, "dates", words).at("mentions").at(0); }

TEST(Dates, SayWhatIsImpliedAndFromWhat) {
    const json record = dates("Date: 2024-04-01\n\nThe base was opened on March 21 and visited yesterday. Last year it was built.");
    EXPECT_EQ(mention(record, "March 21").at("implied"), json::parse(R"(["year"])"));
    EXPECT_EQ(mention(record, "March 21").at("anchor"), "published");
    EXPECT_EQ(mention(record, "yesterday").at("implied"), json::parse(R"(["year", "month", "day"])"));
    EXPECT_EQ(mention(record, "Last year").at("implied"), json::parse(R"(["year"])"));
    EXPECT_EQ(mention(record, "2024-04-01").at("implied"), json::array());
    EXPECT_EQ(mention(record, "2024-04-01").at("anchor"), nullptr);
}

TEST(Dates, NameTheDateTheyWereToldFrom) {
    const json record = dates("The hall was opened on May 3, 2023, and on the 5th it was full.");
    EXPECT_EQ(mention(record, "5th").at("anchor"), entity(record, "dates", "May 3, 2023").at("id"));
    EXPECT_EQ(entity(record, "dates", "5th").at("value"), "2023-05-05");
}

TEST(Dates, LeaveAnAmbiguousOneOpen) {
    const json date = entity(dates("The treaty was signed on 03/04/2024."), "dates", "03/04/2024");
    EXPECT_EQ(date.at("value"), nullptr);
    EXPECT_EQ(date.at("reason"), "ambiguous");
    EXPECT_EQ(date.at("alternatives"), json::parse(R"(["2024-04-03", "2024-03-04"])"));
}

TEST(Dates, SayThatTheYearIsMissing) {
    const json date = entity(dates("On March 21 the plaque was unveiled."), "dates", "March 21");
    EXPECT_EQ(date.at("value"), "XXXX-03-21");
    EXPECT_EQ(date.at("reason"), "no-year");
}

TEST(Dates, GivePrecisions) {
    const json record = dates(
        "Date: 2024-04-01\n\nIn 2023, in the 1990s and the 19th century, in the first quarter of 2024, in the first half of 2023, in spring 2023, in "
        "May 2023, "
        "last week, on March 3-5, 2024.");
    const std::vector<std::pair<const char*, const char*>> precisions = {{"2023", "year"},
                                                                         {"1990s", "decade"},
                                                                         {"19th century", "century"},
                                                                         {"first quarter of 2024", "quarter"},
                                                                         {"first half of 2023", "half"},
                                                                         {"spring 2023", "season"},
                                                                         {"May 2023", "month"},
                                                                         {"last week", "week"},
                                                                         {"March 3-5, 2024", "range"},
                                                                         {"2024-04-01", "day"}};
    for (const auto& [words, precision] : precisions) {
        EXPECT_EQ(entity(record, "dates", words).at("precision"), precision) << words;
    }
}

TEST(Dates, PointAtThePlaceOfThePublicationDate) {
    const json record =
        dates("Ship school opens base\n\nEASTPORT, March 4, 2024 /Wire/ -- The ship school opened a base in the north of the province.");
    EXPECT_EQ(record.at("document").at("published"), "2024-03-04");
    EXPECT_EQ(record.at("document").at("published_from").at("rule"), "dates/dateline");
    EXPECT_EQ(record.at("document").at("published_from").at("start"), 34);
}

TEST(Dates, AreTheSameWhateverWasReadBefore) {
    const std::string text = "Ship school opens base\n\nOn Thursday the hall was opened, last year the yard, on the 5th the gate.";
    const json alone = dates(text);
    dates("Date: 2024-04-01\n\nThe hall was opened on Thursday, March 21, 2024. On Monday, May 5, 2025 it was closed.");
    EXPECT_EQ(dates(text), alone);
}

TEST(Dates, StateNoPublicationDateThatMayBeEitherOfTwo) {
    const json record = dates("Ship school opens base\n\nPosted: 03/04/2024\n\nThe ship school opened a practice base in the north of the province.");
    EXPECT_EQ(record.at("document").at("published"), nullptr);
    EXPECT_EQ(entity(record, "dates", "03/04/2024").at("reason"), "ambiguous");
}

// Work must not grow faster than the text: four times as many dates may take no more than eight times as long.
TEST(Dates, ManyInARowTakeLinearTime) {
    const auto seconds = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += "2024-03-04 on the 5th, Monday, 03/04/2024, 1998 In the autumn of last year ";
        }
        const auto start = std::chrono::steady_clock::now();
        dates(text);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    seconds(100);
    const double few = seconds(2000);
    EXPECT_LT(seconds(8000), 8 * few + 0.05);
}

}  // namespace
