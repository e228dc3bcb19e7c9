// Markdown as a run reads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugins/markdown/front_matter.h"
#include "tests/support/read_document.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Document& read(const std::string& bytes) {
    static Reader reader("markdown");
    return reader.read(bytes);
}

const std::string front = "---\nlayout: post\n---\n";

TEST(Markdown, GivesBlocksWithoutMarks) {
    const Document& document =
        read(front +
             "# News\n\nThe *laboratory* of [Li Na](http://x.org) opens\nat &euro;12 million. ![picture](a.png)\n\n## Why\n\n> So she says.\n\n"
             "- one\n- two\n  - three\n\n| Name | Role |\n|---|---|\n| Li Na | Head |\n");
    EXPECT_THAT(blocks_of(document),
                ElementsAre("title: News", "paragraph: The laboratory of Li Na opens at €12 million.", "heading: Why", "quote: So she says.",
                            "item: one", "item: two", "item: three", "row: Name\tRole", "row: Li Na\tHead"));
}

TEST(Markdown, HasMetadataInItsFrontMatter) {
    const Document& document = read("---\ntitle: \"News: today\"\nauthor: Li Na\ndate: 2024-03-05T09:00:00Z\nlang: en\ntags:\n  - a\n---\nText.\n");
    EXPECT_EQ(document.title.value, "News: today");
    EXPECT_EQ(document.author.value, "Li Na");
    EXPECT_EQ(document.published.value, "2024-03-05");
    EXPECT_EQ(document.language.value, "en");
    EXPECT_EQ(document.text, "Text.\n");
}

TEST(Markdown, IsTakenByFrontMatterAlone) {
    EXPECT_THAT(error_of(read("# A heading\n\nText.\n")), HasSubstr("No reader knows this format"));
    EXPECT_FALSE(markdown::has_front_matter("---\nA rule: and prose\n---\n", 4096));
    EXPECT_FALSE(markdown::has_front_matter("---\n---\n", 4096)) << "no key";
    EXPECT_FALSE(markdown::has_front_matter("---\na: b\n", 4096)) << "no end";
    EXPECT_TRUE(markdown::has_front_matter("---\r\na: b\r\n---\r\n", 4096));
}

TEST(Markdown, IsReadInLinearTimeWhenHostile) {
    for (const char* piece : {"[", "*a ", "> ", "- ", "`", "![", "<a ", "&#", "|"}) {
        std::string text = front;
        while (text.size() < 400000) text += piece;
        read(text);
    }
}

}  // namespace
}  // namespace dateline
