#include "core/cli/lines.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/cli/line_document.h"
#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(LineDocument, HasItsContentInOneOfFourFields) {
    EXPECT_EQ(read_line_document(R"({"id":"a","text":"Li Na"})").bytes, "Li Na");
    EXPECT_EQ(read_line_document(R"({"text":"Li Na"})").media_type, "text/plain");
    EXPECT_EQ(read_line_document(R"({"html":"<p>"})").media_type, "text/html");
    EXPECT_EQ(read_line_document(R"({"base64":"TGkgTmE="})").bytes, "Li Na");
    EXPECT_EQ(read_line_document(R"({"base64":"TGkgTmE"})").bytes, "Li Na");
    EXPECT_EQ(read_line_document(R"({"base64":"AP8="})").bytes, std::string("\0\xFF", 2));
    EXPECT_EQ(read_line_document(R"({"base64":"","media_type":"text/csv"})").media_type, "text/csv");
    EXPECT_EQ(read_line_document(R"({"path":"a.txt"})").path, "a.txt");
}

TEST(LineDocument, HasAnIdThatIsAStringOrAWholeNumber) {
    EXPECT_EQ(read_line_document(R"({"id":"a","text":""})").id, "a");
    EXPECT_EQ(read_line_document(R"({"id":-7,"text":""})").id, "-7");
    EXPECT_EQ(read_line_document(R"({"id":null,"text":""})").problem, "");
    EXPECT_THAT(read_line_document(R"({"id":1.5,"text":""})").problem, HasSubstr("'id'"));
    EXPECT_EQ(read_line_document(R"({"id":"a"})").id, "a") << "also when there is a problem";
}

TEST(LineDocument, TakesNoNoticeOfWhatItDoesNotKnow) {
    const LineDocument document =
        read_line_document(R"({"x":[[{"text":"no"}]],"id":"a","meta":{"path":"no","deep":{"id":1}},"text":"yes","n":[1,2]})");
    EXPECT_EQ(document.problem, "");
    EXPECT_EQ(document.id, "a");
    EXPECT_EQ(document.bytes, "yes");
    EXPECT_EQ(document.path, "");
    EXPECT_THAT(read_line_document(R"({"id":{"x":1},"text":""})").problem, HasSubstr("'id'"));
    EXPECT_THAT(read_line_document(R"({"text":["a"]})").problem, HasSubstr("'text' is no string"));
}

