#include <gmock/gmock.h>

#include <filesystem>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;

class PluginsNew : public Scratch {
protected:
    Ran create(const std::string& name, const std::string& type, const std::string& rest = "") const {
        return run("dateline plugins new " + name + " --type " + type + " " + rest);
    }
};

// The folder of a README's or report's line that begins so, four spaces before it.
std::string line_with(const std::string& text, const std::string& begin) {
    const std::size_t at = text.find("    " + begin);
    return at == std::string::npos ? "false # no line " + begin : text.substr(at + 4, text.find('\n', at) - at - 4);
}

TEST_F(PluginsNew, BuildsWithTheCompilerLineInItsReadmeAndPassesItsExamples) {
    ASSERT_EQ(create("tickets", "ticket", "--language c").code, 0);
    const Ran built = run("cd tickets && " + line_with(read("tickets/README.md"), "cc "));
    ASSERT_EQ(built.code, 0) << built.err;
    EXPECT_EQ(built.err, "");
    const Ran tested = run("dateline plugins test tickets");
    EXPECT_EQ(tested.code, 0) << tested.out << tested.err;
    EXPECT_THAT(tested.out, HasSubstr("All 3 examples pass (the plugin in tickets).\n"));
}

TEST_F(PluginsNew, OfRulesPassesItsExamplesAsItIs) {
    ASSERT_EQ(create("tickets", "ticket").code, 0);
    const Ran tested = run("dateline plugins test tickets");
    EXPECT_EQ(tested.code, 0) << tested.out << tested.err;
    EXPECT_THAT(run("echo 'See ticket AB-1234.' | dateline explain --plugin tickets --why AB-1234 -").out, HasSubstr("stands after “ticket”"));
}

TEST_F(PluginsNew, SaysWhatItWroteAndWhatComesNext) {
    const Ran ran = create("tickets", "ticket", "--language c++");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("    tickets.cpp "));
    EXPECT_THAT(ran.out, HasSubstr("    tests/tickets.example "));
    EXPECT_THAT(ran.out, HasSubstr("    cmake -S tickets -B tickets/build -DCMAKE_PREFIX_PATH=" BUILD_FOLDER " && cmake --build tickets/build\n"
                                   "    dateline plugins test tickets\n    dateline plugins check tickets/build/tickets\n"));
}

TEST_F(PluginsNew, MakesIdentifiersOfNamesWithHyphens) {
    std::filesystem::create_directory(folder() / "work" / "a b");
    ASSERT_EQ(create("award-names", "award-name", "--language c++ --folder 'a b'").code, 0);
    EXPECT_THAT(read("a b/award-names/award-names.cpp"), HasSubstr("DATELINE_EXTRACTOR(AwardNames, \"award-names\", \"0.1.0\")"));
    EXPECT_THAT(read("a b/award-names/plugin.json"), HasSubstr("\"type\": \"award-name\", \"collection\": \"award_names\", \"id_prefix\": \"a\""));
}

TEST_F(PluginsNew, TakesAnIdPrefixThatNoOtherPluginHas) {
    create("projects", "project");
    EXPECT_THAT(read("projects/plugin.json"), HasSubstr("\"id_prefix\": \"pr\""));  // people have p
}

TEST_F(PluginsNew, RefusesWhatNoPluginCanBeCalled) {
    const Ran ran = create("Award_Names", "award");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("the name 'Award_Names' must be of small letters, digits and '-', begin with a letter and have at most 64 of them; did you mean 'award-names'?"));
    EXPECT_THAT(create("awards", "'Award names'").err, HasSubstr("did you mean 'award-names'?"));
    EXPECT_THAT(create("limit", "award").err, HasSubstr("'limit' is what dateline itself is called in records"));
    EXPECT_THAT(create("test", "award").err, HasSubstr("has a meaning of its own for CMake"));
    EXPECT_FALSE(std::filesystem::exists(folder() / "work" / "limit"));
}

TEST_F(PluginsNew, RefusesWhatAnotherPluginHas) {
    EXPECT_THAT(create("dates", "award").err, HasSubstr("there is a plugin 'dates' already"));
    EXPECT_THAT(create("awards", "person").err, HasSubstr("the type 'person' belongs to the plugin 'people' already; choose another"));
}

TEST_F(PluginsNew, RefusesAFolderThatIsThere) {
    write("tickets/mine.txt", "mine\n");
    const Ran ran = create("tickets", "ticket");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("the folder tickets is there already"));
    EXPECT_EQ(read("tickets/mine.txt"), "mine\n");
}

TEST_F(PluginsNew, RefusesAParentThatIsNotThere) {
    const Ran ran = create("tickets", "ticket", "--folder plugnis");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("the --folder plugnis is not there; make it, or name another one"));
    EXPECT_FALSE(std::filesystem::exists(folder() / "work" / "plugnis"));
}

TEST_F(PluginsNew, IsToldWhatItNeeds) {
    EXPECT_THAT(run("dateline plugins new tickets").err, HasSubstr("plugins new takes the NAME of the plugin, and the type"));
    EXPECT_THAT(create("tickets", "ticket", "--language pyton").err, HasSubstr("--language"));
    EXPECT_THAT(run("dateline plugins nwe tickets").err, HasSubstr("did you mean 'new'?"));
}

}  // namespace
}  // namespace dateline::cli
