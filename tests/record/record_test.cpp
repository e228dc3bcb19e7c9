#include "core/record/record.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/record/article.h"

namespace dateline::record {
namespace {

using Json = nlohmann::ordered_json;

Json written(const Article& article) {
    return Json::parse(article.write());
}

// The whole record, so that no field or order changes unnoticed.
TEST(Record, IsWrittenInTheOrderOfItsContract) {
    const std::string expected =
        R"({"schema":"dateline.record/1","id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","document":{"status":"complete","incomplete":[],)"
        R"("source":"samples/small.txt","media_type":"text/plain","charset":"UTF-8","bytes":136,)"
        R"("sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","title":"A small “title”","language":"en",)"
        R"("published":"2024-04-01","published_from":{"start":8,"end":18,"rule":"dates/published-line"},"length":130,)"
        R"("offset_unit":"code-point","text_sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",)"
        R"("parent":null,"url":null,"publisher":null,"author":null},)"
        R"("entities":{"dates":[{"id":"d1","value":"2024-03-21","precision":"day","reason":null,"alternatives":[],"mentions":[)"
        R"({"start":8,"end":18,"text":"March 21st","confidence":0.95,"rule":"test/words","implied":["year"],"anchor":"published"},)"
        R"({"start":109,"end":117,"text":"21 March","confidence":0.95,"rule":"test/words","implied":["year"],"anchor":"published"}]}],)"
        R"("organizations":[{"id":"o1","name":"East China Normal University","aliases":[{"name":"ECNU","reason":"abbreviation",)"
        R"("start":79,"end":83,"confidence":0.98,"rule":"test/link"}],"mentions":[)"
        R"({"start":49,"end":77,"text":"East China Normal University","confidence":0.92,"rule":"test/words"},)"
        R"({"start":79,"end":83,"text":"ECNU","confidence":0.77,"rule":"test/words"}]}],)"
        R"("people":[{"id":"p1","name":"He Jiaxun","aliases":[],"roles":[{"title":"Executive Dean","organization":"o1","status":"current",)"
        R"("start":31,"end":45,"confidence":0.82,"rule":"test/fact"}],"mentions":[)"
        "{\"start\":20,\"end\":29,\"text\":\"He\u00A0Jiaxun\",\"confidence\":0.87,\"rule\":\"test/words\"}]}],"
        R"("bases":[{"id":"b1","name":"Zizhu Base","aliases":[],"events":[{"type":"opened","date":"d1","start":86,"end":92,)"
        R"("confidence":0.90,"rule":"test/fact"}],"organizations":[],"mentions":[)"
        R"({"start":94,"end":104,"text":"Zizhu Base","confidence":0.98,"rule":"test/words"}]}]},)"
        R"("diagnostics":[{"severity":"warning","code":"plugin.invalid-output",)"
        R"("message":"The plugin \"people\" gave a span outside the text; it was dropped.","plugin":"people","start":1,"end":2}],)"
        R"("generator":{"dateline":"0.1.0","reader":{"text":"0.1.0"},"extractors":{"dates":"0.1.0","people":"0.2.0"},)"
        R"("configuration":"0123abcd"}})"
        "\n";
    EXPECT_EQ(Article().write(), expected);
}

TEST(Record, SaysTheSameWhenPretty) {
    Article article;
    const std::string compact = article.write();
    article.options.pretty = true;
    const std::string pretty = article.write();
    EXPECT_EQ(Json::parse(pretty), Json::parse(compact));
    EXPECT_NE(pretty.find("\n    \"people\": [\n      {\n        \"id\": \"p1\",\n"), std::string::npos) << pretty;
    EXPECT_NE(pretty.find("\n          {\"start\": 94, \"end\": 104, \"text\": \"Zizhu Base\""), std::string::npos) << "a mention a line: " << pretty;
    EXPECT_EQ(pretty.find("}{"), std::string::npos);
    EXPECT_EQ(pretty.back(), '\n');
}

