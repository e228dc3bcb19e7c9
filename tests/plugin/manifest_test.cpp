#include "core/plugin/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace dateline::plugin {
namespace {

using testing::HasSubstr;

const std::string smallest = R"({"manifest": 1, "id": "money", "version": "0.1.0", "interface": "1.0", "kind": "extractor",
    "description": "Amounts of money.", "library": "money.so"})";

// The smallest manifest with one field more, or `from` replaced.
std::string with(const std::string& field) {
    return smallest.substr(0, smallest.size() - 1) + ", " + field + "}";
}

std::string replaced(const std::string& from, const std::string& to) {
    std::string json = smallest;
    return json.replace(json.find(from), from.size(), to);
}

std::string problem(const std::string& json) {
    try {
        parse_manifest(json, "money/plugin.json");
    } catch (const ManifestError& error) {
        EXPECT_THAT(error.what(), testing::StartsWith("money/plugin.json:"));
        return error.what();
    }
    return "none";
}

std::string with_type(const std::string& fields) {
    return with(R"("produces": [{"type": "amount", "collection": "amounts", "id_prefix": "a", )" + fields + "}]");
}

TEST(Manifest, IsRead) {
    const Manifest manifest = parse_manifest(with(R"("needs": ["dates"], "limits": {"candidates": 12}, "languages": ["en"], "produces": [{"type": "amount",
        "collection": "amounts", "id_prefix": "a", "order": 7, "attributes": [{"name": "sum", "kind": "number", "on": "mention"}],
        "facts": [{"name": "payment", "collection": "payments", "fields": [{"name": "to", "kind": "reference", "reference": "person"}]}]}])"),
                                             "plugin.json");
    EXPECT_EQ(manifest.id, "money");
    EXPECT_EQ(manifest.library, "money.so");
    EXPECT_EQ(manifest.max_candidates, 12u);
    ASSERT_EQ(manifest.produces.size(), 1u);
    const TypeDeclaration& type = manifest.produces[0].type;
    EXPECT_EQ(type.owner, "money");
    EXPECT_EQ(type.label, "amount");
    EXPECT_EQ(type.order, 7);
    EXPECT_TRUE(type.attributes.at(0).on_mention);
    EXPECT_EQ(manifest.produces[0].facts.at(0).fields.at(0).reference, "person");
}

TEST(Manifest, HasSignaturesWhoseCharactersAreBytes) {
    const std::string reader = replaced("extractor", "reader");
    const Manifest manifest = parse_manifest(reader.substr(0, reader.size() - 1) + R"(, "signatures": ["%PDF-", "\u00D0\u00CF\u0000\u007F"]})", "plugin.json");
    EXPECT_THAT(manifest.signatures, testing::ElementsAre("%PDF-", std::string("\xD0\xCF\0\x7F", 4)));
}

