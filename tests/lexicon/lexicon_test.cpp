#include "core/lexicon/lexicon.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <random>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

const Files files = {{list_text("month", "May\t05\nMay Day\nJune\t06\n"), list_text("form", "# case: exact\nAG\nS.p.A.\n")},
                     "let M = m:@month\nrule one: \"the\"? M ( \"of\" | !\"in\" #any )* y:#9999 => date \"{y}-{m:02}\"\nrule two: <person> \"of\" o:<organization> => x\n",
                     "# source: s\ne\t10\tstands after “{0}”\n"};

std::string refusal(const std::string& bytes) {
    try {
        Lexicon::from_bytes(bytes);
        return {};
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

TEST(Lexicon, RefusesWhatIsNone) {
    EXPECT_EQ(refusal(""), "is no compiled lexicon; build one with 'dateline lexicon build'");
    EXPECT_EQ(refusal("# list: months\n# source: own\n"), "is no compiled lexicon; build one with 'dateline lexicon build'");
}

TEST(Lexicon, RefusesAnotherVersion) {
    std::string bytes = compile(files);
    bytes[8] = 99;
    EXPECT_EQ(refusal(bytes), "has format version 99, but this dateline reads version 4; build it again");
}

TEST(Lexicon, TellsContentsApart) {
    Files changed = files;
    changed.evidence = "# source: s\ne\t11\tstands after “{0}”\n";
    const std::uint64_t content = Lexicon::from_bytes(compile(files))->content();
    EXPECT_EQ(Lexicon::from_bytes(compile(files))->content(), content);
    EXPECT_NE(Lexicon::from_bytes(compile(changed))->content(), content);
}

TEST(Lexicon, RefusesWhatIsCutOff) {
    const std::string bytes = compile(files);
    for (std::size_t size = 16; size < bytes.size(); size += 1 + size / 16) {
        EXPECT_EQ(refusal(bytes.substr(0, size)), "is damaged (it is cut off); build it again");
    }
    EXPECT_EQ(refusal(bytes + "x"), "is damaged (it is cut off); build it again");
}

TEST(Lexicon, NamesTheFileItRefuses) {
    const std::string path = testing::TempDir() + "no_lexicon_" + std::to_string(getpid());
    std::ofstream(path) << "something else, and not so short";
    try {
        Lexicon::open(path);
        ADD_FAILURE();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), path + ": is no compiled lexicon; build one with 'dateline lexicon build'");
    }
    std::filesystem::remove(path);
    try {
        Lexicon::open(path);
        ADD_FAILURE();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), path + ": cannot be opened (No such file or directory)");
    }
}

/// Everything that reads a lexicon.
void use(const Lexicon& lexicon) {
    for (std::uint32_t i = 0; i < lexicon.list_count(); ++i) EXPECT_LE(lexicon.list(i).name.size(), lexicon.tables().strings.size());
    for (std::uint32_t i = 0; i < lexicon.rule_count(); ++i) lexicon.find_rule(lexicon.rule(i));
    for (std::uint32_t i = 0; i < lexicon.evidence_count(); ++i) lexicon.evidence(i);
    lexicon.find_label("date");
    Finding finding(lexicon, "The May Day of AG and S.p.A. in June 2020. May of 2021!\n\nJune and May 2022 of AG.");
    const std::vector<dateline_mention> mentions = {{1, 0, 0, 1, 2, 0, 0, 0}, {2, 0, 0, 4, 1, 0, 0, 0}};
    finding.add_typed(mentions, std::vector<std::uint32_t>(lexicon.type_names().size(), 1));
}

/// Under the sanitizers no read may leave the bytes, whatever they say.
TEST(Lexicon, IsSafeWhenAnyNumberIsWrong) {
    const std::string bytes = compile(files);
    std::mt19937 random(7);
    int accepted = 0, refused = 0;
    for (std::size_t at = 16; at + 4 <= bytes.size(); at += 4) {
        for (const std::uint32_t value : {0u, 1u, 0xFFu, 0x10000u, 0x7FFFFFFFu, 0xFFFFFFFFu, static_cast<std::uint32_t>(random())}) {
            std::string damaged = bytes;
            std::memcpy(damaged.data() + at, &value, sizeof value);
            if (!refusal(damaged).empty()) {
                ++refused;
                continue;
            }
            ++accepted;
            use(*Lexicon::from_bytes(damaged));
        }
    }
    EXPECT_GT(accepted, 100);
    EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace dateline::lexicon
