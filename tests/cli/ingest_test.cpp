#include <gmock/gmock.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Ingest : public Scratch {
protected:
    static std::string ingest(const std::string& arguments) { return bare_dateline + " ingest --plugin " + words_plugin + " " + arguments; }
    static std::string export_of(const std::string& arguments) { return bare_dateline + " export " + arguments; }

    /// Cursor, name's last part and status of each record.
    std::vector<std::string> exported(const std::string& arguments = {}) const {
        std::vector<std::string> all;
        for (const std::string& line : run(export_of(arguments)).lines()) {
            const json store = json::parse(line)["store"];
            const std::string name = store["name"];
            all.push_back(std::to_string(store["cursor"].get<int>()) + " " + name.substr(name.rfind('/') + 1) + "@" +
                          std::to_string(store["version"].get<int>()) + " " + store["status"].get<std::string>());
        }
        return all;
    }
};

TEST_F(Ingest, TakesAFolderIn) {
    write("in/a.txt", "Li Na spoke.\n");
    write("in/d/b.txt", "Wang came.\n");
    const Ran ran = run(ingest("in"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::ContainsRegex("dateline: 2 documents in .* s \\(.* a second\\): 2 new\n"));
    EXPECT_THAT(exported(), ElementsAre("1 a.txt@1 complete", "2 b.txt@1 complete"));
}

TEST_F(Ingest, TheRecordIsThatOfExtract) {
    write("in/a.txt", "Li Na spoke.\n");
    run(ingest("in/a.txt"));
    const std::string extracted = run(bare_dateline + " extract --plugin " + words_plugin + " in/a.txt").out;
    const std::string kept = run("sqlite3 dateline.db 'SELECT record FROM records'").out;
    if (!kept.empty()) {  // the program sqlite3 is there
        EXPECT_EQ(kept, extracted);
    }
    json record = json::parse(run(export_of("")).out);
    record.erase("store");
    EXPECT_EQ(record, json::parse(extracted));
}

TEST_F(Ingest, ASecondRunDoesOnlyWhatIsNew) {
    write("in/a.txt", "Li Na spoke.\n");
    run(ingest("in"));
    write("in/a.txt", "Li Na sang.\n");
    write("in/b.txt", "Wang came.\n");
    write("in/c.txt", "Li Na sang.\n");
    EXPECT_THAT(run(ingest("in")).err, HasSubstr("1 new, 1 changed, 1 copy\n"));
    EXPECT_THAT(run(ingest("in")).err, HasSubstr("0 new, 3 known\n"));
    EXPECT_THAT(exported(), ElementsAre("1 a.txt@1 complete", "2 a.txt@2 complete", "3 b.txt@1 complete"));
    EXPECT_THAT(exported("--status copy"), ElementsAre("4 c.txt@1 copy"));
}

TEST_F(Ingest, TakesInTheDocumentsInsideADocument) {
    const std::string with_boxes = "--plugin " BUILD_FOLDER "/tests/plugins/markup ";
    write("in/box", "#!box;a.txt;Li Na spoke.;b;#!box,c.txt,Wang came.;d;#!throw");
    for (const std::string& way : {std::string(), std::string("--in-process ")}) {
        run("rm -f dateline.db*");
        const Ran ran = run(ingest(with_boxes + way + "in"));
        EXPECT_EQ(ran.code, 1) << "one failed";
        EXPECT_THAT(ran.err, HasSubstr("in/box!/d"));
        EXPECT_THAT(exported(), ElementsAre("1 box@1 complete", "2 a.txt@1 complete", "3 b@1 complete", "4 c.txt@1 complete", "5 d@1 failed"));
        EXPECT_EQ(run(ingest(with_boxes + way + "in")).code, 0) << "known";
        EXPECT_THAT(run(ingest(with_boxes + way + "--retry")).err, HasSubstr("in/box!/d"));
        EXPECT_THAT(exported("--after 4"), ElementsAre("5 d@1 failed"));
    }
    write("in/box", "#!box;a.txt;Li Na spoke.;d;Good now.");
    EXPECT_THAT(run(ingest(with_boxes + "in")).err, HasSubstr("2 changed, 1 known"));
    run("rm in/box");
}

TEST_F(Ingest, WhatFailedInsideAFileThatIsGoneIsTriedAgainFromItsBytes) {
    const std::string with_boxes = "--plugin " BUILD_FOLDER "/tests/plugins/markup ";
    write("in/box", "#!box;d;#!throw");
    EXPECT_THAT(run(ingest(with_boxes + "in")).err, HasSubstr("2 new; 1 failed"));
    const json before = json::parse(run(export_of("--status failed")).out);
    run("rm in/box");
    const Ran ran = run(ingest("--retry"));  // now what begins so is text
    EXPECT_EQ(ran.code, 0) << ran.err;
    const json after = json::parse(run(export_of("--after 2")).out);
    EXPECT_EQ(after["store"]["name"], before["store"]["name"]);
    EXPECT_EQ(after["document"]["parent"], before["document"]["parent"]);
    EXPECT_EQ(after["document"]["status"], "complete");
}

TEST_F(Ingest, APluginMayCrash) {
    write("in/a.txt", "Li Na spoke.\n");
    write("in/b.txt", "CHAOS-ABORT\n");
    write("in/c.txt", "Wang came.\n");
    const Ran ran = run(ingest("-j 1 --plugin " BUILD_FOLDER "/tests/plugins/chaos in"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("The plugin 'chaos' failed: it crashed (SIGABRT)."));
    EXPECT_THAT(exported(), ElementsAre("1 a.txt@1 complete", "2 b.txt@1 partial", "3 c.txt@1 complete"));
    EXPECT_GE(run(ingest("--in-process --store b.db --plugin " BUILD_FOLDER "/tests/plugins/chaos in")).code, 128) << "and takes the run with it in its process";
    EXPECT_EQ(run(ingest("--isolate in")).code, 0) << "as it was called";
}

TEST_F(Ingest, WhatIsPartialIsTriedAgainWhenThatIsWanted) {
    write("in/a.txt", "CHAOS-ABORT\n");
    run(ingest("--plugin " BUILD_FOLDER "/tests/plugins/chaos in"));
    EXPECT_THAT(run(ingest("--retry")).err, HasSubstr("0 documents"));
    EXPECT_THAT(run(ingest("--retry --partial --plugin " BUILD_FOLDER "/tests/plugins/chaos")).err, HasSubstr("1 known"));
    EXPECT_THAT(run(ingest("--retry --partial")).err, HasSubstr("1 changed"));
    EXPECT_THAT(exported(), ElementsAre("1 a.txt@1 partial", "2 a.txt@2 complete"));
    EXPECT_THAT(run(ingest("in")).err, HasSubstr("1 known"));
}

TEST_F(Ingest, WhatFailsIsKeptAndToldAndTriedAgain) {
    write("in/a.txt", "Li Na spoke.\n");
    write("in/bad.txt", "%PDF-1.4");
    const Ran first = run(ingest("in in/missing.txt"));
    EXPECT_EQ(first.code, 1);
    EXPECT_THAT(first.err, HasSubstr("dateline: in/bad.txt: No reader knows this format"));
    EXPECT_THAT(first.err, HasSubstr("dateline: in/missing.txt: The file cannot be read: No such file or directory."));
    EXPECT_THAT(first.err, HasSubstr("3 new; 2 failed"));
    EXPECT_THAT(run(bare_dateline + " ingest --status").out, HasSubstr("bad.txt: No reader knows this format"));
    const Ran second = run(ingest("in"));
    EXPECT_EQ(second.code, 1) << "it is still there";
    EXPECT_THAT(second.err, HasSubstr("0 new, 2 known; 1 failed, 1 of them before"));
    write("in/missing.txt", "Wang came.\n");
    EXPECT_EQ(run(ingest("--retry")).code, 1);
    EXPECT_THAT(exported("--after 3"), ElementsAre("4 missing.txt@1 complete"));
    const json status = json::parse(run(bare_dateline + " ingest --status --json").out);
    EXPECT_EQ(status["statuses"], json({{"complete", 2}, {"failed", 1}}));
    EXPECT_EQ(status["failed"][0]["attempts"], 2);
}

TEST_F(Ingest, ExportOfATypeThatNothingHasSaysSo) {
    write("in/a.txt", "Li Na spoke.\n");
    run(ingest("--plugin " + words_plugin + " in"));
    const Ran misspelt = run(export_of("--type wrod"));
    EXPECT_EQ(misspelt.code, 0) << "it may come yet";
    EXPECT_THAT(misspelt.err, HasSubstr("nothing in the store has the type 'wrod'; there are: word"));
    EXPECT_EQ(run(export_of("--type word --after 1")).err, "") << "there is one, but nothing new";
}

TEST_F(Ingest, AFileThatIsTooLargeNowIsAFurtherVersionThatFailed) {
    write("in/a.txt", "Li Na spoke.\n");
    run(ingest("in"));
    write("in/a.txt", "Li Na spoke for long.\n");
    for (int time = 0; time < 2; ++time) {
        const Ran ran = run(ingest("--max-bytes 20 in"));
        EXPECT_EQ(ran.code, 1);
        EXPECT_THAT(ran.err, HasSubstr("a.txt: The document has more bytes than the limit"));
    }
    EXPECT_THAT(exported(), ElementsAre("1 a.txt@1 complete", "2 a.txt@2 failed"));
    EXPECT_THAT(run("rm in/a.txt; " + ingest("--retry")).err, HasSubstr("a.txt: The file cannot be read: No such file"));
    EXPECT_THAT(run(bare_dateline + " ingest --status").out, HasSubstr("more bytes than the limit")) << "the first cause counts";
}

TEST_F(Ingest, WhatFailedIsTriedAgainWithoutItsFile) {
    write("in/bad.txt", "%PDF-1.4");
    run(ingest("in/bad.txt"));
    run("printf %%PDF-1.5 | " + ingest("-"));
    const Ran ran = run("rm in/bad.txt; " + ingest("--retry --log jsonl"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("No reader knows"), Not(HasSubstr("cannot be read"))));
}

TEST_F(Ingest, AFolderThatCouldNotBeListedIsTriedAgain) {
    const std::string as_other = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
    write("in/d/a.txt", "Li Na spoke.\n");
    run("chmod 0 in/d; chmod 777 . in");
    EXPECT_THAT(run(as_other + ingest("in")).err, HasSubstr("in/d: The file cannot be listed: Permission denied"));
    EXPECT_EQ(run(as_other + ingest("--retry")).code, 1);
    EXPECT_THAT(exported(), ElementsAre("1 d@1 failed"));
    run("chmod 755 in/d");
    const Ran ran = run(as_other + ingest("--retry"));
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(exported(), ElementsAre("2 a.txt@1 complete"));
}

TEST_F(Ingest, RetryMakesNoStore) {
    const Ran ran = run(ingest("--retry --store typo.db"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("there is no store 'typo.db'"));
    EXPECT_NE(run("ls typo.db").code, 0);
}

TEST_F(Ingest, StandardInputIsNamedByItsBytes) {
    run("printf 'Li Na' | " + ingest("-"));
    run("printf 'Wang' | " + ingest("-"));
    EXPECT_THAT(run("printf 'Li Na' | " + ingest("-")).err, HasSubstr("0 new, 1 known"));
    EXPECT_EQ(exported().size(), 2u);
    EXPECT_THAT(exported()[0], testing::StartsWith("1 -:"));
}

TEST_F(Ingest, CountsWhatIsPartialAsTheStoreDoes) {
    write("in/a.txt", "CHAOS-ABORT\n");
    write("in/b.txt", "CHAOS-ABORT\n");
    EXPECT_THAT(run(ingest("-j 1 --plugin " BUILD_FOLDER "/tests/plugins/chaos in")).err, HasSubstr("1 new, 1 copy; 1 partial\n"));
}

TEST_F(Ingest, LogsAsJsonLines) {
    write("in/a.txt", "Li Na spoke.\n");
    write("in/bad.txt", "%PDF-1.4");
    const Ran ran = run(ingest("--log jsonl in 2>&1"));
    ASSERT_EQ(ran.lines().size(), 3u);
    const json added = json::parse(ran.lines()[0]), failed = json::parse(ran.lines()[1]), summary = json::parse(ran.lines()[2]);
    EXPECT_EQ(added["event"], "added");
    EXPECT_EQ(added["source"], "in/a.txt");
    EXPECT_EQ(failed["level"], "error");
    EXPECT_THAT(failed["cause"].get<std::string>(), HasSubstr("No reader"));
    EXPECT_EQ(summary["event"], "summary");
    EXPECT_EQ(summary["added"], 2);
    EXPECT_EQ(summary["failed"], 1);
}

TEST_F(Ingest, QuietSaysNothingButErrors) {
    write("in/a.txt", "Li Na spoke.\n");
    EXPECT_EQ(run(ingest("-q in/a.txt")).err, "");
}

TEST_F(Ingest, TheInboxIsNeverWrittenTo) {
    write("in/a.txt", "Li Na spoke.\n");
    const Ran ran = run("cd in && " + ingest("."));
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("would lie in '.', and folders that documents come from are never written to"));
    EXPECT_THAT(run("cd in && " + ingest("a.txt")).err, HasSubstr("would lie beside 'a.txt'"));
    const Ran missing = run("cd in && " + ingest("missing.txt"));
    EXPECT_EQ(missing.code, 2);
    EXPECT_THAT(missing.err, HasSubstr("there is no file or folder 'missing.txt'"));
    run("ln -s in/x.db link.db; ln -s in in-link");
    for (const std::string& store : {std::string("link.db"), std::string("in-link/x.db"), std::string("in/d/x.db")}) {
        EXPECT_EQ(run(ingest("--store " + store + " in")).code, 2) << store;
    }
    EXPECT_EQ(run("cd in && ls -A; " + ingest("--store ../x.db . ; ls -A")).out, "a.txt\na.txt\n");
}

TEST_F(Ingest, ABrokenInstallationTakesNothingIn) {
    write("in/a.txt", "Li Na spoke.\n");
    run("cp -r " BUILD_FOLDER "/tests/bare installed; cp -r " + words_plugin + " installed/lib/dateline/plugins/; rm installed/lib/dateline/plugins/words/words.so");
    const Ran ran = run("installed/bin/dateline ingest in");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("the installation is broken"), HasSubstr("the plugin 'words'"), HasSubstr("words.so' is not there")));
    EXPECT_NE(run("ls dateline.db").code, 0);
    const json extracted = json::parse(run("installed/bin/dateline extract in").out);
    EXPECT_EQ(extracted["document"]["status"], "partial");
}

