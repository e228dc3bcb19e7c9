// The reader as a run loads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/pipeline/pipeline.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Document& read(const std::string& bytes, const std::string& name = "test") {
    static const pipeline::Engine engine([] {
        pipeline::Options options;
        options.search.named = {BUILD_FOLDER "/lib/dateline/plugins/text", BUILD_FOLDER "/lib/dateline/plugins/html"};
        return options;
    }());
    static pipeline::Worker worker(engine);
    return worker.process(bytes, name).document;
}

std::string press_release() {
    std::ifstream file(SOURCE_FOLDER "/plugins/html/tests/pages/press-release.html", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> codes(const Document& document) {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : document.diagnostics) result.push_back(diagnostic.code);
    return result;
}

std::string text_of(const Document& document, const dateline_block& block) { return document.text.substr(block.begin, block.end - block.begin); }

std::vector<std::string> blocks_of_kind(const Document& document, dateline_block_kind kind) {
    std::vector<std::string> result;
    for (const dateline_block& block : document.analysis.blocks) {
        if (block.kind == static_cast<std::uint32_t>(kind)) result.push_back(text_of(document, block));
    }
    return result;
}

TEST(Html, IsKnownByItsContent) {
    EXPECT_EQ(read("<!DOCTYPE html><p>Hello.", "notes.txt").media_type, "text/html");
    EXPECT_EQ(read("\xEF\xBB\xBF\n<html><body>Hello.").media_type, "text/html");
    EXPECT_EQ(read("\xFF\xFE<\0h\0t\0m\0l\0>\0H\0i\0"s).text, "Hi");
    EXPECT_EQ(read("Write <html> first.", "page.html").media_type, "text/plain");
}

TEST(Html, KeepsTheArticleAlone) {
    const Document& document = read(press_release());
    EXPECT_THAT(document.text, HasSubstr("opened a battery laboratory in Ashford on Tuesday"));
    EXPECT_THAT(document.text, HasSubstr("cost €12 million"));
    EXPECT_THAT(document.text, HasSubstr("The first tests begin in April"));
    for (const char* other : {"cookies", "Careers", "Facebook", "Related news", "new chief engineer", "Great news for the town",
                              "All rights reserved", "Imprint", "color"}) {
        EXPECT_THAT(document.text, Not(HasSubstr(other)));
    }
    EXPECT_THAT(document.diagnostics, IsEmpty());
}

TEST(Html, KeepsAllOfAPageThatIsOneArticle) {
    const std::string line = "<p><a href=/a>The county council approves the budget</a></p>", filling = "<p>" + std::string(2000, 'x') + ".</p>";
    EXPECT_THAT(read("<!DOCTYPE html><body><article>" + filling + line + "</article></body>").text, HasSubstr("The county council"));
    EXPECT_THAT(read("<!DOCTYPE html><body><article>" + filling + "</article>" + line + "</body>").text, Not(HasSubstr("The county council")));
}

TEST(Html, KeepsAllOfAFewLinesButTheFooter) {
    const std::string text = "The county opened a battery laboratory in Ashford on Tuesday. It cost €12 million and employs 40 people, said its head of research.";
    EXPECT_EQ(read("<!DOCTYPE html><body><article><p>" + text + "</p></article><footer>Imprint</footer></body>").text, text);
    EXPECT_EQ(read("<!DOCTYPE html><body><footer>Imprint</footer></body>").text, "Imprint");
}

TEST(Html, SaysWhatKindABlockIs) {
    const Document& document = read(press_release());
    EXPECT_THAT(blocks_of_kind(document, DATELINE_BLOCK_TITLE), ElementsAre("Battery laboratory opens in Ashford"));
    EXPECT_THAT(blocks_of_kind(document, DATELINE_BLOCK_HEADING), ElementsAre("Twelve million for research"));
    EXPECT_THAT(blocks_of_kind(document, DATELINE_BLOCK_QUOTE), ElementsAre(HasSubstr("Without the county")));
    EXPECT_THAT(blocks_of_kind(document, DATELINE_BLOCK_LIST_ITEM), ElementsAre(HasSubstr("Floor space"), HasSubstr("Staff")));
    EXPECT_THAT(blocks_of_kind(document, DATELINE_BLOCK_TABLE_ROW), ElementsAre("Hall\tCells tested a year", "North\t12,000", "South\t8,000"));
}

TEST(Html, KnowsWhereABlockStoodInThePage) {
    const std::string page = press_release();
    const Document& document = read(page);
    for (const dateline_block& block : document.analysis.blocks) {
        const std::string source = page.substr(block.source_begin, block.source_end - block.source_begin);
        const std::string text = text_of(document, block);
        EXPECT_EQ(source.substr(0, 3), text.substr(0, 3));
        EXPECT_EQ(source.substr(source.size() - 3), text.substr(text.size() - 3));
    }
}

TEST(Html, KnowsPlacesInOtherCharsets) {
    const std::string western =
        "<html><meta charset=iso-8859-1><p>D\xFC"
        "sseldorf, caf\xE9</p><p>M\xFCnchen";
    const Document& document = read(western);
    EXPECT_EQ(document.text, "Düsseldorf, café\n\nMünchen");
    EXPECT_EQ(document.charset, "WINDOWS-1252");
    const dateline_block& last = document.analysis.blocks.back();
    EXPECT_EQ(western.substr(last.source_begin, last.source_end - last.source_begin), "M\xFCnchen");
}

TEST(Html, GivesMetadataWithTheirPlaces) {
    const Document& document = read(press_release());
    EXPECT_EQ(document.title.value, "Battery laboratory opens in Ashford");
    EXPECT_EQ(document.title.rule, "html/json-ld");
    EXPECT_EQ(document.language.value, "en");
    EXPECT_EQ(document.published.value, "2024-03-05");
    EXPECT_THAT(document.published.rule, HasSubstr("html/"));
    EXPECT_EQ(document.publisher.value, "Northfield Grid");
    EXPECT_EQ(document.author.value, "Mary Okafor");
    EXPECT_EQ(document.url.value, "https://www.northfield-grid.example/news/2024/03/05/battery-laboratory");
    EXPECT_EQ(document.url.rule, "html/canonical");
}

TEST(Html, KeepsASmallPageWhole) {
    EXPECT_EQ(read("<html><p>One line.<p>Another.<div><a href=x>Next</a></div>").text, "One line.\n\nAnother.");
    EXPECT_EQ(read("<html>a<br>b<br><br>c").text, "a\nb\n\nc");
}

TEST(Html, LeavesOutWhatASmallPageMarksAsSomethingElse) {
    const std::string article = "<h1>Base opens</h1><p>Li Na opened the base on March 10.</p>";
    const std::string around = "<div id=cookie-banner><p>We use cookies to improve your experience.</p></div>";
    const std::string expected = "Base opens\n\nLi Na opened the base on March 10.";
    EXPECT_EQ(read("<html><body>" + around + "<div>" + article + "</div><div class=shareBar>Share this page</div>").text, expected);
    EXPECT_EQ(read("<html><body><div>Welcome to Eastport.</div><main>" + article + "</main>").text, expected);
    EXPECT_EQ(read("<html><body><div role=dialog>Welcome.</div><div>" + article + "</div><aside><h3>Related articles</h3></aside>").text, expected);
}

TEST(Html, KeepsTheLargerPartOfASmallPageWhateverItIsCalled) {
    const std::string article = "<h1>Base opens</h1><p>Li Na opened the base on March 10, after a search that took more than a year.</p>";
    const std::string expected = "Base opens\n\nLi Na opened the base on March 10, after a search that took more than a year.";
    for (const char* name : {"social-post", "has-sidebar", "related-content", "share-this", "cookie"}) {
        EXPECT_EQ(read("<html><body><div class=" + std::string(name) + ">" + article + "</div>").text, expected) << name;
    }
    EXPECT_EQ(read("<html><body><div class='comments-off'>" + article + "</div><div class=comments><h3>1 comment</h3><p>Bob: This is a bad choice.</p></div>").text, expected);
    EXPECT_EQ(read("<html><body><main class=social-impact><article>" + article + "</article></main>").text, expected);
    EXPECT_EQ(read("<html><body><div class=has-sidebar><div>" + article + "</div><div class=sidebar><a href=/a>Link</a></div></div>").text, expected);
}

TEST(Html, LeavesOutWhatASmallPageHides) {
    const std::string article = "<h1>Base opens</h1><p>Li Na opened the base on March 10.</p>";
    EXPECT_EQ(read("<html><body><div style='display:none'><p>Hidden text about Bob that nobody sees.</p></div>" + article + "<button>Accept all</button>").text,
              "Base opens\n\nLi Na opened the base on March 10.");
}

TEST(Html, MayHaveNoText) {
    const Document& document = read("<html><body><script>var text = '<p>none</p>';</script>&nbsp;</body></html>");
    EXPECT_EQ(document.status, Status::complete);
    EXPECT_THAT(codes(document), ElementsAre("text.empty"));
}

TEST(Html, SaysWhenBytesAreBroken) {
    const Document& document = read(
        "<html><meta charset=utf-8><p>Z\xC3\xBCrich, Gr\xC3\xBC\xC3\x9F"
        "e und \xFF noch mehr \xC3\xBC\xC3\xA4\xC3\xB6\xC3\x9F " +
        [] {
            std::string more;
            for (int i = 0; i < 100; ++i) more += "\xC3\xBC";
            return more;
        }());
    EXPECT_EQ(document.charset, "UTF-8");
    EXPECT_THAT(codes(document), ElementsAre("html.invalid-bytes"));
}

TEST(Html, NestedBeyondMeasureIsReadInTime) {
    std::string page = "<html>";
    for (int i = 0; i < 100'000; ++i) page += "<div>";
    const Document& document = read(page + "The deepest paragraph.");
    EXPECT_EQ(document.text, "The deepest paragraph.");
    EXPECT_THAT(codes(document), ElementsAre("html.limit"));
}

}  // namespace
}  // namespace dateline
