// DOCX and ODT made here, as a run reads them.
#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <random>

#include "tests/support/read_document.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Members = std::vector<std::pair<std::string, std::string>>;

std::string zip(const Members& members) {
    std::string bytes(1 << 20, '\0');
    std::size_t used = 0;
    archive* made = archive_write_new();
    archive_write_set_format_zip(made);
    archive_write_open_memory(made, bytes.data(), bytes.size(), &used);
    for (const auto& [path, content] : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, path.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_write_header(made, entry);
        archive_write_data(made, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(made);
    archive_write_free(made);
    bytes.resize(used);
    return bytes;
}

std::string docx(const std::string& body, Members more = {}) {
    more.insert(more.begin(), {"word/document.xml", R"(<?xml version="1.0"?><w:document xmlns:w="w"><w:body>)" + body + "</w:body></w:document>"});
    return zip(more);
}

std::string odt(const std::string& body, Members more = {}) {
    more.insert(more.begin(), {{"mimetype", "application/vnd.oasis.opendocument.text"},
                               {"content.xml",
                                "<office:document-content><office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/>"
                                "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style></office:automatic-styles>"
                                "<office:body><office:text>" +
                                    body + "</office:text></office:body></office:document-content>"}});
    return zip(more);
}

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}

const Document& read(const std::string& bytes) {
    static Reader reader("office");
    return reader.read(bytes);
}

TEST(Docx, GivesBlocksByStyleAndNumbering) {
    const std::string styles =
        "<w:styles><w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='House style'/><w:basedOn w:val='berschrift1'/></w:style></w:styles>";
    const Document& document = read(docx(paragraph("A laboratory opens", "<w:pStyle w:val='Title'/>") +
                                             paragraph("Why", "<w:pStyle w:val='berschrift1'/>") + paragraph("How", "<w:pStyle w:val='Own'/>") +
                                             paragraph("One", "<w:numPr><w:numId w:val='1'/></w:numPr>") + paragraph("It is there."),
                                         {{"word/styles.xml", styles}}));
    EXPECT_THAT(blocks_of(document),
                ElementsAre("title: A laboratory opens", "heading: Why", "heading: How", "item: One", "paragraph: It is there."));
    EXPECT_EQ(document.title.value, "A laboratory opens");
    EXPECT_EQ(document.media_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

TEST(Docx, TakesTheFirstShortLineForTheTitle) {
    EXPECT_THAT(blocks_of(read(docx(paragraph("A laboratory opens") + paragraph("It is there.")))),
                ElementsAre("title: A laboratory opens", "paragraph: It is there."));
    EXPECT_THAT(blocks_of(read(docx(paragraph("It is there.") + paragraph("So it is.")))),
                ElementsAre("paragraph: It is there.", "paragraph: So it is."));
}

TEST(Docx, ReadsInsertedAndNotDeletedOrHiddenText) {
    const Document& document =
        read(docx("<w:p><w:r><w:t xml:space='preserve'>On </w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del><w:ins>" + run("5 March") +
                  "</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> draft</w:t></w:r></w:p>"
                  "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
                  run("One sentence, ") + "</w:p>" + paragraph("not two.")));
    EXPECT_EQ(document.text, "On 5 March\n\nOne sentence, not two.\n");
}

TEST(Docx, ReadsTablesByRowAndLayoutTablesByParagraph) {
    const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
    const std::string data = "<w:tbl><w:tr>" + cell(paragraph("Li Na")) + cell(paragraph("Head")) + "</w:tr></w:tbl>";
    const std::string layout = "<w:tbl><w:tr>" + cell(paragraph("First.") + paragraph("Second.")) + cell(paragraph("Aside.")) + "</w:tr></w:tbl>";
    EXPECT_THAT(blocks_of(read(docx(data + layout))),
                ElementsAre("row: Li Na\tHead", "paragraph: First.", "paragraph: Second.", "paragraph: Aside."));
}

TEST(Docx, PutsNotesAndTextBoxesAfterWhatTheyStandIn) {
    const Document& document =
        read(docx("<w:p>" + run("The body") + "<w:r><w:footnoteReference w:id='2'/></w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
                      paragraph("A box.") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraph("A box.") +
                      "</w:txbxContent></mc:Fallback></mc:AlternateContent>" + run(" goes on.") + "</w:p>" + paragraph("The end."),
                  {{"word/footnotes.xml", "<w:footnotes><w:footnote w:id='0'>" + paragraph("separator") + "</w:footnote><w:footnote w:id='2'>" +
                                              paragraph("A note.") + "</w:footnote></w:footnotes>"}}));
    EXPECT_EQ(document.text, "The body goes on.\n\nA box.\n\nThe end.\n\nA note.\n");
}

TEST(Docx, HasTitleAndAuthorInItsProperties) {
    const Document& document = read(
        docx(paragraph("Text."),
             {{"docProps/core.xml", "<cp:coreProperties><dc:title>News\n of today</dc:title><dc:creator>Li Na</dc:creator></cp:coreProperties>"}}));
    EXPECT_EQ(document.title.value, "News of today");
    EXPECT_EQ(document.author.value, "Li Na");
    EXPECT_EQ(document.title.rule, "office/properties");
    EXPECT_EQ(read(docx(paragraph("Text."), {{"docProps/core.xml", "<c><title>Document1</title></c>"}})).title.value, "");
}

TEST(Docx, NamesAnEmbeddedFileThatItDoesNotRead) {
    const Document& document =
        read(docx(paragraph("Text.") + "<w:altChunk r:id='r1'/>",
                  {{"word/_rels/document.xml.rels", "<Relationships><Relationship Id='r1' Type='x' Target='part.html'/></Relationships>"}}));
    ASSERT_THAT(codes_of(document), testing::Contains("office.unread"));
}

TEST(Docx, IsRefusedByItsCause) {
    EXPECT_THAT(error_of(read(docx("<w:p></w:q>"))), HasSubstr("corrupt: word/document.xml is no XML at byte"));
    const std::string whole = docx(paragraph("Text."));
    EXPECT_THAT(error_of(read(zip({{"[Content_Types].xml", "<a/>"}}).substr(0, 60))), HasSubstr("corrupt"));
    EXPECT_THAT(error_of(read(zip({{"a.txt", "text"}}))), HasSubstr("it is a ZIP, but no DOCX or ODT"));
    EXPECT_THAT(error_of(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0') + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s)),
                HasSubstr("encrypted"));
    EXPECT_THAT(error_of(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0'))), HasSubstr("old Microsoft Office"));
}

TEST(Docx, HasNoEntitiesOfItsOwn) {
    const auto with = [](const std::string& type) {
        return zip({{"word/document.xml",
                     "<?xml version='1.0'?>" + type + "<w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"}});
    };
    EXPECT_THAT(error_of(read(with("<!DOCTYPE a [<!ENTITY a 'aaaa'>]>"))), HasSubstr("limit"));
    EXPECT_THAT(error_of(read(with("<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"))), HasSubstr("never opened"));
}

TEST(Docx, UnpacksNoMoreThanTheLimit) {
    EXPECT_THAT(error_of(read(docx(paragraph(std::string(33u << 20, 'a'))))),
                HasSubstr("a limit is exceeded: word/document.xml unpacks to more than 32 MiB"));
}

TEST(Docx, NestsNoDeeperThanTheLimit) {
    std::string open, close;
    for (int i = 0; i < 20000; ++i) open += "<w:sdt>", close += "</w:sdt>";
    const Document& document = read(docx(paragraph("Start.") + open + paragraph("Deep.") + close));
    EXPECT_EQ(document.text, "Start.\n");
    EXPECT_THAT(codes_of(document), testing::Contains("office.unread"));
}

TEST(Odt, GivesBlocks) {
    const Document& document = read(
        odt("<text:p text:style-name='P1'>A laboratory opens</text:p><text:h>Why</text:h><text:p>On<text:s/>5<text:tab/>March<text:line-break/>2024."
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
            "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list><table:table><table:table-row>"
            "<table:table-cell><text:p>Li "
            "Na</text:p></table:table-cell><table:table-cell><text:p>Head</text:p></table:table-cell></table:table-row></table:table>"));
    EXPECT_THAT(blocks_of(document), ElementsAre("title: A laboratory opens", "heading: Why", "paragraph: On 5\tMarch\n2024.", "item: One",
                                                 "row: Li Na\tHead", "paragraph: A note."));
}

TEST(Odt, LeavesOutDeletedAndHiddenTextAndComments) {
    const Document& document = read(odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Old.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>New<text:span text:style-name='T1'> draft</text:span><office:annotation><text:p>Really?</text:p></office:annotation>.</text:p>"));
    EXPECT_EQ(document.text, "New.\n");
}

TEST(Odt, HasTitleAndAuthorInItsProperties) {
    const Document& document =
        read(odt("<text:p>Text.</text:p>", {{"meta.xml",
                                             "<o:document-meta><o:meta><dc:title>News</dc:title><meta:initial-creator>Li Na</meta:initial-creator>"
                                             "<dc:creator>Somebody else</dc:creator></o:meta></o:document-meta>"}}));
    EXPECT_EQ(document.title.value, "News");
    EXPECT_EQ(document.author.value, "Li Na");
}

TEST(Odt, MayBeFlat) {
    const Document& document = read(
        "<?xml version='1.0'?><office:document "
        "office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text><text:p>Text.</text:p>"
        "<draw:image><office:binary-data>iVBOR</office:binary-data></draw:image></office:text></office:body></office:document>");
    EXPECT_EQ(document.text, "Text.\n");
    EXPECT_EQ(document.media_type, "application/vnd.oasis.opendocument.text-flat-xml");
}

TEST(Odt, IsRefusedWhenEncrypted) {
    EXPECT_THAT(
        error_of(read(odt("<text:p>x</text:p>", {{"META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"}}))),
        HasSubstr("encrypted"));
}

// "FILE: BYTES" at the place of each block, of the files as they were zipped.
std::vector<std::string> places(const Document& document, const Members& members) {
    std::vector<std::string> result;
    for (const dateline_block& block : document.analysis.blocks) {
        const std::string& name = document.parts.at(block.source_part - 1);
        const auto file = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == name; });
        result.push_back(name + ": " + file->second.substr(block.source_begin, block.source_end - block.source_begin));
    }
    return result;
}

TEST(Docx, KnowsTheFileAndPlaceOfItsBlocks) {
    const Members members = {
        {"word/document.xml", "<w:document><w:body>" + paragraph(" A laboratory opens") + "<w:p>" + run("On ") + run("5 &amp; 6 March") +
                                  "<w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:body></w:document>"},
        {"word/footnotes.xml", "<w:footnotes><w:footnote w:id='2'>" + paragraph("A note.") + "</w:footnote></w:footnotes>"}};
    const Document& document = read(zip(members));
    EXPECT_THAT(places(document, members),
                ElementsAre("word/document.xml: A laboratory opens", "word/document.xml: On </w:t></w:r><w:r><w:t>5 &amp; 6 March", "word/footnotes.xml: A note."));
    EXPECT_THAT(document.verbatim, ElementsAre(true, false, true));
}

TEST(Docx, HasNoPlacesInXmlThatIsNotUtf8) {
    std::string wide = "\xFF\xFE";
    for (const char c : "<w:document><w:body>" + paragraph("Text.") + "</w:body></w:document>") wide += c, wide += '\0';
    const Document& document = read(zip({{"word/document.xml", wide}}));
    EXPECT_EQ(document.text, "Text.\n");
    EXPECT_EQ(document.parts, std::vector<std::string>{"word/document.xml"});
    EXPECT_EQ(document.analysis.blocks.at(0).source_end, 0u);
}

TEST(Docx, ReadsAllOfARunThatIsBroken) {
    EXPECT_EQ(read(docx(paragraph("One<!-- no --> two<![CDATA[ & three]]>."))).text, "One two & three.\n");
}

TEST(Docx, HoldsTheWordsOfABlockAtItsPlace) {
    std::mt19937 random(5);
    const std::vector<std::string> words = {"Li ", " Na ", "学校", " é ", "opens\n", "<w:tab/>"};
    for (int round = 0; round < 100; ++round) {
        std::string body;
        for (int i = 0; i < 20; ++i) {
            const std::string& word = words[random() % words.size()];
            body += random() % 4 == 0 ? "</w:p><w:p>" : "";
            body += word.starts_with('<') ? "<w:r>" + word + "</w:r>" : run(word);
        }
        const Members members = {{"word/document.xml", "<w:document><w:body><w:p>" + body + "</w:p></w:body></w:document>"}};
        const Document& document = read(zip(members));
        const std::vector<std::string> found = places(document, members);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const dateline_block& block = document.analysis.blocks[i];
            std::string bare = found[i].substr(found[i].find(": ") + 2), text = document.text.substr(block.begin, block.end - block.begin);
            RE2::GlobalReplace(&bare, "<w:tab/>|\n", " ");
            RE2::GlobalReplace(&bare, "<[^>]*>", "");
            RE2::GlobalReplace(&bare, " +", " ");
            RE2::GlobalReplace(&text, "[\t\n]", " ");
            EXPECT_EQ(bare, text);
        }
    }
}

TEST(Odt, KnowsTheFileAndPlaceOfItsBlocks) {
    const std::string content = "<o:document-content><o:body><o:text><t:p>On <t:span>5 March</t:span></t:p><t:p>Text.</t:p></o:text></o:body></o:document-content>";
    const Members members = {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}};
    const Document& document = read(zip(members));
    EXPECT_THAT(places(document, members), ElementsAre("content.xml: On <t:span>5 March", "content.xml: Text."));
    EXPECT_THAT(document.verbatim, ElementsAre(false, true));
}

TEST(Odt, ThatIsFlatHasPlacesInItself) {
    const std::string flat = "<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>"
                             "<text:p>Text.</text:p></office:text></office:body></office:document>";
    const Document& document = read(flat);
    EXPECT_THAT(document.parts, IsEmpty());
    EXPECT_EQ(document.analysis.blocks.at(0).source_begin, flat.find("Text."));
    EXPECT_THAT(document.verbatim, ElementsAre(true));
}

}  // namespace
}  // namespace dateline
