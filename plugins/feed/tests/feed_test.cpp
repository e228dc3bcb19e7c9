// Feeds made here, as a run reads them: the feed's record and then one for each entry.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/read_container.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// The feed first.
std::vector<Read> read(const std::string& bytes) {
    static Reader reader(std::vector<std::string>{"text", "html", "feed"});
    return reads_of(reader, bytes, "feed.xml");
}

std::string rss(const std::string& items, const std::string& channel = "") {
    return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:c=\"http://purl.org/rss/1.0/modules/content/\">\n"
           "<channel><title>County News</title><link>http://example.org/news/</link>" +
           channel + items + "</channel></rss>\n";
}

std::string item(const std::string& inside) { return "<item>" + inside + "</item>\n"; }

std::string atom(const std::string& inside, const std::string& attributes = "") {
    return "<feed xmlns='http://www.w3.org/2005/Atom' " + attributes + "><title>County News</title>" + inside + "</feed>";
}

TEST(Feed, HasARecordOfItsOwnWithoutText) {
    const std::vector<Read> all =
        read(rss(item("<title>Bridge opens</title>"), "<language>en-GB</language><description>What happens here</description>"));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].title, "County News");
    EXPECT_EQ(all[0].language, "en");
    EXPECT_EQ(all[0].url, "http://example.org/news/");
    EXPECT_EQ(all[0].media_type, "application/rss+xml");
    EXPECT_EQ(all[0].text, "");
    EXPECT_THAT(all[0].codes, IsEmpty());
}

TEST(Feed, GivesEachItemWithWhatItSays) {
    const std::vector<Read> all =
        read(rss(item("<title>Bridge &amp; tunnel open</title><link> http://example.org/1 </link><guid isPermaLink='false'>n-1</guid>"
                      "<pubDate>Tue, 5 Mar 2024 23:00:00 -0500</pubDate><author>li.na@example.org (Li Na)</author>"
                      "<description>&lt;p&gt;The &lt;b&gt;bridge&lt;/b&gt; cost &amp;euro;12.&lt;/p&gt;</description>"),
                 "<language>en</language>"));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].source, "feed.xml!/n-1");
    EXPECT_EQ(all[1].text, "Bridge & tunnel open\n\nThe bridge cost €12.");
    EXPECT_EQ(all[1].media_type, "text/html");
    EXPECT_EQ(all[1].title, "Bridge & tunnel open");
    EXPECT_EQ(all[1].published, "2024-03-05");
    EXPECT_EQ(all[1].published_rule, "feed/pubDate");
    EXPECT_EQ(all[1].author, "Li Na");
    EXPECT_EQ(all[1].url, "http://example.org/1");
    EXPECT_EQ(all[1].language, "en");
    EXPECT_EQ(all[1].publisher, "County News");
}

TEST(Feed, TakesTheContentBeforeTheDescription) {
    const std::vector<Read> all =
        read(rss(item("<title>Bridge opens</title><description>Short.</description><c:encoded><![CDATA[<p>The whole story.</p>]]></c:encoded>")));
    EXPECT_THAT(all[1].text, AllOf(HasSubstr("The whole story."), Not(HasSubstr("Short"))));
}

TEST(Feed, KeepsWhatIsPlainAsItStands) {
    const std::vector<Read> all = read(rss(item("<title>Bridge opens</title><description>One line\n\nR&amp;D: 3 &lt; 5.</description>") +
                                           item("<title>Only a title</title>") + item("<description>Only a text, and 3 &gt; 2.</description>")));
    ASSERT_THAT(all, SizeIs(4));
    EXPECT_EQ(all[1].text, "Bridge opens\n\nOne line\n\nR&D: 3 < 5.");
    EXPECT_EQ(all[1].media_type, "text/plain");
    EXPECT_EQ(all[2].text, "Only a title\n");
    EXPECT_EQ(all[2].title, "Only a title");
    EXPECT_EQ(all[3].text, "Only a text, and 3 > 2.");
    EXPECT_EQ(all[3].source, "feed.xml!/3");
}

TEST(Feed, TakesElementsReferencesAndCdataTogether) {
    const std::vector<Read> all =
        read(rss(item("<title>News</title><description><img src='a.jpg'/>&lt;p&gt;First.&lt;/p&gt;<![CDATA[<p>Second <a "
                      "href='/x'>link</a>.</p>]]><p>Third.</p></description>")));
    EXPECT_THAT(all[1].text, HasSubstr("First.\n\nSecond link.\n\nThird."));
}

