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
    EXPECT_THAT(ran.err, testing::HasSubstr("more than 2048 bytes"));
}

}  // namespace
}  // namespace dateline::cli
