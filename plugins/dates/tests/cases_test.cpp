// Runs the articles of cases/ through the pipeline: marks and publication dates as a clerk writes them.
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "core/evaluate/gold.h"
#include "tests/support/record_of.h"

namespace {

using dateline::evaluate::Gold;

using Mark = std::tuple<std::size_t, std::string, std::string>;  // start, words, value

std::string read(const std::string& name) {
    std::ifstream file(SOURCE_FOLDER "/plugins/dates/tests/cases/" + name);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::vector<Mark> expected(const Gold& gold, std::size_t from) {
    std::vector<Mark> marks;
    for (const auto& mention : gold.mentions) {
        if (mention.start >= from) {
            marks.emplace_back(mention.start, mention.text, mention.value);
        }
    }
    return marks;
}

std::vector<Mark> found(const nlohmann::json& record, std::size_t from) {
    std::vector<Mark> marks;
    for (const nlohmann::json& date : record.at("entities").at("dates")) {
        for (const nlohmann::json& mention : date.at("mentions")) {
            if (mention.at("start") >= from) {
                marks.emplace_back(mention.at("start"), mention.at("text"), date.at("value").is_null() ? "-" : date.at("value").get<std::string>());
            }
        }
    }
    std::sort(marks.begin(), marks.end());
    return marks;
}

std::string published(const nlohmann::json& record) {
    const nlohmann::json& value = record.at("document").at("published");
    return value.is_null() ? "-" : value.get<std::string>();
}

TEST(Cases, FormsAndValues) {
    std::istringstream lines(read("forms.txt"));
    std::string line, header;
    std::size_t number = 0, cases = 0;
    while (std::getline(lines, line)) {
        ++number;
        if (line.empty() || line[0] == '#') {
            continue;
        }
        if (line.rfind("published ", 0) == 0) {
            header = line == "published -" ? "" : "Date: " + line.substr(10) + "\n\n";
            continue;
        }
        const Gold gold = dateline::evaluate::parse_gold(header + line, "forms.txt");
        const std::size_t from = header.size();
        EXPECT_EQ(found(dateline::test::record_of(gold.text, {"dates"}), from), expected(gold, from)) << "forms.txt:" << number << ": " << line;
        ++cases;
    }
    EXPECT_GT(cases, 60u);
}

TEST(Cases, PublicationDates) {
    std::string rest = read("publication.txt");
    rest.erase(0, rest.find('\n') + 1);  // the comment
    std::size_t cases = 0;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find("\n-----\n"), rest.size());
        const Gold gold = dateline::evaluate::parse_gold(rest.substr(0, end), "publication.txt");
        rest.erase(0, end + 7);
        const nlohmann::json record = dateline::test::record_of(gold.text, {"dates"});
        EXPECT_TRUE(gold.faults.empty()) << gold.faults.front();
        EXPECT_EQ(published(record), gold.published.value_or("-")) << gold.text;
        EXPECT_EQ(found(record, 0), expected(gold, 0)) << gold.text;
        ++cases;
    }
    EXPECT_EQ(cases, 42u);
}

}  // namespace