TEST(Feed, KeepsAllOfAnEntry) {
    const std::string links = "<p><a href='/1'>The council approves the budget for roads</a></p>";
    const std::vector<Read> all =
        read(rss(item("<title>News</title><description><![CDATA[<p>" + std::string(3000, 'x') + ".</p>" + links + "]]></description>")));
    EXPECT_THAT(all[1].text, HasSubstr("The council approves"));
}

TEST(Feed, LeavesOutAnEntryWithoutWords) {
    const std::vector<Read> all =
        read(rss(item("<link>http://example.org/1</link>") + item("<title> </title><description/>") + item("<title>One</title>")));
    EXPECT_THAT(all, SizeIs(2));
    EXPECT_THAT(all[0].codes, ElementsAre("feed.empty-entries"));
    EXPECT_THAT(all[0].messages, ElementsAre(HasSubstr("left out: 2")));
}

TEST(Feed, OfAnotherSourceNamesIt) {
    const std::vector<Read> all = read(rss(item(
        "<title>One</title><source url='http://example.com/'>Harbour Times</source><dc:creator>Wang Fang</dc:creator><dc:creator>Li Na</dc:creator>"
        "<dc:date>2024-03-05T23:00:00-05:00</dc:date><dc:language>fr</dc:language>")));
    EXPECT_EQ(all[1].publisher, "Harbour Times");
    EXPECT_EQ(all[1].author, "Wang Fang, Li Na");
    EXPECT_EQ(all[1].published, "2024-03-05");
    EXPECT_EQ(all[1].published_rule, "feed/dc:date");
    EXPECT_EQ(all[1].language, "fr");
}

TEST(Feed, KnowsModulesByTheirNamespaceAndNotThePrefix) {
    const std::vector<Read> all = read(
        "<rss xmlns:x='http://purl.org/dc/elements/1.1/'><channel><title>T</title>"
        "<item><title>One</title><media:title>No</media:title><x:date>2024-03-05</x:date><y:creator xmlns:y='http://purl.org/dc/elements/1.1/'>Li "
        "Na</y:creator></item></channel></rss>");
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].published, "2024-03-05");
    EXPECT_EQ(all[1].author, "Li Na");
}

TEST(Feed, OfRdfHasItsItemsBesideTheChannel) {
    const std::vector<Read> all = read(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel rdf:about='http://example.org/'><title>County News</title></channel>"
        "<item rdf:about='http://example.org/1'><title>Bridge opens</title><link>http://example.org/1</link><description>It is "
        "there.</description></item></rdf:RDF>");
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].media_type, "application/rdf+xml");
    EXPECT_EQ(all[1].source, "feed.xml!/http://example.org/1");
    EXPECT_EQ(all[1].text, "Bridge opens\n\nIt is there.");
    EXPECT_EQ(all[1].publisher, "County News");
}

TEST(Atom, HasEntriesWithContentOfEachType) {
    const std::vector<Read> all =
        read(atom("<entry><title type='html'>A &amp;amp; B</title><content type='html'>&lt;p&gt;Escaped.&lt;/p&gt;</content></entry>"
                  "<entry><title>Literal &amp;amp;</title><content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'>3 &lt; 5 <h:br/>in "
                  "<h:b>XHTML</h:b></h:div></content></entry>"
                  "<entry><title>C</title><content>Plain &lt;b&gt; text</content></entry>"
                  "<entry><title>D</title><content type='image/png'>aGVsbG8=</content><summary>A picture.</summary></entry>"));
    ASSERT_THAT(all, SizeIs(5));
    EXPECT_EQ(all[0].media_type, "application/atom+xml");
    EXPECT_EQ(all[1].text, "A & B\n\nEscaped.");
    EXPECT_EQ(all[2].title, "Literal &amp;");
    EXPECT_THAT(all[2].text, HasSubstr("3 < 5\nin XHTML"));
    EXPECT_EQ(all[3].text, "C\n\nPlain <b> text");
    EXPECT_EQ(all[4].text, "D\n\nA picture.");
}

