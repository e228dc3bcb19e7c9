// dateline_worker: documents in, records out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <cstring>
#include <utility>

#include "tests/library/sample.h"

namespace dateline {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

const Engine& engine() {
    static const Engine one;
    return one;
}

json record_of(const Worker& worker) { return json::parse(worker.record()); }

TEST(Worker, WritesWhatTheCommandWrites) {
    Worker worker(engine());
    for (const std::string name : {"hospital-symposium", "hard-wrapped-mail", "wire-story"}) {
        const std::string file = SOURCE_FOLDER "/samples/" + name + ".txt";
        worker.process_file(file);
        EXPECT_EQ(worker.record(), output_of(BUILD_FOLDER "/bin/dateline extract " + file));
        EXPECT_EQ(worker.text(), output_of(BUILD_FOLDER "/bin/dateline text " + file));
    }
}

TEST(Worker, KnowsTheSameOfBytesAsOfAFile) {
    Worker worker(engine());
    worker.process(article, {.name = "releases/harbour.txt"});
    EXPECT_EQ(worker.completeness(), DATELINE_COMPLETE);
    EXPECT_EQ(worker.cause(), "");
    EXPECT_EQ(worker.text(), article);
    const json record = record_of(worker);
    EXPECT_EQ(record["document"]["source"], "releases/harbour.txt");
    EXPECT_EQ(record["entities"]["people"][0]["name"], "Li Na");
}

TEST(Worker, IsToldTheMediaTypeAndCharset) {
    Worker worker(engine());
    worker.process("<p>Caf\xe9", {.media_type = "text/html", .charset = "windows-1252"});
    EXPECT_EQ(worker.text(), "Café");
    EXPECT_EQ(record_of(worker)["document"]["media_type"], "text/html");
}

TEST(Worker, WritesRecordsByItsOptions) {
    Worker worker{Engine(Options{.offset_unit = DATELINE_UTF_8, .with_text = true, .with_source = true, .pretty = true})};
    worker.process("Café: Li Na spoke.");
    const json record = record_of(worker);
    EXPECT_EQ(record["document"]["text"], "Café: Li Na spoke.");
    EXPECT_EQ(record["document"]["offset_unit"], "utf-8");
    const json& mention = record["entities"]["people"][0]["mentions"][0];
    EXPECT_EQ(mention["start"], 7);
    EXPECT_TRUE(mention.contains("source"));
    EXPECT_THAT(std::string(worker.record()), StartsWith("{\n"));
}

TEST(Worker, GoesThroughTheDocumentsInside) {
    Worker worker(engine());
    worker.process(archive(), {.name = "two.tar"});
    EXPECT_EQ(record_of(worker)["document"]["source"], "two.tar");
    ASSERT_TRUE(worker.next());
    EXPECT_EQ(record_of(worker)["document"]["source"], "two.tar!/first.txt");
    EXPECT_EQ(worker.text(), "Li Na spoke.");
    ASSERT_TRUE(worker.next());
    EXPECT_EQ(record_of(worker)["entities"]["people"][0]["name"], "Park Seo-jun");
    EXPECT_FALSE(worker.next());
    EXPECT_EQ(worker.completeness(), DATELINE_NO_DOCUMENT);
    EXPECT_FALSE(worker.next());
}

TEST(Worker, LeavesAloneWhatIsInsideWhenTheNextDocumentComes) {
    Worker worker(engine());
    worker.process(archive());
    worker.process(article);
    EXPECT_FALSE(worker.next());
}

TEST(Worker, HasARecordOfAFileThatCannotBeRead) {
    Worker worker(engine());
    worker.process_file("/nowhere/release.txt");
    EXPECT_EQ(worker.completeness(), DATELINE_UNREADABLE);
    EXPECT_EQ(worker.cause(), "The file cannot be read: No such file or directory.");
    EXPECT_EQ(worker.text(), "");
    const json record = record_of(worker);
    EXPECT_EQ(record["document"]["status"], "failed");
    EXPECT_EQ(record["document"]["source"], "/nowhere/release.txt");
    worker.process_file("-");
    EXPECT_EQ(worker.completeness(), DATELINE_UNREADABLE) << "standard input is the program's own";
}

TEST(Worker, HasARecordOfWhatIsTooLong) {
    Worker worker{Engine(Options{.max_bytes = 20})};
    worker.process(article);
    EXPECT_EQ(worker.completeness(), DATELINE_UNREADABLE);
    EXPECT_THAT(std::string(worker.cause()), HasSubstr("the limit of 20"));
    EXPECT_EQ(record_of(worker)["diagnostics"][0]["code"], "limit.bytes");
    worker.process("Li Na spoke.");
    EXPECT_EQ(worker.completeness(), DATELINE_COMPLETE);
}

TEST(Worker, SaysWhyADocumentIsPartial) {
    Worker worker{Engine(Options{.plugins = {plugins_of_tests + "thrower"}})};
    worker.process("extract exception");
    EXPECT_EQ(worker.completeness(), DATELINE_PARTIAL);
    EXPECT_THAT(std::string(worker.cause()), HasSubstr("thrower"));
}

TEST(Worker, TakesAnyBytes) {
    Worker worker(engine());
    worker.process("");
    EXPECT_EQ(worker.completeness(), DATELINE_COMPLETE);
    EXPECT_EQ(worker.text(), "");
    worker.process(std::string_view());
    EXPECT_EQ(worker.completeness(), DATELINE_COMPLETE);
    worker.process(std::string_view("Li\0Na", 5));
    EXPECT_EQ(std::strlen(dateline_worker_text(worker.raw(), nullptr)), worker.text().size());
}

TEST(Worker, OutlivesItsEngine) {
    Worker worker{Engine()};
    worker.process(article);
    EXPECT_EQ(worker.completeness(), DATELINE_COMPLETE);
}

TEST(Worker, CanBeMoved) {
    Worker first(engine());
    first.process(article);
    Worker second(std::move(first));
    EXPECT_EQ(second.text(), article);
}

TEST(Worker, GivesTheSameRecordTwice) {
    Worker worker(engine());
    worker.process(article);
    const std::string once(worker.record());
    EXPECT_EQ(worker.record(), once);
    worker.process(article);
    EXPECT_EQ(worker.record(), once);
}

TEST(Worker, WithoutADocumentHasNoRecord) {
    const Worker worker(engine());
    EXPECT_EQ(worker.completeness(), DATELINE_NO_DOCUMENT);
    EXPECT_THROW(worker.record(), Error);
    EXPECT_THROW(worker.text(), Error);
    EXPECT_THROW(worker.cause(), Error);
    EXPECT_THAT(dateline_last_error(), HasSubstr("the worker has no document"));
}

TEST(Worker, CalledWronglyIsAnErrorAndNoCrash) {
    EXPECT_EQ(dateline_worker_process(nullptr, "", 0, nullptr), 0);
    EXPECT_STREQ(dateline_last_error(), "dateline_worker_process: the worker is null");
    EXPECT_EQ(dateline_worker_process_file(nullptr, "a"), 0);
    EXPECT_EQ(dateline_worker_next(nullptr), 0);
    EXPECT_EQ(dateline_worker_record(nullptr, nullptr), nullptr);
    EXPECT_EQ(dateline_worker_text(nullptr, nullptr), nullptr);
    EXPECT_EQ(dateline_worker_completeness(nullptr), DATELINE_NO_DOCUMENT);
    EXPECT_EQ(dateline_worker_cause(nullptr), nullptr);
    dateline_worker_free(nullptr);

    Worker worker(engine());
    worker.process(article);
    EXPECT_EQ(dateline_worker_process(worker.raw(), nullptr, 5, nullptr), 0);
    EXPECT_STREQ(dateline_last_error(), "dateline_worker_process: the pointer to the bytes is null");
    EXPECT_EQ(worker.completeness(), DATELINE_NO_DOCUMENT) << "not that of the document before";
    EXPECT_EQ(dateline_worker_process_file(worker.raw(), nullptr), 0);
    const dateline_origin origin{};
    EXPECT_EQ(dateline_worker_process(worker.raw(), "", 0, &origin), 0);
    EXPECT_STREQ(dateline_last_error(), "dateline_worker_process: the origin has no struct_size; set it to sizeof(dateline_origin)");
}

}  // namespace
}  // namespace dateline
