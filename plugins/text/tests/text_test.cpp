// The reader as a run loads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/pipeline/pipeline.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;

const Document& read(const std::string& bytes) {
    static const pipeline::Engine engine([] {
        pipeline::Options options;
        options.search.named = {BUILD_FOLDER "/lib/dateline/plugins/text"};
        return options;
    }());
    static pipeline::Worker worker(engine);
    return worker.process(bytes, "test.txt").document;
}

std::vector<std::string> messages(const Document& document) {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : document.diagnostics) {
        result.push_back(diagnostic.code + ": " + diagnostic.message);
    }
    return result;
}

TEST(Text, LeavesPlainTextAsItIs) {
    const Document& document = read("A title\n\nGrüße aus Zürich.\n");
    EXPECT_EQ(document.text, "A title\n\nGrüße aus Zürich.\n");
    EXPECT_EQ(document.charset, "UTF-8");
    EXPECT_EQ(document.media_type, "text/plain");
    EXPECT_EQ(document.sha256, document.text_sha256);
    EXPECT_THAT(document.diagnostics, IsEmpty());
}

TEST(Text, LosesItsByteOrderMarkAndOtherLineEnds) {
    EXPECT_EQ(read("\xEF\xBB\xBFOne\r\ntwo\rthree\n\r\n").text, "One\ntwo\nthree\n\n");
    EXPECT_EQ(read("\r").text, "\n");
    EXPECT_EQ(read("a\r\r\nb").text, "a\n\nb");
}

TEST(Text, OfUtf16IsRead) {
    const Document& little = read("\xFF\xFE" "H\0i\0\r\0\n\0"s);
    EXPECT_EQ(little.text, "Hi\n");
    EXPECT_EQ(little.charset, "UTF-16LE");
    EXPECT_EQ(read("\xFE\xFF\0H\0i"s).text, "Hi");
    EXPECT_EQ(read("\xFE\xFF"s).text, "");
}

TEST(Text, OfUtf32IsRead) {
    const Document& little = read("\xFF\xFE\0\0H\0\0\0\x1F\xF6\1\0\r\0\0\0\n\0\0\0"s);
    EXPECT_EQ(little.text, "H\U0001F61F\n");
    EXPECT_EQ(little.charset, "UTF-32LE");
    EXPECT_EQ(read("\0\0\xFE\xFF\0\0\0H\0\0\0i"s).text, "Hi");
}

TEST(Text, HasItsPlacesInTheBytes) {
    const auto places = [](const std::string& bytes) {
        std::vector<std::string> result;
        for (const dateline_block& block : read(bytes).analysis.blocks) result.push_back(bytes.substr(block.source_begin, block.source_end - block.source_begin));
        return result;
    };
    EXPECT_THAT(places("\xEF\xBB\xBFOne\r\n\r\ntwo.\r\n"), ElementsAre("One", "two."));
    EXPECT_THAT(places("\xFF\xFEH\0i\0\r\0\n\0"s), ElementsAre("H\0i\0"s));
    EXPECT_THAT(places("A caf\xE9 and another caf\xE9, and that was all of it.\n"), ElementsAre("A caf\xE9 and another caf\xE9, and that was all of it."));
}

TEST(Text, OfUtf16WithoutItsMarkIsRead) {
    std::string little, big;
    for (const char c : "A bridge opens in the town.\n"s) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    EXPECT_EQ(read(little).text, "A bridge opens in the town.\n");
    EXPECT_EQ(read(little).charset, "UTF-16LE");
    EXPECT_EQ(read(big).text, "A bridge opens in the town.\n");
}

TEST(Text, ThatSwitchesAlphabetsIsRead) {
    EXPECT_EQ(read("\x1B$B3X9;\x1B(B 3").text, "学校 3");
    EXPECT_EQ(read("\x1B$B3X9;\x1B(B 3").charset, "ISO-2022-JP");
    EXPECT_EQ(read("\x1B[1mbold\x1B[0m").charset, "UTF-8");
}

TEST(Text, OfAMainframeIsRead) {
    std::string text = "\xE3\x88\x85\x40\x82\x99\x89\x84\x87\x85";  // The bridge
    for (int i = 0; i < 20; ++i) text += "\x40\x96\x97\x85\x95\xA2";      // opens
    const Document& document = read(text + "\x4B\x15\xC1");
    EXPECT_THAT(document.text, testing::StartsWith("The bridge opens opens"));
    EXPECT_THAT(document.text, testing::EndsWith(" opens.\nA"));
    EXPECT_EQ(document.charset, "IBM500");
}

TEST(Text, IsInTheCharsetThatItsSenderSaysIfItFits) {
    static const pipeline::Engine engine([] {
        pipeline::Options options;
        options.search.named = {BUILD_FOLDER "/lib/dateline/plugins/text"};
        return options;
    }());
    pipeline::Worker worker(engine);
    EXPECT_EQ(worker.process("ca\xE8", {.source = "a", .charset = "windows-1250"}).document.text, "cač");
    EXPECT_EQ(worker.process("ca\xC3\xA9", {.source = "a", .charset = "windows-1250"}).document.text, "caé");
    EXPECT_EQ(worker.process("ca\xE8", {.source = "a", .charset = "no such thing"}).document.status, Status::complete);
}

TEST(Text, WithPunctuationOfWindowsAloneIsInItsCommonestCharset) { EXPECT_EQ(read("He said \x93yes\x94 to the bridge, and that was that.").charset, "WINDOWS-1252"); }

TEST(Text, ReplacesNulAndSaysSo) {
    const Document& document = read("The mayor\0 of the town opened\0 the bridge on Monday, and all was well."s);
    EXPECT_EQ(document.text, "The mayor\uFFFD of the town opened\uFFFD the bridge on Monday, and all was well.");
    EXPECT_THAT(messages(document), ElementsAre("text.nul: 2 NUL characters became U+FFFD."));
    EXPECT_EQ(document.status, Status::complete);
}

TEST(Text, ReplacesBrokenUtf8AndSaysSo) {
    const Document& document = read("\xEF\xBB\xBFOne \xC3 two");
    EXPECT_EQ(document.text, "One \uFFFD two");
    EXPECT_THAT(messages(document), ElementsAre("text.invalid-bytes: 1 byte that is no UTF-8 became U+FFFD."));
}

TEST(Text, IsNotWhatOtherFormatsAre) {
    const Document& pdf = read("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj");
    EXPECT_EQ(pdf.status, Status::failed);
    EXPECT_THAT(messages(pdf), ElementsAre("reader.none: No reader knows this format: it looks like PDF."));
    EXPECT_THAT(messages(read("<!DOCTYPE html><p>Hi")), ElementsAre("reader.none: No reader knows this format: it looks like HTML, and no reader for it is loaded."));
    EXPECT_THAT(messages(read("\x01\x02\x03\x04\x05")), ElementsAre("reader.none: No reader knows this format: it is no text: too many of its bytes are control characters."));
    EXPECT_EQ(read("\xFF\xFE\x01\0\x02\0\x03\0"s).status, Status::failed);
}

TEST(Text, MayBeEmpty) {
    const Document& document = read("");
    EXPECT_EQ(document.status, Status::complete);
    EXPECT_THAT(messages(document), ElementsAre("text.empty: The document has no text."));
    EXPECT_THAT(messages(read(" \r\n\t\n")), ElementsAre("text.empty: The document has no text."));
}

}  // namespace
}  // namespace dateline
