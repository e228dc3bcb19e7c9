// PDF made here, as a run reads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/support/read_document.h"

namespace dateline {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Objects with the table of their places at the end.
std::string pdf(const std::vector<std::string>& objects, const std::string& information = "") {
    std::string bytes = "%PDF-1.4\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char place[32];
        std::snprintf(place, sizeof place, "%010zu 00000 n \n", bytes.size());
        table += place;
        bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    return bytes + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + count + " /Root 1 0 R " + information +
           ">>\nstartxref\n" + std::to_string(bytes.size()) + "\n%%EOF\n";
}

std::string at(int x, int y, const std::string& text, int size = 10) {
    return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text + ") Tj ET\n";
}

// A page for each content stream, 400 by 500 points; y counts from below.
std::string pages(const std::vector<std::string>& contents, const std::string& information = "") {
    std::string kids;
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    for (const std::string& content : contents) {
        const std::string page = std::to_string(objects.size() + 1), stream = std::to_string(objects.size() + 2);
        kids += page + " 0 R ";
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Resources << /Font << /F1 3 0 R >> >> /Contents " + stream +
                          " 0 R >>");
        objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream");
    }
    objects[1] = "<< /Type /Pages /Count " + std::to_string(contents.size()) + " /Kids [ " + kids + "] >>";
    return pdf(objects, information);
}

const Document& read(const std::string& bytes) {
    static Reader reader("pdf");
    return reader.read(bytes);
}

TEST(Pdf, JoinsLinesToParagraphs) {
    const Document& document =
        read(pages({at(50, 400, "A laboratory opens", 16) + at(50, 370, "The laboratory of the uni-") + at(50, 358, "versity opens in March.") +
                    at(50, 330, "It is well-known and a well-") + at(50, 318, "known place to many peo-") + at(50, 306, "ple.")}));
    EXPECT_THAT(blocks_of(document), ElementsAre("title: A laboratory opens", "paragraph: The laboratory of the university opens in March.",
                                                 "paragraph: It is well-known and a well-known place to many people."));
    EXPECT_EQ(document.media_type, "application/pdf");
}

TEST(Pdf, KeepsTheHyphenOfAWordThatAlwaysHasOne) {
    EXPECT_EQ(read(pages({at(50, 400, "It was said by a well-") + at(50, 388, "known official, a Vice-") + at(50, 376, "president of the uni-") + at(50, 364, "versity.")})).text,
              "It was said by a well-known official, a Vice-president of the university.\n");
}

TEST(Pdf, ReadsColumnsOneAfterTheOther) {
    const Document& document =
        read(pages({at(50, 420, "Across both of the columns there is a headline", 14) + at(50, 380, "The left column begins") +
                    at(220, 380, "The right column stands") + at(50, 368, "here and it goes on.") + at(220, 368, "beside it, and it ends.")}));
    EXPECT_THAT(blocks_of(document),
                ElementsAre("title: Across both of the columns there is a headline", "paragraph: The left column begins here and it goes on.",
                            "paragraph: The right column stands beside it, and it ends."));
}

TEST(Pdf, ReadsShortCellsRowByRow) {
    const Document& document = read(pages({at(50, 400, "Li Na") + at(220, 400, "Head") + at(50, 388, "Wu Bo") + at(220, 388, "Dean")}));
    EXPECT_THAT(blocks_of(document), ElementsAre("row: Li Na\tHead", "row: Wu Bo\tDean"));
}

TEST(Pdf, KeepsLinesThatWereBrokenOnPurpose) {
    const Document& document =
        read(pages({at(50, 400, "The laboratory of the university opens in March, and") + at(50, 388, "many people come to see how it is done.") +
                    at(50, 350, "Li Na") + at(50, 338, "Head of Communications") + at(50, 326, "Eastport University")}));
    EXPECT_EQ(document.text,
              "The laboratory of the university opens in March, and many people come to see how it is done.\n\n"
              "Li Na\nHead of Communications\nEastport University\n");
}

TEST(Pdf, TellsThePageOfEachBlock) {
    static Reader reader("pdf");
    const Document& document = reader.read(pages({at(50, 450, "Bridge opens in town"), at(50, 450, "It is long."), at(50, 450, "It is wide.")}));
    std::vector<std::uint32_t> parts;
    for (const dateline_block& block : document.analysis.blocks) parts.push_back(block.source_part);
    EXPECT_THAT(parts, ElementsAre(1u, 2u, 3u));
}

TEST(Pdf, LeavesOutRunningHeadsAndPageNumbers) {
    std::vector<std::string> contents;
    for (int i = 1; i <= 3; ++i) {
        const std::string number = std::to_string(i);
        contents.push_back(at(50, 480, "Daily News of Eastport " + number) + at(50, 300, "Paragraph " + number + " is here.") +
                           at(190, 20, "Page " + number + " of 3"));
    }
    EXPECT_EQ(read(pages(contents)).text, "Paragraph 1 is here.\n\nParagraph 2 is here.\n\nParagraph 3 is here.\n");
}

// Several pages with a line at the top, the text below it, and a line at the foot.
std::string with_edges(const std::vector<std::string>& heads, int text_at, const std::vector<std::string>& feet = {}) {
    std::vector<std::string> contents;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        contents.push_back(at(50, 470, heads[i]) + at(50, text_at, std::string("Paragraph ") + "ABC"[i] + " is here.") + (feet.empty() ? "" : at(50, 20, feet[i])));
    }
    return pages(contents);
}

