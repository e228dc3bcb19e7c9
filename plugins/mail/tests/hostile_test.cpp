// Mails that are broken, or made to be slow or large.
#include <chrono>

#include "read_mail.h"

namespace dateline {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string separator = "From a Tue Mar  5 09:00:00 2024\n";

std::string repeated(const std::string& piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

TEST(HostileMail, LosesOnlyTheLinesThatAreNoField) {
    const Document document = read("Subject: a\nThis is none\nMIME-Version: 1.0\n\nText.\n");
    EXPECT_EQ(document.title.value, "a");
    EXPECT_EQ(document.text, "Text.\n");
    EXPECT_THAT(codes_of(document), ElementsAre("mail.strange-lines"));
}

TEST(HostileMail, MayLackTheLineBetweenHeaderAndText) {
    const Document document = read_all("MIME-Version: 1.0\nSubject: a\nThis is the text.\n").front();
    EXPECT_EQ(document.title.value, "a");
    EXPECT_EQ(document.text, "This is the text.\n");
    EXPECT_THAT(codes_of(document), IsEmpty());
}

TEST(HostileMail, IsReadWithoutItsBoundaries) {
    const Document none = read(mail("Content-Type: multipart/mixed; boundary=edge\n", "Text.\n"));
    EXPECT_EQ(none.text, "Text.\n");
    EXPECT_THAT(codes_of(none), Contains("mail.boundary"));
    const Document unnamed = read(mail("Content-Type: multipart/mixed\n", "Text.\n"));
    EXPECT_EQ(unnamed.text, "Text.\n");
    const Document cut =
        read(mail("Content-Type: multipart/mixed; boundary=edge\n", "--edge\n\nText.\n--edge\nContent-Type: text/plain; name=a.txt\n\nAttach"));
    EXPECT_EQ(cut.text, "Text.");
    EXPECT_THAT(codes_of(cut), ElementsAre("mail.boundary"));
}

TEST(HostileMail, TellsABoundaryFromALongerOne) {
    const std::string inner = multipart("alternative", {"\nText.\n", "Content-Type: text/html\n\n<p>Text.</p>"}, "edge-1");
    const Document document = read(mail_of("mixed", {inner, "\nMore.\n"}));
    EXPECT_EQ(document.text, "Text.\n\nMore.");
    EXPECT_THAT(codes_of(document), IsEmpty());
}

TEST(HostileMail, WithTenThousandPartsIsReadToTheLimit) {
    std::vector<std::string> parts(10'100, "Content-Type: text/plain; name=a.txt\n\nText.");
    const std::vector<Document> all = read_all(mail_of("mixed", parts));
    EXPECT_THAT(all, SizeIs(10'001));
    EXPECT_EQ(all[0].status, Status::partial);
    EXPECT_THAT(codes_of(all[0]), Contains("mail.limit"));
    EXPECT_EQ(all.back().source, "release.eml!/a.txt#10000");
}

TEST(HostileMail, NestedAThousandDeepNamesTheLimit) {
    std::string bytes = "Subject: deep\nMIME-Version: 1.0\n";
    for (int depth = 0; depth < 1000; ++depth) {
        const std::string edge = "edge" + std::to_string(depth);
        bytes += "Content-Type: multipart/mixed; boundary=" + edge + "\n\n--" + edge + "\n";
    }
    const Document document = read(bytes + "\nThe deepest.\n");
    EXPECT_EQ(document.status, Status::partial);
    EXPECT_THAT(codes_of(document), Contains("mail.limit"));
}

TEST(HostileMail, OfMailsInMailsNamesTheLimit) {
    const std::vector<Document> all =
        read_all(repeated("Subject: a\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", 200) + "Subject: b\n\nText.\n");
    EXPECT_LE(all.size(), 20u);
    EXPECT_THAT(error_of(all.back()), HasSubstr("limit"));
}

TEST(HostileMail, DecodesWhatIsLeftOfGarbage) {
    EXPECT_EQ(read(mail("Content-Transfer-Encoding: base64\n", "%%%VG\x01Vz\n*dC4\n====\n")).text, "Test.") << "what is no base64 is passed over";
    EXPECT_EQ(read(mail("Content-Transfer-Encoding: quoted-printable\n", "a=ZZ=4=\t \n=")).text, "a=ZZ=4");
    EXPECT_EQ(read(mail("Content-Type: /;;;=;*=;*0*='';charset\nContent-Transfer-Encoding: ?\n", "Text.\n")).text, "Text.\n");
    EXPECT_EQ(read("Subject: =?x?B?AAAA =?utf-8?Z?a?= =?utf-8?Q?=\nMIME-Version: 1.0\n\nText.\n").title.value,
              "=?x?B?AAAA =?utf-8?Z?a?= =?utf-8?Q?=");
}

TEST(HostileMail, NamesNothingThatIsNoText) {
    const std::string name(3000, 'x');
    const std::vector<Document> all =
        read_all(mail_of("mixed", {"Content-Type: image/\xFF\n\nText.", "Content-Type: image/png; name=\"a\x01\xFF\n " + name + "\"\n\nAAAA"}));
    EXPECT_EQ(all[0].text, "Text.") << "what is no media type is not believed";
    EXPECT_THAT(codes_of(all[0]), ElementsAre("mail.skipped"));
    EXPECT_LT(all[0].diagnostics[0].message.size(), 400u);
}

TEST(HostileMail, MayHoldNulls) {
    const std::string bytes = std::string("Subject: a\0b\nMIME-Version: 1.0\nFrom: J\0 <a@b>\n\nTe\0xt.\n", 55);
    const Document document = read(bytes);
    EXPECT_EQ(document.title.value, "ab");
    EXPECT_EQ(document.text, "Text.\n");
}

// Each is a megabyte or more, which takes seconds when time grows with the square.
TEST(HostileMail, IsReadInLinearTime) {
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t many = 200'000;
    const std::string start = "MIME-Version: 1.0\nSubject: a\n";
    for (const std::string& bytes :
         {start + repeated("X-A: b\n", many) + "\nText.", start + "X:" + repeated(" b\n", many) + "\nText.",
          start + "Subject: " + repeated("=?utf-8?q?a?= ", many) + "\n\nText.",
          start + "From: " + repeated("(", many) + repeated("a:", many) + "\n\nText.",
          start + "Content-Type: text/plain" + repeated("; a=b", many) + "\n\nText.",
          start + "Content-Type: text/plain" + repeated("; a*1*=''b", many) + "\n\nText.",
          start + "Content-Type: multipart/mixed; boundary=e\n\n" + repeated("--e\n", many),
          start + "Content-Type: multipart/mixed; boundary=e\n\n" + repeated("--ee\n", many),
          start + "Content-Type: multipart/mixed; boundary=" + repeated("-", 10'000) + "a\n\n" + repeated("-", many * 5),
          start + repeated("=?", many), separator + repeated("Subject: a\nContent-Length: 1000\n\n" + separator, 1000) + repeated("\n", many)}) {
        read_all(bytes);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60)) << "a machine may be busy, and a sanitizer slow";
}

}  // namespace
}  // namespace dateline
