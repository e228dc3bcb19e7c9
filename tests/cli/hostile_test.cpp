#include <gmock/gmock.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// Each input gives a clear error or a diagnostic, never a crash, a hang or a lost neighbour.
class Hostile : public Scratch {
protected:
    Hostile() { write("z-neighbour.txt", "Li Na spoke in Eastport on March 21, 2024.\n"); }

    /// The record of `file`; a neighbour after it is read whatever it is.
    json record_of(const std::string& file, int code, const std::string& options = "") const {
        const Ran ran = run("timeout 120 dateline extract " + options + " " + file + " z-neighbour.txt");
        EXPECT_EQ(ran.code, code) << ran.err;
        EXPECT_EQ(ran.err.empty(), code == 0) << ran.err;
        EXPECT_EQ(ran.lines().size(), 2u);
        if (ran.lines().size() != 2) {
            return {};
        }
        EXPECT_EQ(json::parse(ran.lines()[1])["document"]["status"], "complete");
        return json::parse(ran.lines()[0]);
    }

    static std::string repeated(std::string_view piece, std::size_t times) {
        std::string out;
        for (std::size_t i = 0; i < times; ++i) {
            out += piece;
        }
        return out;
    }

    /// The message of its diagnostic of this code; empty when it has none.
    static std::string message(const json& record, std::string_view code) {
        for (const json& diagnostic : record["diagnostics"]) {
            if (diagnostic["code"] == code) {
                return diagnostic["message"];
            }
        }
        return {};
    }

    static std::vector<std::string> codes(const json& record) {
        std::vector<std::string> all;
        for (const json& diagnostic : record["diagnostics"]) {
            all.push_back(diagnostic["code"]);
        }
        return all;
    }
};

TEST_F(Hostile, EmptyFile) {
    write("a", "");
    EXPECT_THAT(codes(record_of("a", 0)), testing::Contains("text.empty"));
}

TEST_F(Hostile, BytesThatAreNoText) {
    constexpr char image[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\6\0\0\0";
    write("a", std::string(image, sizeof image - 1));
    const json record = record_of("a", 1);
    EXPECT_EQ(record["document"]["status"], "failed");
    EXPECT_THAT(message(record, "reader.none"), HasSubstr("PNG"));
}

TEST_F(Hostile, BrokenUtf8) {
    write("a", repeated("Li Na said on March 21, 2024 that caf\xC3\xA9s would open in Z\xC3\xBCrich.\n", 20) + "Li Na \xC3( of \xE2\x82 Harbour \xFF College.\n");
    EXPECT_THAT(codes(record_of("a", 0)), testing::Contains("text.invalid-bytes"));
}

TEST_F(Hostile, NulBytes) {
    write("a", std::string("Li\0Na spoke on March 21, 2024.\n", 31));
    EXPECT_THAT(codes(record_of("a", 0)), testing::Contains("text.nul"));
}

TEST_F(Hostile, OneLineOf50Megabytes) {
    const Ran made = run("yes 'Li Na spoke on March 21, 2024 and ' | tr -d '\\n' | head -c 52428800 > a && head -c 2000000 a > b");
    ASSERT_EQ(made.code, 0);
    const json record = record_of("a", 1);
    EXPECT_EQ(record["document"]["status"], "failed");
    EXPECT_THAT(codes(record), testing::Contains("limit.bytes"));
    EXPECT_THAT(codes(record_of("b", 0, "--quiet")), testing::Contains("limit.mentions"));
}

TEST_F(Hostile, AMillionDatesInARow) {
    write("a", repeated("2024-04 ", 1'000'000));
    EXPECT_EQ(record_of("a", 0, "--quiet")["document"]["status"], "partial");
}

TEST_F(Hostile, TenThousandNestedBrackets) {
    write("a", repeated("(", 10'000) + "Li Na" + repeated(")", 10'000));
    EXPECT_NE(record_of("a", 0, "--quiet")["document"]["status"], "failed");
}

TEST_F(Hostile, CombiningMarksAndRightToLeftText) {
    write("a", "Li" + repeated("\xCC\x81", 5'000) + " Na \xE2\x80\xAE spoke \xE2\x80\xAC. قالت لي نا في 21 مارس 2024.\n");
    EXPECT_EQ(record_of("a", 0)["document"]["status"], "complete");
}

TEST_F(Hostile, FoldersInACircleOfLinks) {
    write("d/a.txt", "a\n");
    const Ran ran = run("ln -s .. d/up && ln -s . d/self && ln -s nowhere d/broken && timeout 60 dateline extract d");
    EXPECT_EQ(ran.code, 1);
    std::vector<std::string> statuses;
    for (const std::string& line : ran.lines()) {
        statuses.push_back(json::parse(line)["document"]["source"].get<std::string>() + " " + json::parse(line)["document"]["status"].get<std::string>());
    }
    EXPECT_THAT(statuses, testing::ElementsAre("d/a.txt complete", "d/broken failed", "d/up/z-neighbour.txt complete"));
    EXPECT_THAT(ran.err, HasSubstr("'d/self' is a link to what is read already; it was not followed"));
}

TEST_F(Hostile, AFileWithoutReadPermission) {
    write("a", "x\n");
    std::filesystem::permissions(folder() / "work/a", std::filesystem::perms::none);
    const std::string user = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
    if (run(user + "dateline version").code != 0) {
        GTEST_SKIP() << "needs to become a user without rights, and the build folder to be readable to it";
    }
    const Ran ran = run(user + "dateline extract a z-neighbour.txt");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.lines().size(), 2u);
    EXPECT_THAT(ran.err, HasSubstr("dateline: a: The file cannot be read: Permission denied."));
}

TEST_F(Hostile, AFifo) {
    run("mkfifo a");
    EXPECT_THAT(message(record_of("a", 1), "document.unreadable"), HasSubstr("is a FIFO, not a regular file"));
}

TEST_F(Hostile, AFolderThatHoldsAFifo) {
    write("d/a.txt", "a\n");
    const Ran ran = run("mkfifo d/pipe && timeout 60 dateline extract d");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("'d/pipe' is no file but a FIFO, socket or device; it was left out"));
    EXPECT_EQ(ran.lines().size(), 1u);
}

TEST_F(Hostile, ADevice) {
    EXPECT_THAT(message(record_of("/dev/zero", 1), "document.unreadable"), HasSubstr("is a device"));
}

TEST_F(Hostile, NamesOfFilesCannotSteerTheTerminal) {
    const Ran ran = run("dateline extract \"$(printf 'a\\033[2Jb')\"");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err.find('\033'), std::string::npos);
}

TEST_F(Hostile, NamesOfFilesThatAreNoUtf8) {
    write("a\xFF", "x\n");
    const Ran ran = run("dateline extract \"$(printf 'a\\377')\"");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(json::parse(ran.out)["document"]["source"], "a\uFFFD");
}

TEST_F(Hostile, OtherCommandsSayWhatIsWrong) {
    for (const char* command : {"text", "explain", "explain --html", "explain --why x"}) {
        const Ran ran = run(std::string("dateline ") + command + " missing.txt");
        EXPECT_EQ(ran.code, 1);
        EXPECT_EQ(ran.out, "");
        EXPECT_EQ(ran.err, "dateline: missing.txt: The file cannot be read: No such file or directory.\n");
    }
}

}  // namespace
}  // namespace dateline::cli