TEST(Atom, HasDatesAuthorsAndLinksByItsRules) {
    const std::vector<Read> all = read(atom(
        "<author><name>Li Na</name><email>li.na@example.org</email></author>"
        "<entry "
        "xml:base='2024/'><title>One</title><id>urn:1</id><updated>2024-03-06T00:00:00Z</updated><published>2024-03-05T23:00:00-08:00</published>"
        "<link rel='enclosure' href='a.mp3'/><link href='one'/></entry>"
        "<entry xml:lang='de-DE'><title>Two</title><updated>2024-03-07</updated><author><name>Wang Fang</name></author><link rel='alternate' "
        "href='/two'/></entry>",
        "xml:base='http://example.org/blog/' xml:lang='en'"));
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_EQ(all[1].published, "2024-03-05");
    EXPECT_EQ(all[1].author, "Li Na");
    EXPECT_EQ(all[1].url, "http://example.org/blog/2024/one");
    EXPECT_EQ(all[1].language, "en");
    EXPECT_EQ(all[1].source, "feed.xml!/urn:1");
    EXPECT_EQ(all[2].published, "2024-03-07");
    EXPECT_EQ(all[2].published_rule, "feed/updated");
    EXPECT_EQ(all[2].author, "Wang Fang");
    EXPECT_EQ(all[2].url, "http://example.org/two");
    EXPECT_EQ(all[2].language, "de");
}

TEST(Atom, MayHaveAPrefixAndBeOneEntryAlone) {
    const std::vector<Read> all = read(
        "<?xml version='1.0'?><a:entry xmlns:a='http://www.w3.org/2005/Atom'><a:title>Bridge opens</a:title><a:summary>It is "
        "there.</a:summary></a:entry>");
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].text, "Bridge opens\n\nIt is there.");
}

TEST(Atom, OfVersion03HasModes) {
    const std::vector<Read> all = read(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title>"
        "<entry><title>One</title><issued>2003-12-13T08:29:29-04:00</issued><content type='text/html' "
        "mode='escaped'>&lt;p&gt;Escaped.&lt;/p&gt;</content></entry>"
        "<entry><title>Two</title><modified>2003-12-14T08:29:29Z</modified><content type='application/xhtml+xml' mode='xml'><p>In "
        "<em>line</em>.</p></content></entry></feed>");
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_EQ(all[1].text, "One\n\nEscaped.");
    EXPECT_EQ(all[1].published, "2003-12-13");
    EXPECT_EQ(all[2].text, "Two\n\nIn line.");
}

TEST(Feed, IsReadInItsCharset) {
    const std::string declared =
        "<?xml version='1.0' "
        "encoding='gb2312'?><rss><channel><title>\xB6\xAB\xC0\xBD</title><item><title>\xB6\xAB\xC0\xBD</title></item></channel></rss>";
    EXPECT_EQ(read(declared)[1].title, "东澜");
    EXPECT_EQ(read(declared)[0].charset, "GB18030");
    std::string wide = "\xFF\xFE"s;
    for (const char c : "<rss><channel><title>T</title><item><title>One</title></item></channel></rss>"s) wide += {c, '\0'};
    ASSERT_THAT(read(wide), SizeIs(2));
    EXPECT_EQ(read(wide)[1].title, "One");
}

TEST(Feed, IsKnownBehindALongComment) {
    const std::string comment = "<!-- " + std::string(5000, 'x') + " -->";
    EXPECT_EQ(read("<?xml version='1.0'?>" + comment + "<rss><channel><item><title>One</title></item></channel></rss>")[0].media_type,
              "application/rss+xml");
    EXPECT_THAT(read("<?xml version='1.0'?>" + comment + "<other/>")[0].codes, ElementsAre("reader.none"));
}

TEST(Feed, IsNoOtherXml) {
    for (const char* other :
         {"<?xml version='1.0'?><roottag/>", "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
          "<?xml version='1.0'?><feed><title>of cows</title></feed>", "<?xml version='1.0'?><rssx/>"}) {
        const std::vector<Read> all = read(other);
        EXPECT_THAT(all, SizeIs(1));
        EXPECT_THAT(all[0].codes, ElementsAre("reader.none")) << other;
    }
    EXPECT_EQ(read("About <rss> as a format")[0].media_type, "text/plain");
}

