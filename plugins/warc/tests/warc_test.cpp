// Web archives made here, as a run reads them: the archive's record and then one for each page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

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
using testing::StartsWith;

/// The archive first.
std::vector<Read> read(const std::string& bytes) {
    static Reader reader(std::vector<std::string>{"text", "archive", "html", "feed", "warc"});
    return reads_of(reader, bytes, "a.warc");
}

std::string record(const std::string& type, const std::string& contents, const std::string& fields = "") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + fields + "Content-Length: " + std::to_string(contents.size()) + "\r\n\r\n" + contents +
           "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "", const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string response(const std::string& address, const std::string& contents) {
    return record("response", contents,
                  "WARC-Target-URI: " + address + "\r\nWARC-Date: 2024-03-05T09:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n");
}

std::string resource(const std::string& address, const std::string& type, const std::string& contents) {
    return record("resource", contents, "WARC-Target-URI: " + address + "\r\nContent-Type: " + type + "\r\n");
}

std::string page(const std::string& text) { return "<!DOCTYPE html><p>" + text + "</p>"; }

// page("Bridge opens")
const std::string brotli = "\x1B\x21\x00\xF8\x25\x7D\xE0\xE6\x5A\x10\x45\x28\x19\x46\xD3\xB0\x8C\x3F\x0E\xD9\x36\xCB\x17\xC0\x25"s;

constexpr int gzip_bits = MAX_WBITS + 16, zlib_bits = MAX_WBITS, bare_bits = -MAX_WBITS;

std::string packed(const std::string& bytes, int bits = gzip_bits) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string chunked(const std::string& bytes) {
    return "3;name=value\r\n" + bytes.substr(0, 3) + "\r\n" +
           [&] {
               char size[20];
               std::snprintf(size, sizeof size, "%zX", bytes.size() - 3);
               return std::string(size);
           }() +
           "\r\n" + bytes.substr(3) + "\r\n0\r\n\r\n";
}

std::vector<std::string> texts(const std::vector<Read>& all) {
    std::vector<std::string> result;
    for (std::size_t i = 1; i < all.size(); ++i) result.push_back(all[i].text);
    return result;
}

TEST(Warc, GivesPagesWithTheirAddresses) {
    const std::vector<Read> all =
        read(record("warcinfo", "software: test\r\n") + response("https://example.org/1", http(page("Bridge opens"), "Content-Type: text/html\r\n")) +
             resource("<http://example.org/a.txt>", "text/plain", "Tunnel closes"));
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_EQ(all[0].media_type, "application/warc");
    EXPECT_EQ(all[0].text, "");
    EXPECT_EQ(all[1].source, "a.warc!/https://example.org/1");
    EXPECT_EQ(all[1].url, "https://example.org/1");
    EXPECT_EQ(all[1].text, "Bridge opens");
    EXPECT_EQ(all[2].url, "http://example.org/a.txt");
    EXPECT_EQ(all[2].text, "Tunnel closes");
}

TEST(Warc, MayHoldFeedsAndArchives) {
    const std::string feed = "<rss><channel><title>News</title><item><title>Bridge opens</title></item></channel></rss>";
    const std::vector<Read> all = read(response("http://example.org/feed", http(feed, "Content-Type: text/xml\r\n")) +
                                       resource("http://example.org/a.txt.gz", "", packed("Tunnel closes")));
    ASSERT_THAT(all, SizeIs(5));
    EXPECT_EQ(all[2].source, "a.warc!/http://example.org/feed!/1");
    EXPECT_EQ(all[2].text, "Bridge opens\n");
    EXPECT_EQ(all[4].text, "Tunnel closes");
}

TEST(Warc, TakesTheDayOfTheCrawlForNoDate) { EXPECT_EQ(read(response("https://example.org/1", http(page("Bridge opens"))))[1].published, ""); }

TEST(Warc, CountsWhatIsNoDocument) {
    const std::vector<Read> all = read(
        record("request", "GET / HTTP/1.1\r\n\r\n") + record("revisit", "") + response("http://example.org/1", http("Gone", "", "404 Not Found")) +
        response("http://example.org/2", http("x", "Content-Type: image/png\r\n")) +
        response("http://example.org/3", http("\x89PNG\r\n\x1A\n\0\0"s)) + response("http://example.org/4", http("", "", "301 Moved")) +
        response("http://example.org/5", http("x", "", "404 Not Found")) + resource("dns:example.org", "text/dns", "example.org 1 IN A") +
        response("http://example.org/6", http(page("Bridge opens"))));
    EXPECT_THAT(texts(all), ElementsAre("Bridge opens"));
    EXPECT_EQ(all[0].status, Status::complete);
    EXPECT_THAT(all[0].codes, ElementsAre("warc.skipped"));
    EXPECT_THAT(
        all[0].messages,
        ElementsAre(
            "Records that are no documents were skipped (8): 1 PNG, 1 image/png, 1 request, 1 revisit, 1 status 301, 2 status 404, 1 text/dns."));
}