TEST(LineDocument, SaysWhatIsWrong) {
    const auto problem = [](const std::string& line) { return read_line_document(line).problem; };
    EXPECT_EQ(problem("nonsense"), "it is no JSON from byte 2 on");
    EXPECT_EQ(problem(""), "it is no JSON from byte 1 on");
    EXPECT_EQ(problem("[1]"), "it is no JSON object");
    EXPECT_EQ(problem("{\"id\": 1E999, \"text\": \"x\"}"), "it holds a number that is too large");
    EXPECT_EQ(problem("{}"), "it has none of 'text', 'html', 'base64' and 'path'");
    EXPECT_EQ(problem(R"({"text":"","path":"a"})"), "it has both 'text' and 'path'");
    EXPECT_EQ(problem(R"({"text":1})"), "its 'text' is no string");
    EXPECT_EQ(problem(R"({"base64":"a"})"), "its 'base64' is no base64");
    EXPECT_EQ(problem(R"({"base64":"a*b="})"), "its 'base64' is no base64");
    EXPECT_EQ(problem(R"({"path":""})"), "its 'path' is no name of a file");
    EXPECT_THAT(problem("{\"text\":\"\xFF\"}"), HasSubstr("it is no JSON"));
    EXPECT_THAT(problem(std::string(100'000, '[')), HasSubstr("it is no JSON"));
}

class FromLines : public Scratch {
protected:
    static std::string extract(const std::string& arguments = {}) {
        return bare_dateline + " extract --plugin " + words_plugin + " --from jsonl " + arguments;
    }
    static std::vector<std::string> ids(const Ran& ran) {
        std::vector<std::string> all;
        for (const std::string& line : ran.lines()) {
            all.push_back(json::parse(line)["document"].value("input_id", "?"));
        }
        return all;
    }
    void write_lines(int count) const {
        std::string lines;
        for (int i = 0; i < count; ++i) {
            lines += R"({"id":)" + std::to_string(i) + R"(,"text":"Li Na spoke."})" + "\n";
        }
        write("lines", lines);
    }
};

TEST_F(FromLines, AnswersEachLineInOrder) {
    write("a.txt", "Wang came.\n");
    write("lines",
          "{\"id\":\"a\",\"text\":\"Li "
          "Na\"}\nnonsense\n\n{\"id\":\"p\",\"path\":\"a.txt\"}\n{\"id\":\"m\",\"path\":\"missing\"}\n{\"id\":\"z\",\"base64\":\"TGk=\"}");
    const Ran ran = run(extract("< lines"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ids(ran), ElementsAre("a", "?", "?", "p", "m", "z"));
    const json broken = json::parse(ran.lines()[1]);
    EXPECT_EQ(broken["document"]["status"], "failed");
    EXPECT_EQ(broken["document"]["source"], "-:2");
    EXPECT_EQ(broken["diagnostics"][0]["code"], "input.broken");
    EXPECT_EQ(json::parse(ran.lines()[3])["document"]["source"], "a.txt");
    EXPECT_EQ(json::parse(ran.lines()[4])["diagnostics"][0]["code"], "document.unreadable");
}

TEST_F(FromLines, TextIsTextWhateverItLooksLike) {
    write("lines", R"({"text":"<html><p>Li Na spoke."}
{"text":"%PDF-1.4 is a format, says Li Na.","media_type":"text/plain"}
{"text":"---\ntitle: Li Na"}
{"text":"a\u0000b\r\nLi Na\rspoke"}
)");
    for (const std::string& way : {std::string(), std::string("--isolate ")}) {
        const Ran ran = run("dateline extract --no-config --with-text --plugin " + words_plugin + " --from jsonl " + way + "< lines");
        ASSERT_EQ(ran.lines().size(), 4u);
        EXPECT_EQ(json::parse(ran.lines()[0])["document"]["text"], "<html><p>Li Na spoke.");
        EXPECT_EQ(json::parse(ran.lines()[1])["document"]["media_type"], "text/plain");
        EXPECT_EQ(json::parse(ran.lines()[2])["document"]["text"], "---\ntitle: Li Na");
        EXPECT_EQ(json::parse(ran.lines()[3])["document"]["text"], "a\xEF\xBF\xBD" "b\nLi Na\nspoke");
        EXPECT_EQ(json::parse(ran.lines()[3])["diagnostics"][0]["code"], "text.nul");
    }
}

TEST_F(FromLines, AnEmptyIdIsOne) {
    write("lines", "{\"id\":\"\",\"text\":\"Li Na\"}\n");
    EXPECT_THAT(ids(run(extract("< lines"))), ElementsAre(""));
    EXPECT_THAT(ids(run(extract("--isolate < lines"))), ElementsAre(""));
}

TEST_F(FromLines, TheSameWithAnyNumberOfJobs) {
    write_lines(500);
    const std::string one = run(extract("-j 1 < lines")).out;
    EXPECT_EQ(run(extract("-j 5 < lines")).out, one);
    EXPECT_EQ(Ran({0, one, ""}).lines().size(), 500u);
}

TEST_F(FromLines, UnorderedLosesNone) {
    write_lines(500);
    std::vector<std::string> all = ids(run(extract("-j 5 --unordered < lines")));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 500u);
    EXPECT_EQ(all.size(), 500u);
}

TEST_F(FromLines, HoldsNothingBackWhileItWaits) {
    write("drive", "mkfifo in out; " + extract("-j 2 < in > out & ") +
                       "exec 5> in 6< out\nfor i in 1 2 3; do echo \"{\\\"id\\\":$i,\\\"text\\\":\\\"Li\\\"}\" >&5\n"
                       "read -r -t 20 line <&6 || exit 9; echo \"$line\"; done\nexec 5>&-; wait");
    EXPECT_THAT(ids(run("bash drive")), ElementsAre("1", "2", "3"));
}

TEST_F(FromLines, ALineOverTheLimitIsAnswered) {
    write("lines", "{\"id\":\"a\",\"text\":\"" + std::string(200'000, 'x') + "\"}\n{\"id\":\"b\",\"text\":\"" + std::string(20'000, 'x') +
                       "\"}\n{\"id\":\"c\",\"text\":\"\"}\n");
    const Ran ran = run(extract("--max-bytes 10k < lines"));
    ASSERT_EQ(ran.lines().size(), 3u);
    EXPECT_EQ(json::parse(ran.lines()[0])["diagnostics"][0]["code"], "input.broken");
    EXPECT_EQ(json::parse(ran.lines()[1])["diagnostics"][0]["code"], "limit.bytes");
    EXPECT_EQ(json::parse(ran.lines()[2])["document"]["status"], "complete");
}

TEST_F(FromLines, TakesNoFiles) {
    EXPECT_EQ(run(extract("a.txt")).code, 2);
    EXPECT_EQ(run(extract("- < /dev/null")).code, 0);
}

}  // namespace
}  // namespace dateline::cli
