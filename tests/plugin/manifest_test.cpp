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
        EXPECT_THAT(error.what(), testing::StartsWith("money/plugin.json: "));
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
    testing::Values(Mistake{"", "it is no valid JSON"}, Mistake{"[]", "'manifest' is missing"}, Mistake{"{\"a\": \xFF}", "it is no valid JSON"},
                    Mistake{replaced("\"manifest\": 1", "\"manifest\": 2"), "of manifest format 2, and this dateline knows format 1; update dateline"},
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
