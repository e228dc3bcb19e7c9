#include "core/evaluate/example_differences.h"

#include <gmock/gmock.h>

#include <array>

namespace dateline::evaluate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FieldDeclaration field(std::string name, dateline_value_kind kind, bool list = false, std::string reference = {}) {
    FieldDeclaration declared;
    declared.name = std::move(name);
    declared.kind = kind;
    declared.list = list;
    declared.reference = std::move(reference);
    return declared;
}

// The type "award" of the plugin "awards", "person" of another, and "place", which is silent.
Types types() {
    Types types;
    TypeDeclaration award;
    award.name = "award";
    award.collection = "awards";
    award.owner = "awards";
    award.attributes = {field("year", DATELINE_VALUE_NUMBER), field("fields", DATELINE_VALUE_STRING, true)};
    award.facts = {0};
    TypeDeclaration person;
    person.name = "person";
    person.collection = "people";
    person.owner = "people";
    TypeDeclaration place;
    place.name = "place";
    types.types = {award, person, place};
    FactDeclaration winner;
    winner.name = "winner";
    winner.collection = "winners";
    winner.fields = {field("person", DATELINE_VALUE_REFERENCE, false, "person")};
    winner.type = 0;
    types.facts = {winner};
    return types;
}

// Of "Li Na won the Prix 2024.\n".
constexpr auto record = R"({"entities": {
    "awards": [{"id": "a1", "year": 2024, "fields": ["art", "music"],
                "winners": [{"person": "p1", "start": 0, "end": 23, "rule": "awards/won"}],
                "mentions": [{"start": 14, "end": 23, "text": "Prix 2024", "rule": "awards/name"}]}],
    "people": [{"id": "p1", "name": "Li Na", "mentions": [{"start": 0, "end": 5, "text": "Li Na", "rule": "people/name"}]}]},
    "diagnostics": []})";

Example example(std::string_view text) { return parse_examples("== one\n" + std::string(text), "a.example").front(); }

std::vector<std::string> told(std::string_view text, std::string_view given = record) {
    constexpr std::array kinds = {"missing", "unexpected", "wrong", "failed"};
    std::vector<std::string> all;
    for (const Difference& one : differences(example(text), given, types(), "awards")) {
        all.push_back(std::string(kinds[static_cast<std::size_t>(one.kind)]) + " " + std::to_string(one.start) + "-" + std::to_string(one.end) + " " + one.what + ": " +
                      one.expected + ", " + one.got);
    }
    return all;
}

TEST(ExampleDifferences, AreNoneWhereAllIsFound) {
    EXPECT_THAT(told("Li Na won the [Prix 2024](award year=2024.0 fields=music fields=art; winner person=\"Li Na\")."), IsEmpty());
    EXPECT_THAT(told("[Li Na](person) won the [Prix 2024](award; winner)."), IsEmpty());
}

TEST(ExampleDifferences, AreMentionsThatAreMissingOrNotExpected) {
    EXPECT_THAT(told("Li Na [won](award) the Prix 2024."), ElementsAre("missing 6-9 award: , ", "unexpected 14-23 award: , awards/name"));
    EXPECT_THAT(told("Li Na won the Prix 2024."), ElementsAre("unexpected 14-23 award: , awards/name"));
    EXPECT_THAT(told("Li [Na](person) won the [Prix 2024](award; winner)."), ElementsAre("missing 3-5 person: , "));
}

TEST(ExampleDifferences, AreValues) {
    EXPECT_THAT(told("Li Na won the [Prix 2024](award year=2023 fields=art; winner)."),
                ElementsAre("wrong 14-23 award.year: 2023, 2024", "wrong 14-23 award.fields: art, art music"));
    EXPECT_THAT(told("Li Na won the [Prix 2024](award year=null; winner)."), ElementsAre("wrong 14-23 award.year: null, 2024"));
}

TEST(ExampleDifferences, AreFacts) {
    EXPECT_THAT(told("Li Na won the [Prix 2024](award)."), ElementsAre("unexpected 0-23 award: winner: , person=\"Li Na\""));
    EXPECT_THAT(told("Li Na won the [Prix 2024](award; winner person=Li)."),
                ElementsAre("unexpected 0-23 award: winner: , person=\"Li Na\"", "missing 14-23 award: winner: person=Li, "));
}

TEST(ExampleDifferences, AreFailuresOfThePlugin) {
    constexpr auto failed = R"({"entities": {"awards": [], "people": []}, "diagnostics": [
        {"severity": "warning", "code": "plugin.failed", "message": "It failed.", "plugin": "awards"},
        {"severity": "info", "code": "awards.note", "message": "A note.", "plugin": "awards"},
        {"severity": "warning", "code": "plugin.failed", "message": "Another failed.", "plugin": "people"},
        {"severity": "error", "code": "reader.none", "message": "Nobody reads it.", "plugin": null}]})";
    EXPECT_THAT(told("Nothing.", failed), ElementsAre("failed 0-0 It failed.: , ", "failed 0-0 Nobody reads it.: , "));
}

std::string problem(std::string_view text) {
    try {
        check_names(example(text), types());
    } catch (const ExampleError& error) {
        return error.what();
    }
    return "none";
}

TEST(ExampleNames, AreThoseThatPluginsDeclare) {
    EXPECT_EQ(problem("[x](award year=1 fields=a; winner person=b)"), "none");
    EXPECT_EQ(problem("[x](awrd)"), "a.example:2:1: no loaded plugin has the type 'awrd'; did you mean 'award'?");
    EXPECT_EQ(problem("[x](award yaer=1)"), "a.example:2:1: the type 'award' has no attribute 'yaer'; did you mean 'year'?");
    EXPECT_EQ(problem("[x](award; winer)"), "a.example:2:1: the type 'award' has no fact 'winer'; did you mean 'winner'?");
    EXPECT_EQ(problem("[x](award; winner persn=1)"), "a.example:2:1: the fact 'winner' has no field 'persn'; did you mean 'person'?");
    EXPECT_THAT(problem("[x](place)"), HasSubstr("the type 'place' is not written into records"));
}

}  // namespace
}  // namespace dateline::evaluate
