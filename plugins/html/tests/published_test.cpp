#include "plugins/html/published.h"

#include <gtest/gtest.h>

#include "plugins/html/main_text.h"
#include "plugins/html/metadata.h"

namespace html {
namespace {

std::string published_of(const std::string& bytes) {
    const Page page(bytes, {});
    const auto scores = score_blocks(page.blocks, page.hints(), shipped_weights());
    const auto best = published(days_of(page, scores, language_of(page)));
    return best ? edtf(best->day) : "";
}

std::string value_of(const std::string& bytes, std::string_view name) {
    const Page page(bytes, {});
    for (const Value& value : metadata_of(page)) {
        if (value.name == name) return value.value;
    }
    return "";
}

TEST(Published, IsNotTheDayOfTheLastChange) {
    EXPECT_EQ(published_of("<meta property=article:modified_time content=2024-05-02><meta property=article:published_time content=2024-04-01>"),
              "2024-04-01");
    EXPECT_EQ(published_of("<script type=application/ld+json>{\"@type\": \"Article\", \"dateModified\": \"2024-05-02\", \"datePublished\": "
                           "\"2024-04-01\"}</script>"),
              "2024-04-01");
}

TEST(Published, IsFoundInTheText) {
    EXPECT_EQ(published_of("<html lang=de><h1>Titel</h1><p class=date>1. April 2024</p><p>Ein Absatz ohne Tag.</p>"), "2024-04-01");
    EXPECT_EQ(published_of("<time datetime=2024-04-01>1 April</time>"), "2024-04-01");
    EXPECT_EQ(published_of("<p>No day at all.</p>"), "");
}

TEST(Metadata, SurvivesBrokenJson) {
    EXPECT_EQ(value_of("<script type=application/ld+json>{\"headline\": </script><title>A title</title>", "title"), "A title");
    EXPECT_EQ(value_of("<script type=application/ld+json>[[[[[[[[[[[[[[[[[[[[</script><title>A title</title>", "title"), "A title");
    EXPECT_EQ(value_of("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Line\nbreak\"}</script>", "title"), "Line break");
}

TEST(Metadata, ComesFromMetaWhereNothingElseSaysIt) {
    EXPECT_EQ(value_of("<meta name=author content='Jo Lee'><meta name=dc.publisher content=Press>", "author"), "Jo Lee");
    EXPECT_EQ(value_of("<meta name=dc.publisher content=Press>", "publisher"), "Press");
    EXPECT_EQ(value_of("<meta property=article:author content=https://x.example/jo>", "author"), "");
    EXPECT_EQ(value_of("<html lang=zh-TW>", "language"), "zh-Hant");
    EXPECT_EQ(value_of("<meta property=og:locale content=de_DE>", "language"), "de");
    EXPECT_EQ(value_of("<link rel=canonical href=/relative>", "url"), "");
}

}  // namespace
}  // namespace html
