// Documents inside documents: "#!box;NAME;BYTES;…" is a container for the test plugin "markup".
#include "core/pipeline/inner_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/run.h"

namespace dateline::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Inside : public testing::Test {
protected:
    void SetUp() override { options_ = with_test_plugins({"markup", "words"}); }

    // The records of the bytes and of all inside them.
    std::vector<nlohmann::json> records(std::string_view bytes, const Origin& origin = {"outer"}) {
        const Engine engine(options_);
        Worker worker(engine);
        std::vector<nlohmann::json> all;
        const auto add = [&] {
            std::string record;
            worker.write(record);
            all.push_back(nlohmann::json::parse(record));
        };
        worker.process(bytes, origin);
        add();
        while (worker.has_next()) {
            worker.process_next();
            add();
        }
        return all;
    }

    static std::vector<std::string> sources(const std::vector<nlohmann::json>& all) {
        std::vector<std::string> result;
        for (const nlohmann::json& record : all) result.push_back(record["document"]["source"]);
        return result;
    }

    static std::string message(const nlohmann::json& record) {
        return record["diagnostics"].empty() ? "" : record["diagnostics"].back()["code"].get<std::string>() + " " + record["diagnostics"].back()["message"].get<std::string>();
    }

    Options options_;
};

TEST_F(Inside, EachHasARecordAfterItsOuterOneWhichItNames) {
    const auto all = records("#!box;a.txt;One here;b;#!box,c.txt,Two here;d.txt;Three here");
    EXPECT_THAT(sources(all), ElementsAre("outer", "outer!/a.txt", "outer!/b", "outer!/b!/c.txt", "outer!/d.txt"));
    EXPECT_TRUE(all[0]["document"]["parent"].is_null());
    EXPECT_EQ(all[1]["document"]["parent"], all[0]["id"]);
    EXPECT_EQ(all[2]["document"]["parent"], all[0]["id"]);
    EXPECT_EQ(all[3]["document"]["parent"], all[2]["id"]);
    EXPECT_EQ(all[4]["document"]["parent"], all[0]["id"]);
    EXPECT_EQ(all[4]["document"]["length"], 10);
    EXPECT_THAT(codes(all[0]), ElementsAre());
}

TEST_F(Inside, TheRecordIsThatOfTheSameBytesAlone) {
    auto inner = records("#!box;a.txt;Na Boss came here.")[1], alone = records("Na Boss came here.", {"outer!/a.txt"})[0];
    inner["document"]["parent"] = nullptr;
    EXPECT_EQ(inner, alone);
}

TEST_F(Inside, NamesAreToldApart) {
    EXPECT_THAT(sources(records("#!box;a;1;a;2;;3;a;4")), ElementsAre("outer", "outer!/a", "outer!/a#2", "outer!/3", "outer!/a#3"));
}

TEST_F(Inside, NamesAreToldApartFromThoseThatLookLikeIt) {
    EXPECT_THAT(sources(records("#!box;a;1;a#2;2;a;3;2;4;;5;a;6")), ElementsAre("outer", "outer!/a", "outer!/a#2", "outer!/a#3", "outer!/2", "outer!/5", "outer!/a#4"));
    EXPECT_THAT(sources(records("#!box;a!/b;1;a;#!box,b,2")), ElementsAre("outer", "outer!/a! /b", "outer!/a", "outer!/a!/b"));
}

TEST_F(Inside, BelongToTheLineThatTheOuterOneCameIn) { EXPECT_EQ(records("#!box;a;1", {.source = "-:1", .input_id = "x7"})[1]["document"]["input_id"], "x7"); }

TEST_F(Inside, WhatTheOuterOneTellsCountsForMore) {
    const auto all = records("#!box;told;caf\xE9 society;told;#!metadata");
    EXPECT_EQ(all[1]["document"]["title"], "As told");
    EXPECT_EQ(all[1]["document"]["charset"], "WINDOWS-1252");
    EXPECT_EQ(all[2]["document"]["title"], "As told");
    EXPECT_EQ(all[2]["document"]["published"], "2024-02-03");
    EXPECT_THAT(message(all[0]), HasSubstr("plugin.invalid-output The plugin 'markup' called add_document for 'published': the value is no date"));
}

