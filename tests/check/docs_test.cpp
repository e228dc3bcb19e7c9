// docs/CHECK.md has the tests as they are.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "core/check/check.h"

namespace dateline::check {
namespace {

std::string row(const TestInfo& test) {
    const std::string of = test.kinds == "all" ? "" : " (" + std::string(test.kinds) + ")";
    return "| `" + std::string(test.name) + "`" + of + (test.severity == Severity::note ? ", note" : "") + " | " + std::string(test.asks) + " |\n";
}

TEST(CheckDocs, HaveATableOfAllTests) {
    std::ifstream stream(SOURCE_FOLDER "/docs/CHECK.md");
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    std::string rows;
    for (const TestInfo& test : tests()) {
        rows += row(test);
    }
    EXPECT_THAT(page, testing::HasSubstr("\n|---|---|\n" + rows + "\n")) << rows;
}

}  // namespace
}  // namespace dateline::check
