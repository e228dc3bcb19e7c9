// Every word list says where it comes from and under which licence, and NOTICE.md covers it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 9> known = {"Apache-2.0", "CC0-1.0",     "public domain", "MIT",         "Unicode-3.0",
                                                   "SCOWL",      "CC-BY-4.0", "CC BY 4.0",     "CC-BY-SA-4.0"};

std::string header(const fs::path& file, std::string_view key) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line) && line.starts_with("#");) {
        if (line.starts_with(key)) return line.substr(key.size());
    }
    return {};
}

// The licences are parted by ";", each with words of its own behind it.
void expect_known(const fs::path& file, std::string_view licences) {
    while (!licences.empty()) {
        licences.remove_prefix(std::min(licences.find_first_not_of(' '), licences.size()));
        const bool found = std::any_of(known.begin(), known.end(), [&](std::string_view one) { return licences.starts_with(one); });
        EXPECT_TRUE(found) << file << " is under '" << licences << "': say in NOTICE.md what it asks for, and add it here";
        // A semicolon within parentheses parts names, not licences.
        int depth = 0;
        std::size_t at = 0;
        for (; at < licences.size() && (depth > 0 || licences[at] != ';'); ++at) {
            depth += licences[at] == '(' ? 1 : licences[at] == ')' ? -1 : 0;
        }
        licences.remove_prefix(std::min(at + 1, licences.size()));
    }
}

TEST(Licences, OfAllListsAreInTheNotice) {
    std::size_t lists = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(SOURCE_FOLDER "/plugins")) {
        const fs::path& file = entry.path();
        if (file.extension() != ".tsv" || file.parent_path().filename() != "data") continue;
        EXPECT_NE(header(file, "# source: "), "") << file << " names no source";
        if (file.filename() == "evidence.tsv") continue;
        const std::string licences = header(file, "# licence: ");
        EXPECT_NE(licences, "") << file << " names no licence";
        expect_known(file, licences);
        ++lists;
    }
    EXPECT_GT(lists, 100u);
}

}  // namespace
