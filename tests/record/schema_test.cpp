#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/record/lists.h"
#include "core/record/record.h"
#include "tests/record/article.h"
#include "tests/record/validate.h"

namespace dateline::record {
namespace {

using Json = nlohmann::ordered_json;

std::string changed(const std::string& pointer, const Json& value) {
    Json record = Json::parse(Article().write());
    record[Json::json_pointer(pointer)] = value;
    return record.dump() + "\n";
}

// Records that must be valid and records that must not be, checked in one run of the validator, since starting it costs most.
class Expectations {
public:
    explicit Expectations(bool strict) : schema_(schema(sample_types(), strict)) {}

    void valid(const std::string& records) { records_ += records; }
    void invalid(const std::string& record) {
        records_ += record;
        invalid_.insert(static_cast<int>(std::count(records_.begin(), records_.end(), '\n')));
    }

    void check() const {
        const Validation validation = validate(schema_, records_);
        if (!validation.done) {
            ASSERT_NE(validation.report.find("not installed"), std::string::npos) << validation.report;
            GTEST_SKIP() << validation.report;
        }
        EXPECT_EQ(validation.invalid, invalid_) << validation.report;
    }

private:
    std::string schema_, records_;
    std::set<int> invalid_;
};

TEST(Schema, HoldsForRecordsWithEverythingAndWithNothing) {
    Expectations expect(true);
    Article article;
    expect.valid(article.write());
    article.options.text = Options::Text::always;
    article.options.with_source = true;
    article.document.input_id = "42";
    article.document.analysis.blocks = {{0, 20, 0, 0, 0, 0, 100, 120}};
    expect.valid(article.write());
    article.document.parts = {"content.xml"};
    article.document.analysis.blocks[0].source_part = 1;
    expect.valid(article.write());
    article.document = {};
    article.document.source = "missing.txt";
    article.document.status = Status::failed;
    expect.valid(article.write());
    expect.check();
}

TEST(Schema, ForbidsUnknownFieldsOnlyWhenStrict) {
    Expectations strict(true), open(false);
    for (const char* place : {"/new", "/document/new", "/entities/new", "/entities/people/0/new", "/entities/people/0/roles/0/new",
                              "/entities/dates/0/mentions/0/new", "/entities/organizations/0/aliases/0/new", "/diagnostics/0/new",
                              "/generator/new", "/document/published_from/new"}) {
        open.valid(changed(place, 1));
        strict.invalid(changed(place, 1));
    }
    strict.check();
    open.check();
}

TEST(Schema, RefusesWhatIsNotInTheLists) {
    Expectations expect(false);
    for (const char* place : {"/document/status", "/document/offset_unit", "/diagnostics/0/severity", "/entities/people/0/roles/0/status",
                              "/entities/organizations/0/aliases/0/reason", "/entities/dates/0/mentions/0/anchor", "/entities/dates/0/precision",
                              "/entities/dates/0/mentions/0/implied/0", "/diagnostics/0/code", "/entities/people/0/mentions/0/rule"}) {
        expect.invalid(changed(place, "dragon"));
    }
    expect.check();
}

TEST(Schema, RefusesIdsOfOtherTypes) {
    Expectations expect(false);
    expect.invalid(changed("/entities/people/0/roles/0/organization", "d1"));
    expect.invalid(changed("/entities/people/0/id", "p0"));
    expect.valid(changed("/entities/dates/0/mentions/0/anchor", "d1"));
    expect.check();
}

TEST(Schema, RefusesNullWhereAValueIsPromised) {
    Expectations expect(false);
    expect.invalid(changed("/entities/people/0/roles/0/title", nullptr));
    expect.invalid(changed("/entities/people/0/mentions", Json::array()));
    expect.valid(changed("/entities/people/0/roles/0/organization", nullptr));
    expect.check();
}

TEST(Schema, TakesEdtfDates) {
    Expectations expect(true);
    for (const char* value : {"2024", "2024-03", "199X", "19XX", "XXXX-03-21", "2024-03-03/2024-03-05", "-0044-03-15", "2024/..", "../2024", "2024-03?"}) {
        expect.valid(changed("/entities/dates/0/value", value));
    }
    for (const char* value : {"yesterday", "24-03-01", "2024-3", "2024-03-03T10:00", "/", ""}) {
        expect.invalid(changed("/entities/dates/0/value", value));
    }
    expect.check();
}

TEST(Schema, WantsEveryField) {
    Expectations expect(false);
    for (const auto& [object, field] : {std::pair("/entities/dates/0", "reason"), std::pair("/entities/dates/0/mentions/0", "anchor"),
                                        std::pair("/document", "parent"), std::pair("", "diagnostics"), std::pair("/entities", "bases")}) {
        Json record = Json::parse(Article().write());
        record[Json::json_pointer(object)].erase(field);
        expect.invalid(record.dump() + "\n");
    }
    expect.check();
}

TEST(Schema, KnowsEveryCodeAndThoseOfPlugins) {
    const Json parsed = Json::parse(schema(sample_types(), false));
    const Json& list = parsed["$defs"]["diagnostic"]["properties"]["code"]["anyOf"];
    ASSERT_EQ(list.size(), codes().size() + 1);
    for (std::size_t i = 0; i < codes().size(); ++i) {
        EXPECT_EQ(list[i]["const"], codes()[i].code);
    }
    Expectations expect(true);
    expect.valid(changed("/diagnostics/0/code", "contacts.too-many"));
    expect.check();
}

TEST(Schema, StandsForARunWithoutTypes) {
    Article article("nothing");
    article.draft.types = {};
    article.resolve();
    const Validation validation = validate(schema({}, true), article.write());
    EXPECT_TRUE(validation.invalid.empty()) << validation.report;
}

}  // namespace
}  // namespace dateline::record
