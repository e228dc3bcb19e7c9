// What a mail says, and what its text is.
#include <algorithm>

#include "read_mail.h"

namespace dateline {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string plain_part = "Content-Type: text/plain\n\nThe laboratory opens.\n";
const std::string html_part = "Content-Type: text/html\n\n<p>The <b>laboratory</b> opens.</p>";

TEST(Mail, HasMetadataInItsHeader) {
    const Document document = read(mail("Organization: Northfield Grid\nContent-Language: en-GB, fr\n", "Text.\n"));
    EXPECT_EQ(document.title.value, "Laboratory opens");
    EXPECT_EQ(document.title.rule, "mail/subject");
    EXPECT_EQ(document.author.value, "Jane Doe");
    EXPECT_EQ(document.published.value, "2024-03-05") << "the day where the sender is";
    EXPECT_EQ(document.published.rule, "mail/date");
    EXPECT_EQ(document.publisher.value, "Northfield Grid");
    EXPECT_EQ(document.language.value, "en");
    EXPECT_EQ(document.media_type, "message/rfc822");
    EXPECT_EQ(document.text, "Text.\n");
}

TEST(Mail, WithoutADateThatCanBeReadHasNone) {
    EXPECT_EQ(read("MIME-Version: 1.0\nSubject: a\nDate: soon\n\nText.\n").published.value, "");
    EXPECT_EQ(read("MIME-Version: 1.0\nSubject: a\nDate: Thu, 31 Feb 2024 09:00 GMT\n\nText.\n").published.value, "");
}

TEST(Mail, DecodesEncodedWordsInItsHeader) {
    const Document document = read(
        "From: =?UTF-8?Q?Zo=C3=AB_Marchetti?= <z@a.example>\nSubject: =?GB2312?B?wdm429DCssTBz9HQvr/Uug==?=\n =?GB2312?B?vdLFxg==?= (2)\n"
        "MIME-Version: 1.0\n\nText.\n");
    EXPECT_EQ(document.author.value, "Zoë Marchetti");
    EXPECT_EQ(document.title.value, "临港新材料研究院揭牌 (2)");
}

TEST(Mail, JoinsACharacterThatIsPartedByEncodedWords) {
    EXPECT_EQ(read("MIME-Version: 1.0\nSubject: =?utf-8?B?w6Q=?= =?utf-8?Q?=C3?= =?utf-8?Q?=A4?= x =?utf-8?q?y?=\n\nText.\n").title.value, "ää x y");
}

TEST(Mail, ReadsHeadersThatAreNotEncoded) {
    EXPECT_EQ(read("MIME-Version: 1.0\nSubject: K\xC3\xB6ln\n\nText.\n").title.value, "Köln");
    EXPECT_EQ(read("MIME-Version: 1.0\nSubject: K\xF6ln\nContent-Type: text/plain; charset=iso-8859-1\n\nText.\n").title.value, "Köln");
}

TEST(Mail, FindsTheSendersNameHoweverItIsWritten) {
    const auto author = [](const std::string& from) { return read("MIME-Version: 1.0\nFrom: " + from + "\n\nText.\n").author.value; };
    EXPECT_EQ(author("\"Doe, Jane\" <jane@a.example>, Li Na <li@a.example>"), "Doe, Jane");
    EXPECT_EQ(author("jane@a.example (Jane Doe)"), "Jane Doe");
    EXPECT_EQ(author("\"=?utf-8?q?Zo=C3=AB?=\" <z@a.example>"), "Zoë");
    EXPECT_EQ(author("Jane \"JD\" Doe <jane@a.example>"), "Jane JD Doe");
    EXPECT_EQ(author("jane@a.example"), "");
    EXPECT_EQ(author("\"jane@a.example\" <jane@a.example>"), "");
}

TEST(Mail, DecodesItsBody) {
    EXPECT_EQ(read(mail("Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=iso-8859-1\n", "dm9pbOA\n=\n")).text, "voilà");
    EXPECT_EQ(read(mail("Content-Transfer-Encoding: quoted-printable\n", "D=C3=BCss=\neldorf =\nis=20open=3F 1=2 =")).text,
              "Düsseldorf is open? 1=2 ");
    EXPECT_EQ(read(mail("Content-Type: text/plain; charset=utf-7\n", "D+APw-sseldorf\n")).text, "Düsseldorf\n");
}

TEST(Mail, SaysWhichBytesAreNoText) {
    std::string umlauts;
    for (int i = 0; i < 100; ++i) umlauts += "\xC3\xBC ";
    EXPECT_THAT(codes_of(read(mail("Content-Type: text/plain; charset=utf-8\n", "A broken \xC3 byte, " + umlauts))), Contains("mail.invalid-bytes"));
}

TEST(Mail, GivesOneOfItsAlternatives) {
    const Document document = read(mail_of("alternative", {plain_part, html_part}));
    EXPECT_EQ(document.text, "The laboratory opens.\n");
}

TEST(Mail, GivesItsHtmlWhenThePlainTextIsAStub) {
    const std::string stub = "Content-Type: text/plain\n\nSee this mail in a browser.";
    const std::string full = "Content-Type: text/html\n\n<h1>Laboratory opens</h1><p>" + std::string(300, 'x') +
                             "</p><p style='display:none'>hidden</p><ul><li>one</ul><blockquote>So she says.</blockquote>";
    EXPECT_THAT(blocks_of(read(mail_of("alternative", {stub, full}))),
                ElementsAre("heading: Laboratory opens", "paragraph: " + std::string(300, 'x'), "item: one", "quote: So she says."));
}

TEST(Mail, GivesItsHtmlWhenThePlainTextIsANote) {
    const std::string note = "Content-Type: text/plain\n\nTo view this message, please use an HTML compatible e-mail viewer.";
    const std::string full = "Content-Type: text/html\n\n<p>Li Na, Dean of Eastport College, opened the laboratory on March 21, 2024.</p>";
    EXPECT_EQ(read(mail_of("alternative", {note, full})).text, "Li Na, Dean of Eastport College, opened the laboratory on March 21, 2024.");
    const std::string links = "Content-Type: text/plain\n\nLi Na opened the laboratory: https://a.example/some/page/that/is/nowhere/else\nwww.northfield.example/unsubscribe";
    EXPECT_THAT(read(mail_of("alternative", {links, full})).text, testing::StartsWith("Li Na opened the laboratory: https"));
    const std::string chinese = "Content-Type: text/plain; charset=utf-8\n\n海川大学今天\n举行仪式。", same = "Content-Type: text/html; charset=utf-8\n\n<p>海川大学今天举行仪式。";
    EXPECT_EQ(read(mail_of("alternative", {chinese, same})).text, "海川大学今天\n举行仪式。");
}

TEST(Mail, MayEndItsLinesWithCarriageReturnsAlone) {
    std::string bytes = mail("", "Li Na, Dean of Eastport College, spoke.\nAnd that was all.\n");
    std::replace(bytes.begin(), bytes.end(), '\n', '\r');
    EXPECT_EQ(read(bytes).text, "Li Na, Dean of Eastport College, spoke.\nAnd that was all.\n");
    EXPECT_EQ(read(bytes).title.value, "Laboratory opens");
}

TEST(Mail, ThatIsNotEncodedHasItsPlaces) {
    const std::string bytes = mail("Content-Type: text/plain; charset=utf-8\n", "Grüße aus Zürich.\n\nLi Na opened it.\n");
    const Document document = read(bytes);
    ASSERT_EQ(document.analysis.blocks.size(), 2u);
    const dateline_block& block = document.analysis.blocks[1];
    EXPECT_EQ(bytes.substr(block.source_begin, block.source_end - block.source_begin), "Li Na opened it.");
}

TEST(Mail, ReadsAllPiecesOfItsText) {
    EXPECT_EQ(read(mail_of("mixed", {plain_part, html_part, "\nThe list's last line.\n"})).text,
              "The laboratory opens.\n\nThe laboratory opens.\n\nThe list's last line.");
}

TEST(Mail, TellsThePartOfEachBlock) {
    const Document document = read(mail_of("mixed", {plain_part, "Content-Type: image/png\n\nx", html_part}));
    std::vector<std::uint32_t> parts;
    for (const dateline_block& block : document.analysis.blocks) parts.push_back(block.source_part);
    EXPECT_THAT(parts, ElementsAre(1u, 3u));
}

TEST(Mail, ThatIsAFileIsItsText) {
    EXPECT_EQ(read(mail("Content-Type: text/plain; name=release.txt\nContent-Disposition: attachment\n", "Text.\n")).text, "Text.\n");
}

TEST(Mail, JoinsFlowedLines) {
    const std::string flowed = "The laboratory \nopens today.\n\n> It costs \n> little.\n\n From afar.\n-- \nJane\n";
    EXPECT_THAT(blocks_of(read(mail("Content-Type: text/plain; format=flowed\n", flowed))),
                ElementsAre("paragraph: The laboratory opens today.", "quote: It costs little.", "paragraph: From afar.", "paragraph: --",
                            "paragraph: Jane"));
    EXPECT_EQ(read(mail("Content-Type: text/plain; format=flowed; delsp=yes\n", "labora \ntory\n")).text, "laboratory\n");
}

TEST(Mail, GivesQuotesAsBlocksWithoutMarks) {
    const std::string line = "This line is as long as those are that a program wraps by itself";
    EXPECT_THAT(blocks_of(read(mail("", "Yes.\n\nLi Na wrote:\n> " + line + "\n> and goes on.\n>> Really?\nJane\n"))),
                ElementsAre("paragraph: Yes.", "paragraph: Li Na wrote:", "quote: " + line + "\nand goes on.", "quote: Really?", "paragraph: Jane"));
}

TEST(Mail, ThatIsEncryptedIsRefused) {
    const std::string armoured = "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n";
    for (const std::string& encrypted :
         {mail_of("encrypted; protocol=\"application/pgp-encrypted\"", {"Content-Type: application/pgp-encrypted\n\nVersion: 1", armoured}),
          mail("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n", "AAAA"),
          mail("", "-----BEGIN PGP MESSAGE-----\nAAAA\n")}) {
        EXPECT_THAT(error_of(read(encrypted)), HasSubstr("it is encrypted"));
    }
    const Document partly = read(mail_of("mixed", {plain_part, "Content-Type: application/pkcs7-mime; name=smime.p7m\n\nAAAA"}));
    EXPECT_EQ(partly.text, "The laboratory opens.\n");
    EXPECT_THAT(codes_of(partly), Contains("mail.encrypted"));
}

TEST(Mail, NamesWhatIsNoDocument) {
    const std::vector<Document> all =
        read_all(mail_of("mixed", {plain_part, "Content-Type: image/png; name=logo.png\n\nAAAA", "Content-Type: text/calendar\n\nBEGIN:VCALENDAR",
                                   "Content-Type: application/octet-stream; name=smime.p7s\n\nAAAA"}));
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].status, Status::complete);
    EXPECT_THAT(codes_of(all[0]), ElementsAre("mail.skipped"));
    EXPECT_THAT(all[0].diagnostics[0].message, HasSubstr("(3): logo.png, text/calendar, smime.p7s"));
}

