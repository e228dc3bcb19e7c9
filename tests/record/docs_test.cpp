#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/record/lists.h"
#include "tests/record/article.h"
#include "tests/record/validate.h"

namespace dateline::record {
namespace {

using Json = nlohmann::ordered_json;

std::string page() {
    std::ifstream file(SOURCE_FOLDER "/docs/RECORD.md");
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

// The words in the first column of the table under a heading: "| `word` | …".
std::set<std::string> words_under(const std::string& heading) {
    std::istringstream lines(page());
    std::set<std::string> words;
    bool here = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) {
            here = line.ends_with(heading);
        } else if (here && line.starts_with("| `")) {
            words.insert(line.substr(3, line.find('`', 3) - 3));
        }
    }
    return words;
}

template <class Words>
std::set<std::string> set_of(const Words& words) {
    return {words.begin(), words.end()};
}

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> out;
    for (const auto& [key, unused] : object.items()) {
        out.push_back(key);
    }
    return out;
}

TEST(RecordPage, ListsEveryCode) {
    std::set<std::string> all;
    for (const Code& code : codes()) {
        all.emplace(code.code);
    }
    EXPECT_EQ(words_under("Diagnostics"), all);
}

TEST(RecordPage, HasEveryWordOfTheListsWithAnExample) {
    EXPECT_EQ(words_under("Alias `reason`"), set_of(alias_reasons));
    EXPECT_EQ(words_under("`severity`"), set_of(severities));
    EXPECT_EQ(words_under("`document.status`"), set_of(statuses));
    EXPECT_EQ(words_under("`offset_unit`"), set_of(offset_units));
}

// The value lists of the plugin's type: of an attribute, or of a fact's field.
std::set<std::string> values_in(const Json& fields, const std::string& name) {
    for (const Json& field : fields) {
        if (field["name"] == name) {
            return field["values"].get<std::set<std::string>>();
        }
    }
    return {};
}

Json manifest(const std::string& plugin) {
    return Json::parse(std::ifstream(SOURCE_FOLDER "/plugins/" + plugin + "/plugin.json"));
}

TEST(RecordPage, HasEveryWordOfTheBuiltInPluginsLists) {
    const Json date = manifest("dates")["produces"][0]["attributes"];
    EXPECT_EQ(words_under("Date `precision`"), values_in(date, "precision"));
    EXPECT_EQ(words_under("Date `reason`"), values_in(date, "reason"));
    EXPECT_EQ(words_under("Date mention `implied`"), values_in(date, "implied"));
    EXPECT_EQ(words_under("Date mention `anchor`"), values_in(date, "anchor"));
    const Json role = manifest("people")["produces"][0]["facts"][0]["fields"];
    EXPECT_EQ(words_under("Role `status`"), values_in(role, "status"));
    const Json base = manifest("bases")["produces"][0]["facts"];
    EXPECT_EQ(words_under("Base event `type`"), values_in(base[0]["fields"], "type"));
    EXPECT_EQ(words_under("Base organization `relation`"), values_in(base[1]["fields"], "relation"));
}

// What stands between ```KIND and ```.
std::string block(const std::string& kind) {
    const std::string all = page();
    const std::string fence = std::string("```").append(kind).append("\n");
    const std::size_t begin = all.find(fence) + fence.size();
    return all.substr(begin, all.find("```", begin) - begin);
}

TEST(RecordPage, ShowsARecordThatIsValidAndTrue) {
    const Json shown = Json::parse(block("json"));
    const Validation validation = validate(schema(sample_types(), true), shown.dump() + "\n");
    EXPECT_TRUE(validation.invalid.empty()) << validation.report;
    const std::string text = block("text");
    const text::OffsetMap offsets(text, text::OffsetUnit::code_point);
    EXPECT_EQ(shown["document"]["length"], offsets.length());
    for (const auto& [collection, entities] : shown["entities"].items()) {
        for (const Json& entity : entities) {
            for (const Json& mention : entity["mentions"]) {
                const std::uint32_t begin = offsets.byte(mention["start"]), end = offsets.byte(mention["end"]);
                EXPECT_EQ(text.substr(begin, end - begin), mention["text"].get<std::string>());
            }
        }
    }
}

TEST(RecordPage, ShowsARecordOfTheShapeThatIsWritten) {
    const Json shown = Json::parse(block("json"));
    const Json written = Json::parse(Article().write());
    EXPECT_EQ(keys(shown), keys(written));
    EXPECT_EQ(keys(shown["document"]), keys(written["document"]));
    EXPECT_EQ(keys(shown["entities"]), keys(written["entities"]));
    EXPECT_EQ(keys(shown["generator"]), keys(written["generator"]));
    for (const auto& [collection, entities] : written["entities"].items()) {
        EXPECT_EQ(keys(shown["entities"][collection][0]), keys(entities[0])) << collection;
        EXPECT_EQ(keys(shown["entities"][collection][0]["mentions"][0]), keys(entities[0]["mentions"][0])) << collection;
    }
}

TEST(RecordPage, NamesEveryFieldOfTheDocument) {
    const std::string all = page();
    for (const std::string& key : keys(Json::parse(Article().write())["document"])) {
        EXPECT_NE(all.find("`" + key + "`"), std::string::npos) << key;
    }
}

/// What stands in quotation marks in a source and looks like a code: "limit.bytes".
std::set<std::string> codes_in(const std::string& source) {
    std::set<std::string> found;
    for (const std::string subject : {"document", "language", "limit", "plugin", "reader", "text"}) {
        const std::string head = '"' + subject + '.';
        for (std::size_t at = source.find(head); at != std::string::npos; at = source.find(head, at + 1)) {
            const std::size_t end = source.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + head.size());
            if (end != std::string::npos && source[end] == '"' && end > at + head.size()) {
                found.insert(source.substr(at + 1, end - at - 1));
            }
        }
    }
    return found;
}

// A code that some part gives but the list lacks would surprise a consumer.
TEST(Codes, InTheSourcesAreAllListed) {
    std::set<std::string> listed;
    for (const Code& code : codes()) {
        listed.emplace(code.code);
    }
    const std::set<std::string> files = {"plugin.json", "plugin.h", "plugin.hpp", "text.so", "text.h"};
    for (const char* folder : {"/core", "/plugins/text"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_FOLDER + std::string(folder))) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") {
                continue;
            }
            std::ifstream file(entry.path());
            const std::string source{std::istreambuf_iterator<char>(file), {}};
            for (const std::string& code : codes_in(source)) {
                EXPECT_TRUE(listed.contains(code) || files.contains(code)) << code << " in " << entry.path() << " is not in core/record/codes.cpp";
            }
        }
    }
}

TEST(Codes, StandInOrder) {
    for (std::size_t i = 1; i < codes().size(); ++i) {
        EXPECT_LT(codes()[i - 1].code, codes()[i].code);
    }
}

}  // namespace
}  // namespace dateline::record