TEST(Record, CountsInTheUnitAskedFor) {
    Article article;
    for (const auto& [unit, start] : {std::pair(text::OffsetUnit::code_point, 20), std::pair(text::OffsetUnit::utf_8, 21)}) {
        article.options.unit = unit;
        EXPECT_EQ(written(article)["entities"]["people"][0]["mentions"][0]["start"], start);
    }
    article.options.unit = text::OffsetUnit::utf_16;
    EXPECT_EQ(written(article)["document"]["offset_unit"], "utf-16");
}

TEST(Record, OfAFailedDocumentHasNoEntities) {
    Article article;
    article.document.status = Status::failed;
    const Json record = written(article);
    EXPECT_EQ(record["entities"], Json::parse(R"({"dates": [], "organizations": [], "people": [], "bases": []})"));
    EXPECT_TRUE(record["document"]["length"].is_null());
    EXPECT_TRUE(record["document"]["text_sha256"].is_null());
    EXPECT_EQ(record["document"]["status"], "failed");
}

TEST(Record, OfAFileThatCouldNotBeReadHasNullWhereNothingIsKnown) {
    Article article("");
    article.document = {};
    article.document.source = "missing.txt";
    article.document.status = Status::failed;
    Diagnostic diagnostic;
    diagnostic.severity = DATELINE_ERROR;
    diagnostic.code = "document.unreadable";
    diagnostic.message = "missing.txt: No such file or directory.";
    diagnostic.begin = 7;
    article.document.diagnostics.push_back(diagnostic);
    article.resolve();
    const Json record = written(article);
    EXPECT_TRUE(record["id"].is_null());
    for (const char* field : {"media_type", "charset", "bytes", "sha256", "title", "language", "published", "published_from", "length"}) {
        EXPECT_TRUE(record["document"][field].is_null()) << field;
    }
    EXPECT_EQ(record["diagnostics"][0]["severity"], "error");
    EXPECT_TRUE(record["diagnostics"][0]["plugin"].is_null());
    EXPECT_TRUE(record["diagnostics"][0]["start"].is_null()) << "there is no text that it could be a place in";
    EXPECT_TRUE(record["generator"]["reader"].is_null());
}

TEST(Record, OfAPartialDocumentNamesWhatIsIncomplete) {
    Article article;
    article.document.status = Status::partial;
    article.document.incomplete = {"dates", "people"};
    EXPECT_EQ(written(article)["document"]["incomplete"], Json({"dates", "people"}));
    EXPECT_EQ(written(article)["document"]["status"], "partial");
}

TEST(Record, PublishedFromMetadataHasNoPlaceButARule) {
    Article article;
    article.document.published_begin = article.document.published_end = std::nullopt;
    article.document.published.rule = "html/json-ld";
    EXPECT_EQ(written(article)["document"]["published_from"], Json::parse(R"({"start": null, "end": null, "rule": "html/json-ld"})"));
    article.document.published = {};
    EXPECT_TRUE(written(article)["document"]["published_from"].is_null());
}

TEST(Record, HoldsTheTextWhenAsked) {
    Article article;
    EXPECT_FALSE(written(article)["document"].contains("text"));
    article.options.text = Options::Text::always;
    EXPECT_EQ(written(article)["document"]["text"], article.document.text);
    article.options.text = Options::Text::by_media_type;
    article.document.media_type = "text/html";
    EXPECT_EQ(written(article)["document"]["text"], article.document.text);
    article.options.text = Options::Text::never;
    EXPECT_FALSE(written(article)["document"].contains("text"));
}

TEST(Record, HoldsTheInputsIdWhenItHasOne) {
    Article article;
    EXPECT_FALSE(written(article)["document"].contains("input_id"));
    article.document.input_id = "42";
    EXPECT_EQ(written(article)["document"]["input_id"], "42");
}

