#include "plugins/html/blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace html {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const std::string& page) {
    std::vector<std::string> result;
    const Tree tree(page);
    for (const Block& block : cut_into_blocks(tree).blocks) result.push_back(block.text);
    return result;
}

TEST(Blocks, EndWhereElementsDo) {
    EXPECT_THAT(texts("<p>one<p>two<div>three<span> four</span></div>five"), ElementsAre("one", "two", "three four", "five"));
    EXPECT_THAT(texts("<div>a <b>b</b><em>c</em> <o:p>d</o:p></div>"), ElementsAre("a bc d"));
    EXPECT_THAT(texts("<my-card>a</my-card><my-card>b</my-card>"), ElementsAre("a", "b"));
}

TEST(Blocks, FoldWhiteSpace) {
    EXPECT_THAT(texts("<p>  one \n\t two  <b> three</b> </p>"), ElementsAre("one two three"));
    EXPECT_THAT(texts("<pre>one\n  two\n</pre>"), ElementsAre("one\ntwo"));
    EXPECT_THAT(texts("<p>&nbsp;</p><p> </p>"), IsEmpty());
}

TEST(Blocks, AreParagraphsBetweenTwoBreaks) { EXPECT_THAT(texts("<div>one<br>two<br> <br>three<br></div>"), ElementsAre("one\ntwo", "three")); }

TEST(Blocks, HoldNothingThatIsNotSeen) {
    EXPECT_THAT(texts("<body><script>a</script><style>b</style><noscript>c</noscript><template>d</template><select><option>e</select><p>f"),
                ElementsAre("f"));
}

TEST(Blocks, KnowTheirLinksAndWhetherTheyAreHidden) {
    const std::string page = "<p>see <a href=x>there</a></p><p style='display: none'>no</p>";
    const Tree tree(page);
    const Blocks blocks = cut_into_blocks(tree);
    EXPECT_EQ(blocks.blocks[0].link_bytes, 5u);
    EXPECT_FALSE(blocks.blocks[0].hidden);
    EXPECT_TRUE(blocks.blocks[1].hidden);
}

}  // namespace
}  // namespace html
