// What is attached to a mail, what is in a mailbox, and pages that are saved as mails.
#include "read_mail.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string plain_part = "Content-Type: text/plain\n\nThe laboratory opens.\n";

TEST(Attachments, AreDocumentsOfTheirOwn) {
    const std::vector<Document> all = read_all(mail_of("mixed", {plain_part,
                                                                 "Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; "
                                                                 "filename=\"a b.txt\"\nContent-Transfer-Encoding: base64\n\nVGV4dC4=",
                                                                 "Content-Type: text/html; name=page.html\n\n<p>A page.</p>"}));
    EXPECT_THAT(sources_of(all), ElementsAre("release.eml", "release.eml!/a b.txt", "release.eml!/page.html"));
    EXPECT_EQ(all[0].text, "The laboratory opens.\n");
    EXPECT_EQ(all[1].text, "Text.");
    EXPECT_EQ(all[2].media_type, "text/html");
}

TEST(Attachments, HaveNamesInAnyCharset) {
    const auto source = [](const std::string& fields) { return read_all(mail_of("mixed", {fields + "\n\nText."})).back().source; };
    EXPECT_EQ(source("Content-Disposition: attachment; filename*=utf-8''M%C3%A4rz.txt"), "release.eml!/März.txt");
    EXPECT_EQ(source("Content-Disposition: attachment;\n filename*0*=iso-8859-1'de'M%E4;\n filename*1*=rz; filename*2=\".txt\""),
              "release.eml!/März.txt");
    EXPECT_EQ(source("Content-Disposition: attachment; filename=old.txt; filename*=utf-8''M%C3%A4rz.txt"), "release.eml!/März.txt");
    EXPECT_EQ(source("Content-Type: text/plain; name=\"=?utf-8?B?TcOkcnoudHh0?=\""), "release.eml!/März.txt");
    EXPECT_EQ(source("Content-Disposition: attachment; filename=\"a;\\\"b\\\".txt\""), "release.eml!/a;\"b\".txt");
    EXPECT_EQ(source("Content-Disposition: attachment"), "release.eml!/1");
}

TEST(Attachments, ThatAreMailsAreReadAsMails) {
    const std::vector<Document> all =
        read_all(mail_of("mixed", {plain_part, "Content-Type: message/rfc822\n\nFrom: Li Na <li@a.example>\nSubject: Inner\n\nInner text.\n",
                                   "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogQ29kZWQKCkNvZGVkIHRleHQu"}));
    EXPECT_THAT(sources_of(all), ElementsAre("release.eml", "release.eml!/Inner.eml", "release.eml!/Coded.eml"));
    EXPECT_EQ(all[1].author.value, "Li Na");
    EXPECT_EQ(all[1].text, "Inner text.\n");
    EXPECT_EQ(all[2].text, "Coded text.");
}

TEST(Attachments, InOtherAlternativesAreNotLost) {
    const std::string rich = multipart(
        "mixed", {"Content-Type: text/html\n\n<p>The laboratory opens.</p>", "Content-Type: text/plain; name=plan.txt\n\nThe plan."}, "inner");
    const std::vector<Document> all = read_all(mail_of("alternative", {plain_part, rich}));
    EXPECT_THAT(sources_of(all), ElementsAre("release.eml", "release.eml!/plan.txt"));
    EXPECT_EQ(all[0].text, "The laboratory opens.\n");
}

TEST(Attachments, OfADigestAreMails) {
    const std::vector<Document> all = read_all(mail_of("digest", {"\nSubject: one\n\nFirst.", "\nSubject: two\n\nSecond."}));
    EXPECT_THAT(sources_of(all), ElementsAre("release.eml", "release.eml!/one.eml", "release.eml!/two.eml"));
}

const std::string first = "From jane@a.example Tue Mar  5 09:00:00 2024\n", second = "From - Wed Mar 06 10:00:00 2024\n";

TEST(Mailboxes, HoldMails) {
    const std::vector<Document> all = read_all(first + "Subject: one\n\nFirst.\n\n" + second + "Subject: two\n\nSecond.\n", "box");
    EXPECT_THAT(sources_of(all), ElementsAre("box", "box!/1", "box!/2"));
    EXPECT_EQ(all[0].media_type, "application/mbox");
    EXPECT_EQ(all[1].title.value, "one");
    EXPECT_EQ(all[2].text, "Second.\n");
}

TEST(Mailboxes, AreNotCutInTexts) {
    const std::vector<Document> all = read_all(
        first + "Subject: one\n\nHello.\n\nFrom 9:30 on Monday, 4 March 2024, at 10:00, it is open.\n\n>From here.\n>>From there.\nline\n" + second,
        "box");
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_THAT(all[1].text, HasSubstr("\nFrom 9:30 on Monday, 4 March 2024, at 10:00, it is open."));
    EXPECT_THAT(all[1].text, HasSubstr("From here."));
    EXPECT_THAT(all[1].text, HasSubstr("From - Wed")) << "no empty line before it";
}

TEST(Mailboxes, GoByTheLengthThatAMailStates) {
    const std::string body = "Hello.\n\n" + second + "Subject: quoted\n\n";
    const std::vector<Document> all = read_all(first + "Subject: one\nContent-Length: " + std::to_string(body.size()) + "\n\n" + body + "\n" +
                                                   second + "Subject: two\nContent-Length: 999\n\nSecond.\n",
                                               "box");
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_THAT(all[1].text, HasSubstr("Subject: quoted"));
    EXPECT_EQ(all[2].text, "Second.\n");
}

const std::string page =
    "Content-Type: text/html\nContent-Location: http://a.example/news\n\n<title>Laboratory opens</title><body><p>It opens <a href=x>today</a> in "
    "Port Arlen, the county says.</p>";

TEST(SavedPages, AreThePageAndNoMail) {
    const std::vector<Document> all = read_all("From: <Saved by Blink>\nSubject: x\nDate: Tue, 5 Mar 2024 09:00:00 -0000\nMIME-Version: 1.0\n" +
                                                   multipart("related", {page, "Content-Type: image/png\nContent-Location: a.png\n\nAAAA"}),
                                               "page.mhtml");
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].media_type, "multipart/related");
    EXPECT_EQ(all[0].title.value, "Laboratory opens");
    EXPECT_EQ(all[0].url.value, "http://a.example/news");
    EXPECT_EQ(all[0].author.value, "");
    EXPECT_EQ(all[0].published.value, "") << "the day when it was saved is not that of its publication";
    EXPECT_THAT(all[0].text, HasSubstr("It opens today in Port Arlen"));
    EXPECT_THAT(codes_of(all[0]), IsEmpty());
}

TEST(SavedPages, AreNotTakenForMailsWithPictures) {
    const Document document = read(mail_of("related", {page, "Content-Type: image/png\n\nAAAA"}));
    EXPECT_EQ(document.media_type, "message/rfc822");
    EXPECT_EQ(document.author.value, "Jane Doe");
}

}  // namespace
}  // namespace dateline
