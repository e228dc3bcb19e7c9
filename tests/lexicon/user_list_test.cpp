#include "core/lexicon/user_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

constexpr std::array<std::string_view, 2> types = {"person", "organization"};

/// A file of the test, gone with it.
class File {
public:
    File(const std::string& name, const std::string& text) : path_(std::filesystem::path(testing::TempDir()) / (name + std::to_string(getpid()))) { std::ofstream(path_) << text; }
    ~File() { std::filesystem::remove(path_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// "type kind: words" for what is found in a text.
std::vector<std::string> found(const std::string& lines, const std::string& text) {
    const File file("names.tsv", lines);
    const UserList list({&file.path(), 1}, types);
    std::vector<std::string> all;
    const Finding finding(list.lexicon(), text);
    for (const dateline_hit& hit : finding.raw().hits) {
        const UserList::Meaning& meaning = list.meaning(hit.list);
        all.push_back(meaning.type + " " + std::to_string(static_cast<int>(meaning.kind)) + " at " + std::to_string(hit.first_token));
    }
    return all;
}

std::string user_mistake(const std::string& lines) {
    const File file("names.tsv", lines);
    try {
        const UserList list({&file.path(), 1}, types);
        return {};
    } catch (const BuildError& error) {
        const std::string message = error.what();
        return message.substr(file.path().string().size());
    }
}

TEST(UserList, TellsTypeAndKind) {
    EXPECT_THAT(found("# mine\nAcme Rocketry\torganization\talways\n\nMay\tperson\tnever\nMay\torganization\thint\n", "May Acme Rocketry"),
                testing::ElementsAre("person 1 at 0", "organization 2 at 0", "organization 0 at 1"));
}

TEST(UserList, WantsACapitalWhereItHasOne) {
    EXPECT_THAT(found("Apple\torganization\talways\nthe fed\torganization\talways\n", "apple Apple APPLE the Fed The fed"),
                testing::ElementsAre("organization 0 at 1", "organization 0 at 2", "organization 0 at 3", "organization 0 at 5"));
}

TEST(UserList, TakesTheSameLineTwice) {
    EXPECT_EQ(found("Acme\torganization\talways\nACME\torganization\talways\n", "Acme").size(), 1u);
}

TEST(UserList, JoinsFiles) {
    const File one("one.tsv", "Acme\torganization\talways\n"), two("two.tsv", "Ann\tperson\talways\n");
    const std::vector<std::filesystem::path> paths = {one.path(), two.path()};
    const UserList list(paths, types);
    EXPECT_EQ(Finding(list.lexicon(), "Ann of Acme").raw().hits.size(), 2u);
}

TEST(UserList, TellsWhatIsWrong) {
    EXPECT_EQ(user_mistake("Acme\n"),
              ":1:1: a line needs three columns with tabs between them: the words, a type, and always, never or hint; add what is missing\nAcme\n^");
    EXPECT_EQ(user_mistake("Acme\torganisation\talways\n"),
              ":1:6: there is no type “organisation”; did you mean “organization”?\nAcme\torganisation\talways\n    \t^");
    EXPECT_EQ(user_mistake("Acme\tship\talways\n"), ":1:6: there is no type “ship”; 'dateline plugins' lists the types\nAcme\tship\talways\n    \t^");
    EXPECT_EQ(user_mistake("Acme\tperson\tmaybe\n"), ":1:13: “maybe” is not known; write always, never or hint\nAcme\tperson\tmaybe\n    \t      \t^");
    EXPECT_EQ(user_mistake(" \tperson\talways\n"), ":1:1: there are no words here; write some, or remove the line\n \tperson\talways\n^");
}

TEST(UserList, RefusesTwoKinds) {
    const File file("names.tsv", "Acme\tperson\tnever\nacme\tperson\talways\n");
    try {
        const UserList list({&file.path(), 1}, types);
        FAIL();
    } catch (const BuildError& error) {
        const std::string path = file.path().string();
        EXPECT_EQ(error.what(), path + ":2:1: “acme” is marked “never” in " + path + ":1; keep one of the two\nacme\tperson\talways\n^");
    }
}

TEST(UserList, NamesTheFileThatCannotBeRead) {
    const std::vector<std::filesystem::path> paths = {"/nowhere/names.tsv"};
    try {
        const UserList list(paths, types);
        FAIL();
    } catch (const BuildError& error) {
        EXPECT_STREQ(error.what(), "/nowhere/names.tsv: cannot be read; check that it is a file and that you may read it");
    }
}

TEST(UserList, MayBeEmpty) {
    const UserList list({}, types);
    EXPECT_TRUE(Finding(list.lexicon(), "some words").raw().hits.empty());
}

}  // namespace
}  // namespace dateline::lexicon