TEST(Record, TellsThePlaceInTheSourceWhereItIsKnown) {
    Article article;
    const auto source = [&](const char* collection) { return written(article)["entities"][collection][0]["mentions"][0]["source"]; };
    article.options.with_source = true;
    EXPECT_EQ(source("people"), Json::parse(R"({"start": null, "end": null, "part": null, "file": null})"));

    article.document.analysis.blocks = {{0, 20, 0, 0, 0, 0, 100, 120}, {21, 135, 0, 0, 0, 0, 500, 614}};
    article.document.verbatim = {true, false};
    EXPECT_EQ(source("dates"), Json::parse(R"({"start": 109, "end": 119, "part": null, "file": null})"));
    EXPECT_EQ(source("people"), Json::parse(R"({"start": 500, "end": 614, "part": null, "file": null})")) << "the block was changed on its way into the text";

    article.document.analysis.blocks[1].source_part = 3;
    EXPECT_EQ(source("people"), Json::parse(R"({"start": 500, "end": 614, "part": 3, "file": null})"));

    article.document.text_sha256 = article.document.sha256;
    EXPECT_EQ(source("people"), Json::parse(R"({"start": 21, "end": 31, "part": 3, "file": null})")) << "the bytes are the text";
}

TEST(Record, TellsThePlaceInAFileInsideOnItsOwn) {
    Article article;
    article.options.with_source = true;
    article.document.parts = {"word/document.xml"};
    article.document.analysis.blocks = {{0, 20, 0, 0, 0, 1, 100, 120}, {21, 135, 0, 0, 0, 1, 0, 0}};
    article.document.verbatim = {true, false};
    const auto source = [&](const char* collection) { return written(article)["entities"][collection][0]["mentions"][0]["source"]; };
    EXPECT_EQ(source("dates"), Json::parse(R"({"start": null, "end": null, "part": null, "file": {"name": "word/document.xml", "start": 109, "end": 119}})"));
    EXPECT_EQ(source("people"), Json::parse(R"({"start": null, "end": null, "part": null, "file": {"name": "word/document.xml", "start": null, "end": null}})"));
}

TEST(Record, AnAnchorMayBeADate) {
    Article article("today and tomorrow");
    const std::uint32_t today = article.draft.candidate("date", "today", 100);
    article.draft.candidate("date", "tomorrow", 100);
    article.draft.attribute("anchor", {}, DATELINE_VALUE_REFERENCE);
    article.draft.proposals.attributes.back().reference = today;
    article.resolve();
    EXPECT_EQ(written(article)["entities"]["dates"][1]["mentions"][0]["anchor"], "d1");
}

TEST(Record, TakesAttributesFromTheFirstMentionThatHasThem) {
    Article article("March March March");
    for (int i = 0; i < 3; ++i) {
        article.draft.candidate("date", "March", 100, i);
    }
    article.draft.attribute("reason", "ambiguous");
    article.draft.attribute("alternatives", "2024-03", DATELINE_VALUE_DATE);
    article.draft.attribute("alternatives", "2025-03", DATELINE_VALUE_DATE);
    article.resolve();
    const Json date = written(article)["entities"]["dates"][0];
    EXPECT_EQ(date["reason"], "ambiguous");
    EXPECT_EQ(date["alternatives"], Json({"2024-03", "2025-03"}));
    EXPECT_EQ(date["mentions"].size(), 3u);
    EXPECT_TRUE(date["mentions"][0]["anchor"].is_null());
    EXPECT_EQ(date["mentions"][0]["implied"], Json::array());
}

TEST(Record, WritesNumbersAsShortAsTheyCanBe) {
    Article article("5");
    FieldDeclaration amount;
    amount.name = "amount";
    amount.kind = DATELINE_VALUE_NUMBER;
    article.draft.types.types[article.draft.types.find("date")].attributes.push_back(amount);
    article.draft.candidate("date", "5", 100);
    article.draft.attribute("amount", {}, DATELINE_VALUE_NUMBER);
    article.draft.proposals.attributes.back().number = 12.5e6;
    article.resolve();
    EXPECT_NE(article.write().find("\"amount\":12500000,"), std::string::npos) << article.write();
}

TEST(Record, AppendsToWhatIsThere) {
    const Article article;
    std::string out = "before\n";
    write(article.document, article.draft.proposals, article.resolution, article.draft.types, article.generator, article.options, out);
    EXPECT_EQ(out, "before\n" + article.write());
}

TEST(Record, NamesThatAreNotUtf8AreRepaired) {
    Article article;
    article.document.source = "caf\xE9/\xFF\xFE.txt";
    EXPECT_EQ(written(article)["document"]["source"], "caf\uFFFD/\uFFFD\uFFFD.txt");
}

}  // namespace
}  // namespace dateline::record
