#include "core/lexicon/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

namespace fs = std::filesystem;

class Build : public testing::Test {
protected:
    Build() : folder_(fs::path(testing::TempDir()) / ("lexicon_build_" + std::to_string(getpid()))) { fs::create_directories(folder_); }
    ~Build() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

    fs::path folder_;
};

TEST_F(Build, TakesFilesInTheOrderOfTheirNames) {
    write("b.tsv", list_text("first", "x\n"));
    write("a.tsv", list_text("second", "y\n"));
    write("c.rules", "rule of-c: @first => l\n");
    write("B.rules", "rule of-b: @second => l\n");
    write("evidence.tsv", "# source: s\ne\t1\tis\n");
    write(".hidden.tsv", "no list");
    write("README.md", "no list");
    const auto lexicon = Lexicon::from_bytes(build(folder_));
    EXPECT_EQ(lexicon->find_list("second"), 0u);
    EXPECT_EQ(lexicon->find_list("first"), 1u);
    EXPECT_EQ(lexicon->find_list("third"), DATELINE_NONE);
    EXPECT_EQ(lexicon->find_rule("of-b"), 0u);
    EXPECT_EQ(lexicon->find_rule("of-c"), 1u);
    EXPECT_EQ(lexicon->list_count(), 2u);
    EXPECT_EQ(lexicon->evidence_count(), 1u);
    EXPECT_EQ(lexicon->list(0).name, "second");
    EXPECT_EQ(lexicon->list(0).source, "invented");
    EXPECT_EQ(lexicon->list(0).licence, "Apache-2.0");
    EXPECT_EQ(lexicon->list(0).entries, 1u);
}

TEST_F(Build, GivesTheSameBytes) {
    std::string words;
    for (int i = 0; i < 2000; ++i) words += "word" + std::to_string(i * 7919 % 2000) + " tail" + std::to_string(i % 50) + "\n";
    write("a.tsv", list_text("a", words));
    write("a.rules", "rule r: @a ( \"x\" | \"y\" )* z:#Word => l \"{z}\"\nrule s: <t> => l\n");
    EXPECT_EQ(build(folder_), build(folder_));
}

TEST_F(Build, WritesAFileThatOpens) {
    write("a.tsv", list_text("a", "word\n"));
    build_file(folder_, folder_ / "a.lexicon");
    build_file(folder_, folder_ / "a.lexicon");
    EXPECT_EQ(Finding(*Lexicon::open(folder_ / "a.lexicon"), "A word.").hits().size(), 1u);
    EXPECT_FALSE(fs::exists(folder_ / "a.lexicon.part"));
}

TEST_F(Build, LeavesTheOldFileWhenTheSourcesAreWrong) {
    write("a.tsv", list_text("a", "word\n"));
    build_file(folder_, folder_ / "a.lexicon");
    write("b.tsv", "word\n");
    EXPECT_THROW(build_file(folder_, folder_ / "a.lexicon"), BuildError);
    EXPECT_EQ(Lexicon::open(folder_ / "a.lexicon")->list_count(), 1u);
}

TEST_F(Build, TellsWhatCannotBeReadOrWritten) {
    const auto told = [](auto&& what) -> std::string {
        try {
            what();
        } catch (const BuildError& error) {
            return error.what();
        }
        return {};
    };
    EXPECT_EQ(told([] { build("/nowhere"); }), "/nowhere: cannot be read (No such file or directory); give the folder that holds a plugin's lists and rules");
    EXPECT_EQ(told([this] { build_file(folder_, "/nowhere/a.lexicon"); }),
              "/nowhere/a.lexicon: cannot be written; check that its folder exists, that you may write there and that the disk is not full");
    write("a.tsv", list_text("a", "word\nword\n"));
    const std::string path = (folder_ / "a.tsv").string();
    EXPECT_EQ(told([this] { build(folder_); }), path + ":5:1: “word” is in line 4 already; remove one of them\nword\n^");
}

TEST_F(Build, RefusesMoreSpellingsOfOneWordThanAFileCanHold) {
    std::string words;
    for (int bits = 0; bits < 128; ++bits) {
        for (int letter = 0; letter < 8; ++letter) words += static_cast<char>((bits >> letter & 1 ? 'A' : 'a') + letter);
        words += '\n';
    }
    write("a.tsv", list_text("a", "# case: exact\n" + words));
    EXPECT_THROW(build(folder_), BuildError);
    words.erase(0, 9);
    write("a.tsv", list_text("a", "# case: exact\n" + words));
    EXPECT_EQ(Lexicon::from_bytes(build(folder_))->list(0).entries, 127u);
}

TEST(BuiltIn, DataOfAllPluginsCompiles) {
    int folders = 0;
    for (const fs::directory_entry& plugin : fs::directory_iterator(SOURCE_FOLDER "/plugins")) {
        if (!fs::is_directory(plugin.path() / "data")) continue;
        ++folders;
        EXPECT_NO_THROW(Lexicon::from_bytes(build(plugin.path() / "data"))) << plugin.path();
    }
    EXPECT_GT(folders, 3);
}

}  // namespace
}  // namespace dateline::lexicon