TEST(Pdf, KeepsADateAtTheTop) {
    EXPECT_EQ(read(with_edges({"2024-03-21"}, 440)).text, "2024-03-21\n\nParagraph A is here.\n");
    EXPECT_EQ(read(with_edges({"News"}, 440, {"2024-03-21"})).text, "News\n\nParagraph A is here.\n\n2024-03-21\n");
}

TEST(Pdf, KeepsANumberThatEndsASentence) {
    EXPECT_EQ(read(pages({at(50, 470, "The number of students in 2024 was") + at(50, 456, "12")})).text, "The number of students in 2024 was 12\n");
}

TEST(Pdf, KeepsLinesThatDifferInNumbersOtherThanThePages) {
    EXPECT_EQ(read(with_edges({"Annex 1: Statement of Li Na", "Annex 2: Statement of Li Na"}, 440)).text,
              "Annex 1: Statement of Li Na\n\nParagraph A is here.\n\nAnnex 2: Statement of Li Na\n\nParagraph B is here.\n");
    EXPECT_EQ(read(with_edges({"News 2021", "News 2024"}, 440)).text, "News 2021\n\nParagraph A is here.\n\nNews 2024\n\nParagraph B is here.\n");
}

TEST(Pdf, KeepsLinesThatStandByTheText) {
    EXPECT_EQ(read(with_edges({"This is said", "This is said", "This is said"}, 458)).text,
              "This is said Paragraph A is here.\n\nThis is said Paragraph B is here.\n\nThis is said Paragraph C is here.\n");
}

TEST(Pdf, KeepsAllOfAPageThatHasNothingElse) {
    const std::string page = at(50, 470, "Certificate of attendance for Li Na");
    EXPECT_EQ(read(pages({page, page})).text, "Certificate of attendance for Li Na\n\nCertificate of attendance for Li Na\n");
}

TEST(Pdf, LeavesOutNumbersOfSectionsAndOfThePrinterThatManyPagesHave) {
    std::vector<std::string> contents;
    std::string expected;
    for (int i = 0; i < 5; ++i) {
        const std::string letter(1, "ABCDE"[i]), number = std::to_string(7 * i + 3);
        contents.push_back(at(50, 430, "[" + number + "]") + at(50, 300, "Paragraph " + letter + " is here.") + at(50, 20, "Jkt 190069 Frm 0007" + std::to_string(i) + " Fmt 8010"));
        expected += (i == 0 ? "" : "\n\n") + ("Paragraph " + letter + " is here.");
    }
    EXPECT_EQ(read(pages(contents)).text, expected + "\n");
}

TEST(Pdf, LeavesOutNumbersThatCountThePages) {
    EXPECT_EQ(read(with_edges({"17", "18"}, 400, {"18 Daily News", "Daily News 19"})).text, "Paragraph A is here.\n\nParagraph B is here.\n");
    EXPECT_EQ(read(with_edges({"News"}, 400, {"1"})).text, "News\n\nParagraph A is here.\n");
}

TEST(Pdf, HasTitleAndAuthorInItsProperties) {
    const Document& document = read(pages({at(50, 400, "Text.")}, "/Info << /Title (News) /Author (Li Na) >> "));
    EXPECT_EQ(document.title.value, "News");
    EXPECT_EQ(document.author.value, "Li Na");
}

TEST(Pdf, WithoutTextSaysSo) {
    const Document& document = read(pages({"0 0 m 10 10 l S\n"}));
    EXPECT_EQ(document.text, "");
    EXPECT_THAT(codes_of(document), Contains("pdf.no-text"));
}

TEST(Pdf, IsRefusedByItsCause) {
    EXPECT_THAT(error_of(read("%PDF-1.4\nnothing")), HasSubstr("corrupt"));
    EXPECT_THAT(error_of(read("A text on %PDF-1.4 and what it is.")), HasSubstr("No reader knows this format"));
    const std::string encrypted =
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + std::string(32, 'a') + ") /U (" + std::string(32, 'b') + ") >> /ID [(x) (x)] ";
    EXPECT_THAT(error_of(read(pages({at(50, 400, "Text.")}, encrypted))), HasSubstr("encrypted, a password is needed"));
}

TEST(Pdf, ReadsNoMorePagesThanTheLimit) {
    const Document& document = read(pages(std::vector<std::string>(2001, at(50, 300, "Text."))));
    EXPECT_THAT(codes_of(document), Contains("pdf.limit"));
}

std::string deflated(std::size_t bytes) {
    std::string plain(bytes, ' '), packed(compressBound(plain.size()), '\0');
    uLongf size = packed.size();
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(plain.data()), plain.size());
    packed.resize(size);
    return packed;
}

TEST(Pdf, ThatUnpacksToTooMuchIsRefused) {
    const auto with_stream = [](const std::string& packed, const std::string& more) {
        return pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] >>",
                    "<< " + more + "/Length " + std::to_string(packed.size()) + " /Filter /FlateDecode >>\nstream\n" + packed + "\nendstream"});
    };
    const std::string bomb = deflated(std::size_t{70} << 20);
    EXPECT_THAT(error_of(read(with_stream(bomb, ""))), HasSubstr("a limit is exceeded: what is compressed in it unpacks to more than 64 MiB"));
    EXPECT_EQ(error_of(read(with_stream(bomb, "/Subtype /Image "))), "");
    EXPECT_EQ(error_of(read(with_stream(deflated(1000), ""))), "");
}

}  // namespace
}  // namespace dateline
