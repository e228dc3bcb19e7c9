#include "plugins/common/composer.h"

#include <gtest/gtest.h>

#include <utility>

namespace common {
namespace {

TEST(Composer, SettlesWhiteSpaceAndPartsBlocks) {
    Composer composer;
    composer.block(DATELINE_BLOCK_PARAGRAPH, "  One \t two\r\n \n three\xC2\xAD four ");
    composer.block(DATELINE_BLOCK_PARAGRAPH, " \n ");
    composer.block(DATELINE_BLOCK_TABLE_ROW, "a\tb\t");
    composer.block(DATELINE_BLOCK_TABLE_ROW, "c");
    EXPECT_EQ(composer.text(), "One\ttwo\nthree four\n\na\tb\nc");
    ASSERT_EQ(composer.block_count(), 3u);
    EXPECT_EQ(composer.blocks()[1].begin, 20u);
}

TEST(Composer, RepairsWhatIsNoUtf8) {
    Composer composer;
    composer.block(DATELINE_BLOCK_PARAGRAPH, std::string("a\xFF\0b", 4));
    EXPECT_EQ(composer.text(), "a\uFFFDb");
}

TEST(Composer, TellsTitlesFromWhatProgramsFillIn) {
    EXPECT_TRUE(is_telling_title("Eastport opens a laboratory"));
    for (const char* title : {"", "Document1", "Untitled", "Microsoft Word - news.doc"}) EXPECT_FALSE(is_telling_title(title)) << title;
    EXPECT_EQ(folded_space(" a\n\tb "), "a b");
}

// The bytes at the place of the only block of these pieces of the source.
std::string place(std::string_view source, const std::vector<std::pair<std::string_view, Place>>& pieces) {
    Composer composer;
    composer.read_from(source);
    for (const auto& [text, place] : pieces) composer.add(text, place);
    composer.end();
    const dateline_block& block = composer.blocks().at(0);
    return std::string(source.substr(block.source_begin, block.source_end - block.source_begin));
}

TEST(Composer, KnowsWhereBlocksStandInTheSource) {
    EXPECT_EQ(place("< Text. >", {{" Text. ", {1, 8}}}), "Text.");
    EXPECT_EQ(place("<a>One</a> <b>two</b>", {{"One", {3, 6}}, {" ", {10, 11}}, {"two", {14, 17}}}), "One</a> <b>two");
    EXPECT_EQ(place("<Text>", {{"-", {}}, {"Text", {1, 5}}}), "Text");
    EXPECT_EQ(place("Text", {{"Text", {0, 400}}}), "Text");
    EXPECT_EQ(place("Text", {{"Text", {}}}), "");
}

TEST(Composer, HasPlacesAsLongAsTheTextOnlyWhereTheBytesAreTheSame) {
    EXPECT_EQ(place(" \\~a", {{"\u00A0", {1, 3}}, {"a", {3, 4}}}), " \\~a") << "two bytes that became two others";
    EXPECT_EQ(place(" ab", {{"ab", {1, 3}}}), "ab");
    EXPECT_EQ(place(" a\nb", {{"a b", {1, 4}}}), "a\nb");
}

TEST(Composer, CountsInEachFileOnItsOwn) {
    Composer composer;
    composer.read_from("<Body", "body.xml");
    composer.add("Body", {1, 5});
    composer.read_from("<<Note", "notes.xml");
    composer.add("Note", {2, 6});
    composer.end();
    ASSERT_EQ(composer.block_count(), 2u);
    EXPECT_EQ(composer.blocks()[0].source_part, 1u);
    EXPECT_EQ(composer.blocks()[1].source_part, 2u);
    EXPECT_EQ(composer.blocks()[1].source_begin, 2u);
}

TEST(Composer, TakesTheBlocksOfAnother) {
    Composer composer, notes;
    notes.read_from("Note.");
    notes.add("Note.", {0, 5});
    notes.end();
    composer.block(DATELINE_BLOCK_HEADING, "Text");
    composer.append(notes);
    EXPECT_EQ(composer.text(), "Text\n\nNote.");
    EXPECT_EQ(composer.blocks()[1].begin, 6u);
    EXPECT_EQ(composer.blocks()[1].source_end, 5u);
}

}  // namespace
}  // namespace common