TEST(Mail, ThatIsSignedIsReadWithoutItsSignature) {
    const Document document = read(mail_of("signed", {plain_part, "Content-Type: application/pgp-signature\n\nAAAA"}));
    EXPECT_EQ(document.text, "The laboratory opens.\n");
    EXPECT_THAT(codes_of(document), ElementsAre("mail.skipped"));
}

TEST(MailProbe, TakesWhatMailProgramsWrite) {
    for (const char* bytes : {"Subject: a\nMIME-Version: 1.0\n\nText.", "Return-Path: <a@b.example>\r\nReceived: by x\r\n\r\nText.",
                              "Content-Type: multipart/mixed; boundary=a\nMIME-Version: 1.0\n\n--a\n",
                              "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: today\n\nText."}) {
        EXPECT_EQ(read_all(bytes, "a").front().media_type, "message/rfc822") << bytes;
    }
}

TEST(MailProbe, LeavesTextsThatBeginLikeMails) {
    for (const char* bytes : {"Contact: Jane Doe\nDate: March 5, 2024\nFrom: Northfield Grid\n\nFOR IMMEDIATE RELEASE\n\nThe laboratory opens.\n",
                              "FOR IMMEDIATE RELEASE\nFrom: press@a.example\nTo: desk@b.example\nSubject: x\nDate: today\n\nText.\n",
                              "From: Jane Doe, press@northfield.example\nDate: March 5, 2024\nSubject: Laboratory opens\n\nText.\n",
                              "Subject: the laboratory\n\nText.\n", "From: press@a.example\nTo: desk@b.example\nSubject: x\nDate: today\nText.\n",
                              "Status: final\nSubject: the laboratory\nPrecedence: none\n\nText.\n", "Note: this\nis: prose\n",
                              "To: all editors\nFrom: the press office\nSubject: Opening\nDate: today\n\nText.\n"}) {
        EXPECT_EQ(read_all(bytes, "a.txt").front().media_type, "text/plain") << bytes;
    }
    EXPECT_EQ(read_all("<p>From: a@b.example<br>\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n\nText.", "a").front().media_type, "text/html");
}

TEST(MailProbe, BelievesAFilesName) {
    EXPECT_EQ(read_all("Subject: a\nno field\nOther: b\n\nText.", "a.EML").front().media_type, "message/rfc822");
    EXPECT_EQ(read_all("Just a text.", "a.eml").front().media_type, "text/plain");
}

}  // namespace
}  // namespace dateline