TEST_F(Ingest, AReaderThatIsBrokenTakesNothingInEvenWhereNoDocumentWantsIt) {
    write("in/a.txt", "Li Na spoke.\n");
    run("cp -r " BUILD_FOLDER "/tests/bare installed; cp -r " BUILD_FOLDER "/lib/dateline/plugins/warc installed/lib/dateline/plugins/; echo x > installed/lib/dateline/plugins/warc/warc.so");
    for (const std::string way : {"", "--in-process "}) {
        const Ran ran = run("installed/bin/dateline ingest " + way + "in");
        EXPECT_EQ(ran.code, 2);
        EXPECT_THAT(ran.err, AllOf(HasSubstr("the installation is broken"), HasSubstr("the plugin 'warc'"), HasSubstr("warc.so")));
        EXPECT_NE(run("ls dateline.db").code, 0);
    }
    EXPECT_EQ(json::parse(run("installed/bin/dateline extract in").out)["document"]["status"], "complete") << "extract need not know";
}

TEST_F(Ingest, AStoreThatCannotBeWrittenIsNamed) {
    write("in/a.txt", "Li Na spoke.\n");
    write("other.db", std::string(3000, 'x'));
    const Ran ran = run(ingest("--store other.db in"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("the store 'other.db' is no SQLite file"));
    EXPECT_THAT(run(ingest("--store missing/x.db in")).err, HasSubstr("cannot be written: No such file or directory"));
    EXPECT_THAT(run(export_of("--store missing.db")).err, HasSubstr("there is no store 'missing.db'"));
    write("empty.db", "");
    EXPECT_THAT(run(export_of("--store empty.db")).err, HasSubstr("the store 'empty.db' holds nothing yet"));
}

TEST_F(Ingest, AFullDiskLosesNothing) {
    write_many("in", 300);
    const Ran full = run("ulimit -f 400; " + ingest("in"));
    EXPECT_EQ(full.code, 1);
    EXPECT_THAT(full.err, HasSubstr("the store 'dateline.db' cannot"));
    const Ran ran = run(ingest("in"));
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(exported().size(), 300u);
}

TEST_F(Ingest, AnInterruptedRunKeepsWhatItToldOf) {
    write_many("in", 3000);
    const Ran ran = run(ingest("--log jsonl -j 1 in 2> log & until grep -q added log; do sleep 0.01; done; kill $!; wait $!"));
    EXPECT_EQ(ran.code, 130);
    const std::size_t told = std::stoul(run("grep -c '\"event\":\"added\"' log").out);
    EXPECT_EQ(exported().size(), told);
    EXPECT_GE(told, 128u);
    run(ingest("in"));
    EXPECT_EQ(exported().size(), 3000u);
}

TEST_F(Ingest, TheSameWithAnyNumberOfJobs) {
    write_many("in", 300);
    run(ingest("-j 1 --store one.db in"));
    run(ingest("-j 7 --store seven.db in"));
    const auto records = [&](const std::string& store) { return run(export_of("--store " + store) + " | sed 's/\"done\":\"[^\"]*\"//'").out; };
    EXPECT_EQ(records("one.db"), records("seven.db"));
    EXPECT_EQ(exported("--store one.db").size(), 300u);
}

TEST_F(Ingest, WatchesAFolder) {
    write("in/a.txt", "Li Na spoke.\n");
    const Ran ran =
        run("touch -d '1 hour ago' in/a.txt; " + ingest("--watch --log jsonl in 2> log & until grep -q a.txt log; do sleep 0.05; done; ") +
            "printf Wang > in/b.txt; until grep -q b.txt log; do sleep 0.05; done; kill $!; wait $!");
    EXPECT_EQ(ran.code, 130);
    EXPECT_THAT(exported(), ElementsAre("1 a.txt@1 complete", "2 b.txt@1 complete"));
    EXPECT_THAT(read("log"), HasSubstr("\"event\":\"summary\""));
    EXPECT_EQ(run(ingest("--watch in/a.txt")).code, 2);
    EXPECT_EQ(run(ingest("--watch --retry")).code, 2);
    EXPECT_EQ(run(ingest("--status in")).code, 2);
}

TEST_F(Ingest, ExportGivesWhatIsWanted) {
    write("in/a.txt", "Li Na spoke.\n");
    write("in/b.txt", "nothing here\n");
    run(ingest("in"));
    EXPECT_THAT(exported("--after 1"), ElementsAre("2 b.txt@1 complete"));
    EXPECT_THAT(exported("--type word"), ElementsAre("1 a.txt@1 complete"));
    EXPECT_THAT(exported("--query nothing"), ElementsAre("2 b.txt@1 complete"));
    EXPECT_THAT(exported("--since 2000-01-01 --until 2001"), IsEmpty());
    EXPECT_THAT(exported("--limit 1"), ElementsAre("1 a.txt@1 complete"));
    EXPECT_THAT(exported("--after 2"), IsEmpty());
    const Ran beyond = run(export_of("--after 3"));
    EXPECT_EQ(beyond.code, 1);
    EXPECT_THAT(beyond.err, HasSubstr("has not come to cursor 3 yet, its last one is 2"));
    EXPECT_EQ(run(export_of("--after x")).code, 2);
    EXPECT_EQ(run(export_of("--since yesterday")).code, 2);
    for (const char* time : {"2024-13-45", "2024-02-30", "2023-02-29T12:00", "2024-04-01T24:00", "2024-04-01T12:60"}) {
        EXPECT_EQ(run(export_of("--since " + std::string(time))).code, 2) << time;
    }
    EXPECT_EQ(run(export_of("--since 2024-02-29")).code, 0);
    EXPECT_EQ(run(export_of("--query '\"open'")).code, 2);
    EXPECT_EQ(run(export_of("a.txt")).code, 2);
}

TEST_F(Ingest, DiffShowsWhatVersionsState) {
    write("in/a.txt", "Li Na spoke.\n");
    run(ingest("in"));
    write("in/a.txt", "Somewhere Wang spoke.\n");
    run(ingest("in"));
    const Ran ran = run(bare_dateline + " diff in/a.txt@1 in/a.txt");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, AllOf(HasSubstr("a.txt@1\n+++ "), HasSubstr("\n-word\tLi\tmention\t\n"), HasSubstr("\n+word\tWang\tmention\t\n")));
    const json first = json::parse(run(bare_dateline + " diff --format jsonl in/a.txt@1 in/a.txt@2").lines()[0]);
    EXPECT_EQ(first["change"], "removed");
    EXPECT_EQ(first["type"], "word");
    EXPECT_EQ(run(bare_dateline + " diff in/a.txt in/a.txt@2").out, "");
    EXPECT_THAT(run(bare_dateline + " diff in/a.txt in/b.txt").err, HasSubstr("has no document 'in/b.txt'"));
    EXPECT_EQ(run(bare_dateline + " diff in/a.txt@0 in/a.txt").code, 2);
    EXPECT_EQ(run(bare_dateline + " diff a.txt").code, 2);
}

}  // namespace
}  // namespace dateline::cli
