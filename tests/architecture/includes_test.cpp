// The tree of dependencies that core/README.md describes, held against the #include lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// What each folder of core/ may include, what these include among it.
const std::map<std::string, Names> allowed = {
    {"text", {}},
    {"document", {"text"}},
    {"lexicon", {"text"}},
    {"mention", {"document", "text"}},
    {"judge", {"mention", "document", "text"}},
    {"resolve", {"mention", "document", "text"}},
    {"record", {"resolve", "mention", "document", "text"}},
    {"rules", {"mention", "lexicon", "document", "text"}},
    {"process", {"mention", "lexicon", "document", "text"}},
    {"plugin", {"rules", "process", "mention", "lexicon", "document", "text"}},
    {"learn", {"judge", "mention", "lexicon", "document", "text"}},
    {"pipeline", {"plugin", "rules", "process", "learn", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"explain", {"pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"evaluate", {"pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"train", {"evaluate", "pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"isolate", {"pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"check", {"isolate", "evaluate", "pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"library", {"pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"store", {"text"}},
    {"ingest", {"store", "explain", "pipeline", "learn", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
    {"cli", {"check", "isolate", "ingest", "store", "train", "learn", "explain", "evaluate", "pipeline", "plugin", "rules", "process", "record", "judge", "resolve", "mention", "lexicon", "document", "text"}},
};

bool is_source(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".cpp" || extension == ".h" || extension == ".hpp" || extension == ".c";
}

// What the file names in #include "…".
Names includes_of(const fs::path& path) {
    Names names;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        constexpr std::string_view start = "#include \"";
        if (line.starts_with(start)) {
            names.insert(line.substr(start.size(), line.find('"', start.size()) - start.size()));
        }
    }
    return names;
}

std::vector<fs::path> sources_below(const fs::path& folder) {
    std::vector<fs::path> sources;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (is_source(entry.path())) sources.push_back(entry.path());
    }
    EXPECT_FALSE(sources.empty()) << folder;
    return sources;
}

TEST(Includes, FollowTheTreeOfTheCore) {
    for (const fs::directory_entry& folder : fs::directory_iterator(SOURCE_FOLDER "/core")) {
        if (!folder.is_directory()) continue;
        const std::string part = folder.path().filename().string();
        ASSERT_TRUE(allowed.contains(part)) << "core/" << part << " is new: say here and in core/README.md what it may include";
        for (const fs::path& source : sources_below(folder.path())) {
            for (const std::string& include : includes_of(source)) {
                if (!include.starts_with("core/")) {
                    EXPECT_TRUE(include.starts_with("dateline/")) << source << " includes " << include;
                    continue;
                }
                const std::string other = include.substr(5, include.find('/', 5) - 5);
                EXPECT_TRUE(other == part || allowed.at(part).contains(other)) << source << " includes " << include;
            }
        }
    }
}

TEST(Includes, OfPluginsLeadNowhereIntoTheCore) {
    for (const fs::path& source : sources_below(SOURCE_FOLDER "/plugins")) {
        if (source.string().find("/tests/") != std::string::npos) continue;
        for (const std::string& include : includes_of(source)) {
            EXPECT_FALSE(include.starts_with("core/") || include.find("../core") != std::string::npos) << source << " includes " << include;
        }
    }
}

TEST(Includes, OfPublicHeadersAreDependable) {
    for (const fs::path& source : sources_below(SOURCE_FOLDER "/include")) {
        for (const std::string& include : includes_of(source)) {
            EXPECT_TRUE(include.starts_with("dateline/")) << source << " includes " << include;
        }
    }
}

TEST(Includes, EveryFolderIsInTheReadme) {
    std::ifstream file(SOURCE_FOLDER "/core/README.md");
    const std::string page(std::istreambuf_iterator<char>(file), {});
    for (const auto& [part, others] : allowed) {
        EXPECT_THAT(page, testing::HasSubstr("| `" + part + "/` |"));
    }
}

}  // namespace
