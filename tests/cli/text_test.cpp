#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

class Text : public Scratch {};

TEST_F(Text, IsWhatOffsetsCountIn) {
    write("a.txt", "\xEF\xBB\xBFone\r\ntwo\rthree\n");
    const Ran ran = run("dateline text a.txt");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "one\ntwo\nthree\n");
}

TEST_F(Text, ReadsStandardInput) {
    EXPECT_EQ(run("printf abc | dateline text -").out, "abc");
}

TEST_F(Text, RefusesWhatIsTooLarge) {
    write("a.txt", std::string(3000, 'x'));
    const Ran ran = run("dateline text --max-bytes 2k a.txt");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, testing::HasSubstr("more bytes than the limit of 2048"));
}

TEST_F(Text, OfADocumentInsideAnotherIsAskedForByItsName) {
    write("a.txt", "One is here.\n");
    write("b.txt", "Two is here.\n");
    run("tar cf in.tar a.txt b.txt; tar cf out.tar in.tar a.txt");
    EXPECT_EQ(run("dateline text 'out.tar!/in.tar!/b.txt'").out, "Two is here.\n");
    EXPECT_EQ(run("dateline text 'out.tar!/a.txt'").out, "One is here.\n");
    EXPECT_THAT(run("dateline explain --color never 'out.tar!/in.tar!/a.txt'").out, testing::HasSubstr("One is here."));
    const Ran missing = run("dateline text 'out.tar!/in.tar!/c.txt'");
    EXPECT_EQ(missing.code, 1);
    EXPECT_THAT(missing.err, testing::HasSubstr("There is no such document in out.tar"));
}

TEST_F(Text, OfAContainerAloneSaysThatThereIsMore) {
    write("a.txt", "One is here.\n");
    run("tar cf in.tar a.txt");
    const Ran ran = run("dateline text in.tar");
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::HasSubstr("in.tar holds other documents; name one of them, like 'in.tar!/a.txt'"));
}

}  // namespace
}  // namespace dateline::cli