TEST(Feed, ThatIsBrokenGoesOnWithTheNextItem) {
    const std::vector<Read> all = read(rss(item("<title>One</title>") + item("<title>Two<b></title>") + item("<title>Three</title>") +
                                           item("<title>Four</i></title>") + item("<title>Five</title>")));
    EXPECT_EQ(all[0].status, Status::partial);
    EXPECT_THAT(all[0].codes, ElementsAre("feed.damaged"));
    EXPECT_THAT(all[0].messages, ElementsAre(HasSubstr("line 4, column")));
    std::vector<std::string> titles;
    for (const Read& one : all) titles.push_back(one.title);
    EXPECT_THAT(titles, ElementsAre("County News", "One", "Two", "Three", "Four", "Five"));
}

TEST(Feed, ThatIsBrokenBeforeItsFirstItemHasTheItems) {
    const std::vector<Read> all = read(rss(item("<title>One</title>"), "<description>Line<br></description>"));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].title, "One");
    EXPECT_EQ(all[1].publisher, "County News");
    EXPECT_THAT(read("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:x></a:feed><a:entry><a:title>One</a:title></a:entry>"), SizeIs(2));
}

TEST(Feed, WithBareAmpersandsAndHtmlReferencesIsRead) {
    const std::vector<Read> all = read(rss(item("<title>R&D</title><description>It cost &euro;12&nbsp;million & more.</description>")));
    EXPECT_THAT(all[0].codes, IsEmpty());
    EXPECT_EQ(all[1].title, "R&D");
    EXPECT_THAT(all[1].text, HasSubstr("It cost €12\xC2\xA0million & more."));
}

TEST(Feed, ThatIsCutBeforeItsFirstItemIsCorrupt) {
    const std::vector<Read> all = read("<rss><channel><title>County");
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].status, Status::failed);
    EXPECT_THAT(all[0].messages, ElementsAre(HasSubstr("it is corrupt: it is no well-formed XML at line 1, column")));
}

TEST(Feed, SaysWhenSomethingStandsBeforeTheDeclaration) {
    const std::vector<Read> all = read("<!-- made by hand -->" + rss(item("<title>One</title>")));
    EXPECT_THAT(all, SizeIs(2));
    EXPECT_THAT(all[0].codes, ElementsAre("feed.late-declaration"));
}

TEST(Feed, NeverExpandsEntitiesOrOpensFiles) {
    EXPECT_THAT(read("<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + rss(item("<title>&b;</title>")))[0].messages,
                ElementsAre(HasSubstr("limit")));
    EXPECT_THAT(read("<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + rss(item("<title>&a;</title>")))[0].messages,
                ElementsAre(HasSubstr("never opened")));
    EXPECT_THAT(
        read("<?xml version='1.0'?><!DOCTYPE rss PUBLIC 'x' 'file:///etc/passwd'><rss><channel><item><title>One</title></item></channel></rss>"),
        SizeIs(2));
}

TEST(Feed, SurvivesCharactersThatAreNone) {
    const std::vector<Read> all =
        read(rss(item("<title>One&#xD800; &#0;&#x110000; two</title><description>a\0b &#xDFFF;&#13; c</description><guid>&#xD800;</guid>"s)));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_THAT(all[1].title, HasSubstr("One"));
    EXPECT_EQ(all[1].status, Status::complete);
}

// Time that grows with the square of the length would take minutes.
TEST(Feed, TakesTimeInProportionToItsLength) {
    const auto begin = std::chrono::steady_clock::now();
    std::string deep = "<rss><channel><item><title>Deep</title><description>";
    for (int i = 0; i < 500'000; ++i) deep += "<a>";
    EXPECT_THAT(read(deep), SizeIs(2));
    std::string broken = "<rss><channel></x>";
    for (int i = 0; i < 100'000; ++i) broken += "<item><title></item>";
    read(broken);
    std::string entities = "<!DOCTYPE rss [";
    for (int i = 0; i < 500'000; ++i) entities += "<!ENTITY";
    read(entities);
    std::string wide = "<rss><channel><item><title>Wide</title>";
    for (int i = 0; i < 300'000; ++i) wide += "<x a='b'/>";
    EXPECT_THAT(read(wide + "</item></channel></rss>"), SizeIs(2));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Feed, HasNoMoreEntriesThanTheLimit) {
    std::string items;
    for (int i = 0; i < 10'100; ++i) items += item("<title>" + std::to_string(i) + "</title>");
    const std::vector<Read> all = read(rss(items));
    EXPECT_THAT(all, SizeIs(10'001));
    EXPECT_THAT(all[0].codes, ElementsAre("limit.documents"));
}

}  // namespace
}  // namespace dateline