struct Mistake {
    std::string json, says;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.says;
}

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreNamed) {
    EXPECT_THAT(problem(GetParam().json), HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Manifest, Mistakes,
    testing::Values(Mistake{"", "it is no valid JSON"}, Mistake{"[]", "'manifest' is missing"}, Mistake{"{\"a\": \xFF}", ":1:7: this is not UTF-8"},
                    Mistake{replaced("\"manifest\": 1", "\"manifest\": 2"), "is of format 2, and this dateline knows format 1; update dateline"},
                    Mistake{with(R"("librery": "x")"), "did you mean 'library'?"}, Mistake{replaced("money.so", "../money.so"), "without '/'"},
                    Mistake{replaced("\"interface\": \"1.0\", ", ""), "'interface' is missing"},
                    Mistake{replaced("\"1.0\"", "\"1\""), "must be of two numbers"}, Mistake{replaced("\"1.0\"", "\"1.0a\""), "must be of two numbers"}, Mistake{replaced("\"1.0\"", "\"1.-1\""), "must be of two numbers"}, Mistake{replaced("\"money\"", "\"limit\""), "must be another"},
                    Mistake{replaced("\"money\"", "\"Mo ney\""), "'id'"}, Mistake{replaced("0.1.0", "0 1"), "must be like"},
                    Mistake{replaced("extractor", "writer"), "\"extractor\" or \"reader\""}, Mistake{with(R"("media_types": ["text/plain"])"), "no meaning for an extractor"},
                    Mistake{with(R"("signatures": ["%PDF-"])"), "no meaning for an extractor"}, Mistake{with(R"("signatures": ["\u0100"])"), "characters up to U+00FF"},
                    Mistake{with(R"("settings": [{"name": "a", "description": "A.", "default": 1}])"), "settings[0].default"},
                    Mistake{with(R"("settings": [{"name": "a", "description": "A."}, {"name": "a", "description": "B."}])"), "declares 'a' twice"},
                    Mistake{with(R"("needs": ["money"])"), "names the plugin itself"}, Mistake{with(R"("limits": {"candidates": 0})"), "candidates"},
                    Mistake{with_type(R"("attributes": [{"name": "sum", "kind": "amount"}])"), "\"string\", \"number\", \"date\" or \"reference\""},
                    Mistake{with_type(R"("attributes": [{"name": "id", "kind": "string"}])"), "every entity has a field of this name"},
                    Mistake{with_type(R"("attributes": [{"name": "x", "kind": "reference"}])"), "name the type that it refers to"},
                    Mistake{with_type(R"("attributes": [{"name": "x", "kind": "number", "values": ["1"]}])"), "is for strings only"},
                    Mistake{with_type(R"("key": "sum")"), "must name an attribute"}, Mistake{with_type(R"("silent": true)"), "never written; leave it out"},
                    Mistake{with_type(R"("facts": [{"name": "f", "collection": "mentions", "fields": []}])"), "must be another"}));

std::string in_lines(const std::string& produces) {
    return "{\n  \"manifest\": 1, \"id\": \"money\", \"version\": \"1\", \"kind\": \"extractor\", \"description\": \"Sums.\",\n  \"produces\": [\n" + produces + "\n  ]\n}\n";
}

TEST(Manifest, IsCorrectedWhereItIsNoJson) {
    EXPECT_EQ(problem("{\n  \"manifest\": 1\n  \"id\": \"x\"\n}\n"),
              "money/plugin.json:3:3: it is no valid JSON: syntax error while parsing object - unexpected string literal; expected ',' or '}'\n  \"id\": \"x\"\n  ^");
    EXPECT_THAT(problem("{\n  \"manifest\": 1,\n}\n"), testing::StartsWith("money/plugin.json:3:1: it is no valid JSON: "));
    EXPECT_THAT(problem("{\n  \"manifest\": 1, \"id\": \"x\n}\n"), testing::StartsWith("money/plugin.json:2:26: it is no valid JSON: "));
    EXPECT_THAT(problem("{\n  \"manifest\": 1,"), testing::StartsWith("money/plugin.json:2:"));
    EXPECT_THAT(problem("{\"manifest\": 1e999}"), HasSubstr("it is no valid JSON: number overflow"));
}

TEST(Manifest, IsCorrectedWhereAFieldIsWrong) {
    EXPECT_EQ(problem(in_lines("    {\"type\": \"sum\", \"collection\": \"sums\", \"id_prefix\": \"s\", \"atributes\": []}")),
              "money/plugin.json:4:61: 'produces[0].atributes' is no field of a manifest; did you mean 'attributes'?\n"
              "    {\"type\": \"sum\", \"collection\": \"sums\", \"id_prefix\": \"s\", \"atributes\": []}\n" + std::string(60, ' ') + "^");
    EXPECT_THAT(problem(in_lines("    {\"type\": \"a\", \"silent\": true}, {\"type\": \"sum\", \"collection\": \"sums\", \"id_prefix\": \"s\", \"attributes\": [\n"
                                 "      {\"name\": \"x\", \"kind\": \"number\"},\n      {\"kind\": \"year\", \"name\": \"y\"}\n    ]}")),
                testing::StartsWith("money/plugin.json:6:8: 'produces[1].attributes[1].kind' must be "));
}

TEST(Manifest, IsCorrectedWhereAFieldIsMissing) {
    EXPECT_THAT(problem(in_lines("    {\"type\": \"a\", \"silent\": true},\n    {\"type\": \"sum\", \"id_prefix\": \"s\"}")),
                testing::StartsWith("money/plugin.json:5:5: 'produces[1].collection' is missing; add it\n"));
    EXPECT_THAT(problem("{}"), testing::StartsWith("money/plugin.json: 'manifest' is missing"));
}

TEST(Manifest, IsCorrectedWhereAFieldIsThereTwice) {
    EXPECT_THAT(problem(in_lines("    {\"type\": \"a\",\n     \"silent\": true,\n     \"type\": \"b\"}")),
                testing::StartsWith("money/plugin.json:4:6: 'produces[0].type' is there twice; leave one out"));
}

TEST(Manifest, MayBeNestedDeep) {
    const std::string deep(100'000, '[');
    EXPECT_THAT(problem(deep), HasSubstr("it is no valid JSON"));
    std::string objects = "1";
    for (int i = 0; i < 1000; ++i) objects = "{\"a\":" + objects + "}";
    EXPECT_THAT(problem(with("\"produces\": [" + objects + "]")), HasSubstr("'produces[0].a' is no field"));
}

TEST(Manifest, OfEachBuiltInPluginIsGood) {
    for (const auto& folder : std::filesystem::directory_iterator(SOURCE_FOLDER "/plugins")) {
        const std::filesystem::path file = folder.path() / "plugin.json";
        if (std::filesystem::exists(file)) {
            std::ifstream stream(file);
            const std::string json{std::istreambuf_iterator<char>(stream), {}};
            EXPECT_EQ(parse_manifest(json, file).id, folder.path().filename().string());
        }
    }
}

}  // namespace
}  // namespace dateline::plugin