TEST(Warc, UndoesWhatWasDoneForTheTransport) {
    const std::string text = page("Bridge opens"), chunks = "Transfer-Encoding: chunked\r\n", encoding = "content-encoding: ";
    std::string archive = response("http://example.org/0", http(chunked(text), chunks));
    archive += response("http://example.org/1", http(packed(text), encoding + "gzip\r\n"));
    archive += response("http://example.org/2", http(packed(text, zlib_bits), encoding + "deflate\r\n"));
    archive += response("http://example.org/3", http(packed(text, bare_bits), encoding + "deflate\r\n"));
    archive += response("http://example.org/4", http(brotli, encoding + "br\r\n"));
    archive += response("http://example.org/5", http(chunked(packed(packed(text))), chunks + encoding + "gzip, x-gzip\r\n"));
    const std::vector<Read> all = read(archive);
    EXPECT_THAT(texts(all), ElementsAre("Bridge opens", "Bridge opens", "Bridge opens", "Bridge opens", "Bridge opens", "Bridge opens"));
    EXPECT_THAT(all[0].codes, IsEmpty());
}

TEST(Warc, LeavesAloneWhatTheArchiveHasUndone) {
    const std::string text = page("Bridge opens");
    const std::vector<Read> all = read(response("http://example.org/0", http(text, "Transfer-Encoding: chunked\r\n")) +
                                       response("http://example.org/1", http(text, "Content-Encoding: gzip\r\n")) +
                                       response("http://example.org/2", http(text, "Content-Encoding: br\r\n")) +
                                       response("http://example.org/3", http(text, "Content-Encoding: identity, utf-8\r\n")));
    EXPECT_THAT(texts(all), ElementsAre("Bridge opens", "Bridge opens", "Bridge opens", "Bridge opens"));
    EXPECT_THAT(all[0].codes, IsEmpty());
}

TEST(Warc, NamesACompressionThatIsNotSupported) {
    const std::vector<Read> all = read(response("http://example.org/1", http("(\xB5/\xFD", "Content-Encoding: zstd\r\n")));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].status, Status::failed);
    EXPECT_THAT(all[1].messages, Contains(HasSubstr("its compression, 'zstd', is not supported")));
}

TEST(Warc, TakesTypeAndCharsetFromTheHead) {
    const std::vector<Read> all = read(response(
        "http://example.org/1", http("<p>\xEF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0</p>", "Content-Type: Text/HTML; Charset=\"windows-1251\"\r\n")));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].text, "привет, мир");
    EXPECT_EQ(all[1].media_type, "text/html");
}

TEST(Warc, MayBePackedAsAWholeOrRecordByRecord) {
    const std::string one = response("http://example.org/1", http(page("Bridge opens"))),
                      two = resource("http://example.org/2", "text/plain", "Tunnel closes");
    for (const std::string& archive : {packed(one + two), packed(one) + packed(two), packed(one) + packed("") + packed(two) + "\0\0\0"s}) {
        const std::vector<Read> all = read(archive);
        EXPECT_THAT(texts(all), ElementsAre("Bridge opens", "Tunnel closes"));
        EXPECT_EQ(all[0].reader, "warc");
        EXPECT_THAT(all[0].codes, IsEmpty());
    }
    EXPECT_EQ(read(packed("WARC/ is a format"))[0].reader, "archive");
    EXPECT_EQ(read("WARC/1.0 is a format")[0].reader, "text");
}

TEST(Warc, ReadsHeadsThatAreWrittenCarelessly) {
    const std::vector<Read> all = read(
        "WARC/1.1\nwarc-type:response\nWARC-Target-URI:\n http://example.org/1\nCONTENT-LENGTH: 48\n\nHTTP/1.0 200\nX: y\nno field\n\n<!DOCTYPE "
        "html>Hi!!!\n\n\n\n\n" +
        resource("http://example.org/2", "text/plain", "Tunnel closes"));
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_EQ(all[1].url, "http://example.org/1");
    EXPECT_THAT(all[1].text, StartsWith("Hi!!"));
}

