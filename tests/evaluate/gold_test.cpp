#include "core/evaluate/gold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace dateline::evaluate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

Gold parse(const std::string& content) { return parse_gold(content, "gold/port.ann"); }

TEST(Gold, TakesTheMarksOutOfTheText) {
    const Gold gold = parse("On ⟦D 2024-03-21|21 March⟧ ⟦P|Łukasz Żak⟧ spoke.\n=====\npublished | -\n");
    EXPECT_EQ(gold.text, "On 21 March Łukasz Żak spoke.");
    ASSERT_EQ(gold.mentions.size(), 2);
    EXPECT_EQ(gold.mentions[0].value, "2024-03-21");
    EXPECT_EQ(gold.mentions[1].type, "person");
    EXPECT_EQ(gold.mentions[1].start, 12);
    EXPECT_EQ(gold.mentions[1].end, 22);
}

TEST(Gold, TakesATypesNameForALetter) {
    EXPECT_EQ(parse("⟦amount|5 euros⟧\n=====\n").mentions[0].type, "amount");
}

TEST(Gold, ReadsTheFacts) {
    const Gold gold = parse(
        "text\n=====\npublished | 2024-04-01\nalias | organization | Port Authority | PA\nrole | Li Na | Head | -\n"
        "base | Harbour Base | opened | - | PA; Port Authority\n");
    EXPECT_EQ(gold.published, "2024-04-01");
    EXPECT_THAT(gold.aliases.at("organization"), ElementsAre(ElementsAre("Port Authority", "PA")));
    EXPECT_EQ(gold.roles[0].organization, std::nullopt);
    EXPECT_EQ(gold.bases[0].date, std::nullopt);
    EXPECT_THAT(gold.bases[0].organizations, ElementsAre("PA", "Port Authority"));
    EXPECT_THAT(gold.fact_kinds, ElementsAre("published", "alias", "role", "base"));
    EXPECT_TRUE(gold.faults.empty());
}

TEST(Gold, NamesTheLineOfAFault) {
    const Gold gold = parse("one\ntwo ⟦X|three⟧\n=====\nrole | Li Na | Head\n");
    EXPECT_THAT(gold.faults, ElementsAre("gold/port.ann:2: a stray ⟦; a mark is ⟦O|NAME⟧, with D VALUE, O, P, B or a type before the |",
                                         "gold/port.ann:4: not a fact line; one is published, alias, role or base with its parts between |"));
    EXPECT_EQ(gold.text, "one\ntwo ⟦X|three⟧");
}

TEST(Gold, MissesTheLineBetweenTextAndFacts) {
    EXPECT_THAT(parse("only text\n").faults, ElementsAre("gold/port.ann:1: there is no ===== line; add one after the text"));
}

TEST(Gold, RefusesAFileThatIsNotThereOrNoText) {
    EXPECT_THROW(read_gold("/nowhere/at-all.ann"), std::runtime_error);
    const fs::path file = fs::path(testing::TempDir()) / ("dateline-latin1-" + std::to_string(getpid()) + ".ann");
    std::ofstream(file) << "caf\xE9\n=====\n";
    try {
        read_gold(file);
        ADD_FAILURE() << "not refused";
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), file.string() + " is not UTF-8 at byte 3: save it as UTF-8");
    }
    fs::remove(file);
}

TEST(Gold, FindsTheAnnotatedArticlesOfAFolder) {
    const fs::path folder = fs::path(testing::TempDir()) / ("dateline-gold-" + std::to_string(getpid()));
    fs::create_directories(folder);
    EXPECT_THROW(find_gold(folder), std::runtime_error);
    for (const char* name : {"b.ann", "a.ann", "a.txt"}) {
        std::ofstream(folder / name) << "\n=====\n";
    }
    EXPECT_THAT(find_gold(folder), ElementsAre(folder / "a.ann", folder / "b.ann"));
    EXPECT_THAT(find_gold(folder / "b.ann"), ElementsAre(folder / "b.ann"));
    fs::remove_all(folder);
}

}  // namespace
}  // namespace dateline::evaluate