TEST_F(Inside, WhatCannotBeTakenOutHasAFailedRecord) {
    const auto all = records("#!box;lost;it is encrypted;a;One");
    EXPECT_EQ(all[1]["document"]["status"], "failed");
    EXPECT_THAT(message(all[1]), HasSubstr("document.unreadable The document could not be taken out of the one that it is in: it is encrypted."));
    EXPECT_EQ(all[2]["document"]["status"], "complete");
}

TEST_F(Inside, OneThatIsTooLargeIsSaidToBe) {
    options_.limits.max_bytes = 1000;
    const auto all = records("#!box;large;;a;One");
    EXPECT_THAT(message(all[1]), HasSubstr("limit.bytes The document has more bytes than the limit of 1000"));
    EXPECT_EQ(all[2]["document"]["status"], "complete");
}

TEST_F(Inside, TogetherTheyAreNoLargerThanTheLimit) {
    options_.limits.max_inner_bytes = 12;
    const auto all = records("#!box;a;Five!;b;#!box,c,One,d,Two");
    EXPECT_THAT(sources(all), ElementsAre("outer", "outer!/a"));
    EXPECT_EQ(all[0]["document"]["status"], "partial");
    EXPECT_THAT(message(all[0]), HasSubstr("limit.bytes The documents inside the input have more bytes together"));
}

TEST_F(Inside, TheirNumberIsLimitedAtAllDepthsTogether) {
    options_.limits.max_inner = 5;
    const auto all = records("#!box;a;1;b;#!box,many,2;c;3");
    EXPECT_THAT(sources(all), ElementsAre("outer", "outer!/a", "outer!/b", "outer!/b!/1", "outer!/b!/2", "outer!/c"));
    EXPECT_EQ(all[2]["document"]["status"], "partial");
    EXPECT_THAT(message(all[2]), HasSubstr("limit.documents"));
}

TEST_F(Inside, DepthIsLimited) {
    options_.limits.max_nesting = 1;
    const auto all = records("#!box;a;#!box,b,Deep");
    EXPECT_EQ(all[1]["document"]["status"], "complete");
    EXPECT_THAT(message(all[2]), HasSubstr("limit.nesting The document is inside more than 1 others"));
}

TEST_F(Inside, MemoryOfTheLastInputIsForgotten) {
    const Engine engine(options_);
    Worker worker(engine);
    worker.process("#!box;a;1;b;2", "first");
    worker.process("alone", "second");
    EXPECT_FALSE(worker.has_next());
}

TEST(InnerDocuments, LeaveNoRoomWhenTooMuchWasUnpackedInVain) {
    plugin::Limits limits;
    limits.max_inner_bytes = 1000;
    InnerDocuments inside;
    Document document;
    document.refused_bytes = 600;
    inside.add(document, 0);
    EXPECT_EQ(inside.left_of(limits).max_inner_bytes, 1000u);
    inside.add(document, 1);
    EXPECT_EQ(inside.left_of(limits).max_inner_bytes, 0u);
    inside.clear();
    EXPECT_EQ(inside.left_of(limits).max_inner_bytes, 1000u);
}

TEST(InnerDocuments, KnowsOneThatContainsItself) {
    InnerDocuments inside;
    Document document;
    document.sha256 = "outer";
    inside.add(document, 0);
    document.sha256 = "inner";
    inside.add(document, 1);
    EXPECT_TRUE(inside.contains_itself("outer", 1));
    EXPECT_TRUE(inside.contains_itself("inner", 2));
    EXPECT_FALSE(inside.contains_itself("inner", 1));
    EXPECT_FALSE(inside.contains_itself("other", 2));
}

}  // namespace
}  // namespace dateline::pipeline