TEST(Warc, ThatIsCutKeepsWhatCameBefore) {
    const std::string one = response("http://example.org/1", http(page("Bridge opens"))),
                      two = resource("http://example.org/2", "text/plain", "Tunnel closes in the evening");
    for (const std::string& archive : {(one + two).substr(0, one.size() + two.size() - 12), packed(one) + packed(two).substr(0, 60)}) {
        const std::vector<Read> all = read(archive);
        EXPECT_THAT(texts(all), ElementsAre("Bridge opens"));
        EXPECT_EQ(all[0].status, Status::partial);
        EXPECT_THAT(all[0].codes, ElementsAre("warc.damaged"));
        EXPECT_THAT(all[0].messages, ElementsAre(HasSubstr("it is corrupt")));
    }
}

TEST(Warc, FindsTheNextRecordBehindALengthThatLies) {
    const std::string one = response("http://example.org/1", http(page("Bridge opens"))),
                      three = resource("http://example.org/3", "text/plain", "Station closes");
    for (const char* length : {"1", "999999999", "18446744073709551615", "99999999999999999999", "-1", "many"}) {
        const std::string two = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: "s + length + "\r\n\r\nGET / HTTP/1.1\r\n\r\n\r\n\r\n";
        const std::vector<Read> all = read(one + two + three);
        EXPECT_THAT(texts(all), ElementsAre("Bridge opens", "Station closes")) << length;
        EXPECT_EQ(all[0].status, Status::partial);
        EXPECT_THAT(all[0].codes, Contains("warc.damaged"));
    }
}

TEST(Warc, TellsOfAPageThatIsNotWhole) {
    const std::string text = page("Bridge opens today, says the county council");
    const std::vector<Read> all = read(response("http://example.org/1", http(text, "Content-Length: 4000\r\n")) +
                                       response("http://example.org/2", http("1F\r\n" + text, "Transfer-Encoding: chunked\r\n")) +
                                       response("http://example.org/3", http(packed(text).substr(0, 50), "Content-Encoding: gzip\r\n")) +
                                       record("resource", text, "WARC-Target-URI: http://example.org/4\r\nWARC-Truncated: length\r\n"));
    ASSERT_THAT(all, SizeIs(5));
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_THAT(all[i].text, StartsWith("Bridge op")) << i;
    EXPECT_THAT(all[0].messages,
                ElementsAre(HasSubstr("Not all of 'http://example.org/1' was read: its end is missing"), HasSubstr("/2' was read: its end"),
                            HasSubstr("/3' was read: its end is missing, since a compressed"), HasSubstr("/4' was read: the crawler cut it off")));
}

TEST(Warc, ThatHoldsNoWholeRecordIsCorrupt) {
    const std::vector<Read> all = read("WARC/1.0\r\nWARC-Type: response\r\n");
    EXPECT_EQ(all[0].status, Status::failed);
    EXPECT_THAT(all[0].messages, ElementsAre(HasSubstr("it is corrupt: no record begins there")));
}

TEST(Warc, UnpacksNoMoreThanTheLimit) {
    const std::string bomb(std::size_t{200} << 20, ' ');
    const std::vector<Read> whole = read(packed(response("http://example.org/1", http(page("Bridge opens"))) + record("metadata", bomb)));
    EXPECT_THAT(texts(whole), ElementsAre("Bridge opens"));
    EXPECT_THAT(whole[0].messages, Contains(HasSubstr("a limit is exceeded")));
    const std::vector<Read> inner = read(response("http://example.org/1", http(packed(bomb), "Content-Encoding: gzip\r\n")));
    ASSERT_THAT(inner, SizeIs(2));
    EXPECT_THAT(inner[1].codes, ElementsAre("limit.bytes"));
}

// Time that grows with the square of the length would take minutes.
TEST(Warc, TakesTimeInProportionToItsLength) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string one = response("http://example.org/1", http(page("Bridge opens")));
    std::string marks, heads, pages, fields = "WARC/1.0\r\n";
    for (int i = 0; i < 300'000; ++i) marks += "\nWARC/1.0\nA: b\n";
    for (int i = 0; i < 100'000; ++i) heads += "WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 999999999\r\n\r\n\r\n";
    for (int i = 0; i < 1'000'000; ++i) fields += "a:\r\n";
    for (int i = 0; i < 11'000; ++i) pages += resource("http://example.org/" + std::to_string(i), "text/plain", "Hi");
    read(one + marks);
    read(one + heads);
    read(one + fields);
    read(packed(one + marks));
    const std::vector<Read> all = read(pages);
    EXPECT_THAT(all, SizeIs(10'001));
    EXPECT_THAT(all[0].codes, ElementsAre("limit.documents"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace dateline
