#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

/// Wrong use ends with exit code 2 and a sentence that says what to do.
class Usage : public Scratch {
protected:
    void expect_refused(const std::string& command, const std::string& sentence) const {
        const Ran ran = run(command);
        EXPECT_EQ(ran.code, 2) << command;
        EXPECT_EQ(ran.out, "") << command;
        EXPECT_EQ(ran.err, "dateline: " + sentence + "\n") << command;
    }
};

TEST_F(Usage, ExtractAloneShowsUsageAndAnExample) {
    const Ran ran = run("dateline extract");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "Usage: dateline extract [OPTION …] FILE|DIR|- …\nExample: dateline extract release.txt\nSee 'dateline extract --help'.\n");
}

TEST_F(Usage, DatelineAloneShowsTheCommands) {
    const Ran ran = run("dateline");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err, run("dateline --help").out);
}

TEST_F(Usage, OtherCommandsAloneShowTheirs) {
    for (const char* command : {"explain", "text", "eval", "lexicon"}) {
        const Ran ran = run(std::string("dateline ") + command);
        EXPECT_EQ(ran.code, 2);
        EXPECT_TRUE(ran.err.starts_with(std::string("Usage: dateline ") + command)) << ran.err;
    }
}

TEST_F(Usage, UnknownNamesGetTheNearest) {
    expect_refused("dateline extrct x", "there is no command 'extrct', and no program 'dateline-extrct'; did you mean 'extract'?");
    expect_refused("dateline frobnicate", "there is no command 'frobnicate', and no program 'dateline-frobnicate'; 'dateline help' lists the commands");
    expect_refused("dateline extract --formt json x", "unknown option '--formt'; did you mean '--format'?");
    expect_refused("dateline extract -z x", "unknown option '-z'; 'dateline extract --help' lists those there are");
    expect_refused("dateline help extrct", "there is no command 'extrct'; did you mean 'extract'?");
    expect_refused("dateline lexicon biuld x", "lexicon has no command 'biuld'; did you mean 'build'?");
    expect_refused("dateline plugins chek x", "plugins has no command 'chek'; did you mean 'check'?");
}

TEST_F(Usage, AFileInPlaceOfACommandIsNoticed) {
    write("release.txt", "");
    expect_refused("dateline release.txt", "'release.txt' is no command; to read it say 'dateline extract release.txt'");
}

TEST_F(Usage, OptionsBeforeTheCommandAreNoticed) {
    expect_refused("dateline --pretty x", "a command comes first, then its options: dateline extract --pretty …; 'dateline help' lists the commands");
}

TEST_F(Usage, OptionsThatWouldDoNothingAreRefused) {
    expect_refused("dateline extract --max-seconds 3 x", "option '--max-seconds' does nothing without '--isolate'");
    expect_refused("dateline ingest --in-process --max-memory 1G x", "option '--max-memory' does nothing beside '--in-process'");
    expect_refused("dateline ingest --watch --status", "option '--watch' does nothing beside '--status'");
    expect_refused("dateline ingest --json x", "option '--json' does nothing without '--status'");
    write("release.txt", "Li Na spoke.\n");
    write("conf", "max-seconds = 3\n");
    EXPECT_EQ(run("dateline extract --config conf release.txt").code, 0) << "what stands there is for other runs too";
}

TEST_F(Usage, ValuesAreChecked) {
    expect_refused("dateline extract --format xml x", "option '--format' takes jsonl, json or tsv, not 'xml'");
    expect_refused("dateline extract -j 0 x", "option '--jobs' takes a whole number from 1 on, not '0'");
    expect_refused("dateline extract -j two x", "option '--jobs' takes a whole number from 1 on, not 'two'");
    expect_refused("dateline extract --max-bytes 8Q x", "option '--max-bytes' takes a number of bytes such as 500k, 8M or 1G, not '8Q'");
    expect_refused("dateline extract --max-bytes 99999999999999999999 x",
                   "option '--max-bytes' takes a number of bytes such as 500k, 8M or 1G, not '99999999999999999999'");
    expect_refused("dateline extract --pretty=yes x", "option '--pretty' takes nothing after it");
    expect_refused("dateline extract x --jobs", "option '--jobs' needs something after it");
}

TEST_F(Usage, OperandsAreChecked) {
    expect_refused("dateline schema x", "schema takes no operand, and got 'x'");
    expect_refused("dateline version x", "version takes no operand, and got 'x' as well");
    expect_refused("dateline text a b", "text takes one FILE, or '-' for standard input");
    expect_refused("dateline explain a b", "explain takes one FILE, or '-' for standard input");
    expect_refused("dateline explain --html --why x a", "explain takes only one of --at, --why, --html and --profile at a time");
    expect_refused("dateline lexicon build x", "lexicon build takes one FOLDER, and the file to write after -o: dateline lexicon build data/ -o NAME.lexicon");
    expect_refused("dateline lexicon build x -o y", "'x' is no folder; 'lexicon build' takes a plugin's data folder");
    expect_refused("dateline plugins check", "plugins check takes the FOLDER that holds the plugin's plugin.json and library");
}

TEST_F(Usage, AnOffsetBeyondTheTextIsRefused) {
    write("a.txt", "Li Na\n");
    expect_refused("dateline explain --at 77 a.txt", "option '--at' takes an offset below 6, the length of this text, or LINE:COLUMN inside it, not '77'");
}

TEST_F(Usage, APluginFolderWithoutItsLibraryIsRefused) {
    write("a.txt", "x\n");
    write("p/plugin.json", R"({"manifest": 1, "id": "p", "version": "1", "interface": "1.0", "kind": "extractor", "description": "None.", "library": "p.so"})");
    for (const char* command : {"dateline extract -p p x", "dateline explain -p p x", "dateline text -p p a.txt", "dateline schema -p p"}) {
        const Ran ran = run(command);
        EXPECT_EQ(ran.code, 2) << command;
        EXPECT_EQ(ran.out, "");
        EXPECT_THAT(ran.err, testing::HasSubstr("the plugin 'p' in p cannot be used: its library 'p/p.so' is not there; build it, or correct the manifest\n"))
            << command;
    }
}

TEST_F(Usage, AMissingPluginFolderIsRefused) {
    write("a.txt", "x\n");
    const Ran ran = run("dateline extract --plugin nowhere a.txt");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::HasSubstr("nowhere"));
}

TEST_F(Usage, AMissingWordListIsRefused) {
    write("a.txt", "x\n");
    const Ran ran = run("dateline extract --lexicon nowhere.tsv a.txt");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::HasSubstr("nowhere.tsv"));
}

TEST_F(Usage, ABrokenWordListIsRefused) {
    write("a.txt", "x\n");
    write("names.tsv", "Na\tnobody\tnever\n");
    const Ran ran = run("dateline extract --lexicon names.tsv a.txt");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::HasSubstr("names.tsv:1:"));
}

}  // namespace
}  // namespace dateline::cli
