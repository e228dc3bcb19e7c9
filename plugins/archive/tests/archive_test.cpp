// Archives made here, as a run reads them.
#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugins/archive/formats.h"
#include "plugins/archive/names.h"
#include "plugins/archive/streams.h"
#include "tests/support/read_document.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct File {
    std::string name, bytes;
    unsigned type = AE_IFREG;
    std::string link = {};
};

using Format = int (*)(archive*);

// Nothing is compressed unless there is a filter.
std::string packed(const std::vector<File>& files, Format format, Format filter = archive_write_add_filter_none) {
    std::string bytes(std::size_t{4} << 20, '\0');
    std::size_t used = 0;
    archive* written = archive_write_new();
    format(written);
    filter(written);
    archive_write_set_format_option(written, "zip", "compression", "store");
    archive_write_set_bytes_in_last_block(written, 1);
    archive_write_open_memory(written, bytes.data(), bytes.size(), &used);
    for (const File& file : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, file.name.c_str());
        archive_entry_set_filetype(entry, file.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(file.bytes.size()));
        if (!file.link.empty()) archive_entry_set_symlink(entry, file.link.c_str());
        archive_write_header(written, entry);
        archive_write_data(written, file.bytes.data(), file.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_free(written);
    bytes.resize(used);
    return bytes;
}

std::string zip(const std::vector<File>& files) { return packed(files, archive_write_set_format_zip); }
std::string tar(const std::vector<File>& files, Format filter = archive_write_add_filter_none) { return packed(files, archive_write_set_format_ustar, filter); }
std::string compressed(const std::string& bytes, Format filter) { return packed({{"file", bytes}}, archive_write_set_format_raw, filter); }

// "test!/april.txt: its text", one for each document; of one that failed its message in brackets.
std::vector<std::string> read(const std::string& bytes) {
    static Reader reader(std::vector<std::string>{"archive", "text"});
    std::vector<std::string> result;
    for (const Document& document : reader.read_all(bytes)) {
        const std::string text = document.text.substr(0, document.text.find('\n'));
        result.push_back(document.source + ": " + (document.status == Status::failed ? "[" + error_of(document) + "]" : text));
    }
    return result;
}

Document outer(const std::string& bytes) {
    static Reader reader(std::vector<std::string>{"archive", "text"});
    return reader.read(bytes);
}

const std::vector<File> two = {{"april.txt", "Bridge opens\n"}, {"folder", "", AE_IFDIR}, {"folder/mai.txt", "Brücke fällt\n"}};

TEST(Archive, GivesEachFileAsADocument) {
    for (const std::string& bytes : {zip(two), tar(two), tar(two, archive_write_add_filter_gzip), tar(two, archive_write_add_filter_xz), tar(two, archive_write_add_filter_bzip2),
                                     tar(two, archive_write_add_filter_zstd), packed(two, archive_write_set_format_7zip), packed(two, archive_write_set_format_gnutar)}) {
        EXPECT_THAT(read(bytes), ElementsAre("test: ", "test!/april.txt: Bridge opens", "test!/folder/mai.txt: Brücke fällt"));
    }
    EXPECT_EQ(outer(zip(two)).media_type, "application/zip");
    EXPECT_THAT(codes_of(outer(zip(two))), IsEmpty());
}

TEST(Archive, OfArchivesIsWalked) {
    EXPECT_THAT(read(tar({{"a.zip", zip({{"b.tgz", tar(two, archive_write_add_filter_gzip)}})}})),
                ElementsAre("test: ", "test!/a.zip: ", "test!/a.zip!/b.tgz: ", "test!/a.zip!/b.tgz!/april.txt: Bridge opens", "test!/a.zip!/b.tgz!/folder/mai.txt: Brücke fällt"));
}

TEST(Archive, ACompressedFileHoldsOneDocument) {
    EXPECT_THAT(read(compressed("Bridge opens\n", archive_write_add_filter_gzip)), ElementsAre("test: ", "test!/1: Bridge opens"));
    EXPECT_THAT(read(compressed("Bridge opens\n", archive_write_add_filter_xz)), ElementsAre("test: ", "test!/1: Bridge opens"));
    EXPECT_EQ(archive_reader::name_inside("inbox/release.txt.gz"), "release.txt");
    EXPECT_EQ(archive_reader::name_inside("inbox/release"), "");
    EXPECT_EQ(archive_reader::name_inside(".gz"), "");
}

TEST(Archive, SkipsWhatIsNoFileAndSaysSo) {
    const std::string bytes = tar({{"link", "", AE_IFLNK, "/etc/passwd"}, {"pipe", "", AE_IFIFO}, {"._april.txt", "x"}, {"april.txt", "Bridge opens\n"}});
    EXPECT_THAT(read(bytes), ElementsAre("test: ", "test!/april.txt: Bridge opens"));
    EXPECT_THAT(codes_of(outer(bytes)), ElementsAre("archive.skipped"));
    EXPECT_THAT(outer(bytes).diagnostics.back().message, HasSubstr("(3): link, pipe, ._april.txt."));
}

TEST(Archive, SkipsPicturesAndSaysSo) {
    const std::string bytes = zip({{"logo.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s}, {"april.txt", "Bridge opens\n"}, {"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}});
    EXPECT_THAT(read(bytes), ElementsAre("test: ", "test!/april.txt: Bridge opens", HasSubstr("test!/old.doc: [No reader knows")));
    EXPECT_THAT(codes_of(outer(bytes)), ElementsAre("archive.skipped"));
    EXPECT_THAT(outer(bytes).diagnostics.back().message, HasSubstr("(1): logo.png."));
}

TEST(Archive, CutOffGivesWhatCameBefore) {
    const std::string whole = tar({{"april.txt", "Bridge opens\n"}, {"mai.txt", std::string(2000, 'x')}});
    const Document document = outer(whole.substr(0, 1024 + 512 + 100));
    EXPECT_EQ(document.status, Status::partial);
    EXPECT_THAT(codes_of(document), ElementsAre("archive.damaged"));
    EXPECT_THAT(read(whole.substr(0, 1024 + 512 + 100)),
                ElementsAre("test: ", "test!/april.txt: Bridge opens", HasSubstr("test!/mai.txt: [The document could not be taken out of the one that it is in: it is corrupt or cut off")));
}

TEST(Archive, ThatNothingCanBeTakenOutOfFails) {
    EXPECT_THAT(read(zip(two).substr(0, 10)), ElementsAre(HasSubstr("test: [The text could not be read: it is corrupt")));
    EXPECT_THAT(read(compressed(std::string(5000, 'x'), archive_write_add_filter_gzip).substr(0, 20)), ElementsAre(HasSubstr("[The text could not be read: it is corrupt or cut off")));
    std::string broken = tar(two);
    broken.replace(124, 12, "77777777777\0"s);  // a size
    EXPECT_THAT(read(broken), ElementsAre(HasSubstr("[The text could not be read: it is corrupt")));
}

TEST(Archive, WithAWrongChecksumIsDoubtful) {
    std::string bytes = zip({{"april.txt", "Bridge opens\n"}});
    bytes[bytes.find("Bridge")] = 'F';
    EXPECT_THAT(read(bytes), ElementsAre("test: ", "test!/april.txt: Fridge opens"));
    EXPECT_THAT(codes_of(outer(bytes)), ElementsAre("archive.doubtful"));
}

TEST(Archive, TellsOfEntriesThatItsListHidesOneBehindAnother) {
    std::string bytes = zip({{"april.txt", "Bridge opens\n"}});
    bytes[bytes.rfind("PK\x05\x06") + 10] = '\x09';
    EXPECT_THAT(codes_of(outer(bytes)), ElementsAre("archive.damaged"));
    EXPECT_THAT(outer(bytes).diagnostics.back().message, HasSubstr("its list names 9 files, of which 1 can be told apart"));
}

TEST(Archive, OfSeveralJoinedByCatGivesTheFilesOfAll) {
    const std::vector<File> april = {{"april.txt", "Bridge opens\n"}}, may = {{"mai.txt", "Bridge falls\n"}};
    const auto all = ElementsAre("test: ", "test!/april.txt: Bridge opens", "test!/mai.txt: Bridge falls");
    EXPECT_THAT(read(tar(april) + tar(may)), all);
    EXPECT_THAT(read(zip(april) + zip(may)), all);
    for (const Format filter : {archive_write_add_filter_gzip, archive_write_add_filter_bzip2, archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
        EXPECT_THAT(read(tar(april, filter) + tar(may, filter)), all);
        EXPECT_THAT(read(compressed(tar(april) + tar(may), filter)), all);
    }
    EXPECT_THAT(codes_of(outer(tar(april, archive_write_add_filter_gzip) + tar(may, archive_write_add_filter_gzip))), IsEmpty());
    EXPECT_THAT(codes_of(outer(zip(april) + zip(may))), IsEmpty());
}

TEST(Archive, WithALostHeaderGivesTheFilesBehindIt) {
    std::string bytes = tar({{"april.txt", "Bridge opens\n"}, {"mai.txt", "Bridge falls\n"}, {"june.txt", "Bridge opens again\n"}});
    bytes.replace(1024, 512, 512, '\0');
    for (const std::string& damaged : {bytes, compressed(bytes, archive_write_add_filter_gzip)}) {
        EXPECT_THAT(read(damaged), ElementsAre("test: ", "test!/april.txt: Bridge opens", "test!/june.txt: Bridge opens again"));
        EXPECT_THAT(codes_of(outer(damaged)), ElementsAre("archive.damaged"));
        EXPECT_EQ(outer(damaged).status, Status::partial);
    }
}

TEST(Archive, TellsWhatStandsBehindItsEnd) {
    const auto text = [](Format filter) { return compressed("Bridge opens\n", filter); };
    for (const Format filter : {archive_write_add_filter_gzip, archive_write_add_filter_bzip2, archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
        for (const std::string& garbage : {"garbage, and more of it"s, "YZ"s, "(\xB5"s}) {
            EXPECT_THAT(read(text(filter) + garbage), ElementsAre("test: ", "test!/1: Bridge opens"));
            EXPECT_THAT(codes_of(outer(text(filter) + garbage)), ElementsAre("archive.damaged"));
            EXPECT_THAT(outer(text(filter) + garbage).diagnostics.back().message, HasSubstr("was not read: " + std::to_string(garbage.size()) + " bytes."));
        }
        EXPECT_THAT(read(tar(two, filter) + "garbage"), ElementsAre("test: ", "test!/april.txt: Bridge opens", "test!/folder/mai.txt: Brücke fällt"));
        EXPECT_THAT(codes_of(outer(text(filter))), IsEmpty());
    }
    EXPECT_THAT(codes_of(outer(text(archive_write_add_filter_gzip) + std::string(500, '\0'))), IsEmpty());
}

TEST(Streams, EndWhereTheirFramesDo) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += std::to_string(i * 7919 % 100003);
    for (const Format filter : {archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
        const std::string one = compressed(text, filter), again = compressed(one, filter);
        for (const std::string& bytes : {one, one + one, again, compressed(std::string(1 << 20, 'x'), filter)}) {
            EXPECT_EQ(archive_reader::end_of_streams(bytes), bytes.size());
            EXPECT_EQ(archive_reader::end_of_streams(bytes + "garbage"), bytes.size());
        }
        EXPECT_EQ(archive_reader::end_of_streams(one.substr(0, 1000)), 1000u) << "what is cut off has no end";
        for (std::size_t size = 0; size < 100; ++size) EXPECT_LE(archive_reader::end_of_streams(one.substr(0, size)), size);
    }
    EXPECT_EQ(archive_reader::end_of_streams("\x28\xB5\x2F\xFD"), 4u);
    EXPECT_EQ(archive_reader::end_of_streams("\x1F\x8B\x08 and so on"), 13u);
}

TEST(Archive, ACompressedFileThatIsCutOffGivesWhatCameBefore) {
    std::string text;
    for (int i = 0; i < 40000; ++i) text += std::to_string(i * 7919 % 100003) + (i % 9 == 8 ? "\n" : " ");
    const std::string bytes = compressed(text, archive_write_add_filter_gzip), half = bytes.substr(0, bytes.size() / 2);
    EXPECT_THAT(read(half), ElementsAre("test: ", "test!/1: 0 7919 15838 23757 31676 39595 47514 55433 63352"));
    EXPECT_THAT(codes_of(outer(half)), ElementsAre("archive.damaged"));
}

TEST(Archive, AGzipFileThatIsCutOffOrDamagedGivesAllThatCameBefore) {
    const std::string bytes = compressed("Bridge opens\nand falls, said Li Na, who was there when it was built.\n", archive_write_add_filter_gzip);
    EXPECT_THAT(read(bytes.substr(0, bytes.size() - 9)), ElementsAre("test: ", "test!/1: Bridge opens"));
    EXPECT_THAT(outer(bytes.substr(0, bytes.size() - 9)).diagnostics.back().message, HasSubstr("truncated gzip input"));
    std::string wrong = bytes;
    wrong[wrong.size() - 8] ^= 1;  // the sum
    EXPECT_THAT(read(wrong), ElementsAre("test: ", "test!/1: Bridge opens"));
    EXPECT_THAT(codes_of(outer(wrong)), ElementsAre("archive.damaged"));

    const std::string whole = tar({{"april.txt", "Bridge opens\n"}, {"mai.txt", "Bridge falls\n"}}, archive_write_add_filter_gzip);
    EXPECT_THAT(read(whole.substr(0, whole.size() - 4)), ElementsAre("test: ", "test!/april.txt: Bridge opens", "test!/mai.txt: Bridge falls"));
    EXPECT_THAT(codes_of(outer(whole.substr(0, whole.size() - 4))), ElementsAre("archive.damaged"));
}

TEST(Archive, ACompressedFileMayBeEmpty) {
    EXPECT_THAT(read(compressed("", archive_write_add_filter_gzip)), ElementsAre("test: ", "test!/1: "));
}

TEST(Archive, ACompressedTextMayBeginLikeAnArchive) {
    EXPECT_THAT(read(compressed(std::string(1024, '\0') + std::string(4000, 'x') + "\n", archive_write_add_filter_gzip)), ElementsAre("test: ", HasSubstr("test!/1: ")));
    EXPECT_THAT(read(compressed(std::string(10240, '\0'), archive_write_add_filter_gzip)), ElementsAre("test: "));
    EXPECT_THAT(read(compressed(std::string(std::size_t{9} << 20, '\0'), archive_write_add_filter_gzip)), ElementsAre("test: ", HasSubstr("[The document has more bytes than the limit")))
        << "nobody has seen the rest of it";
}

TEST(Archive, ThatUnpacksWithoutEndIsStopped) {
    const std::string zeros = compressed(std::string(std::size_t{3} << 20, '\0'), archive_write_add_filter_zstd);
    std::string bomb = tar({{"april.txt", "Bridge opens\n"}}, archive_write_add_filter_zstd);
    for (int i = 0; i < 100; ++i) bomb += zeros;
    EXPECT_THAT(read(bomb), ElementsAre("test: ", "test!/april.txt: Bridge opens"));
    EXPECT_THAT(codes_of(outer(bomb)), ElementsAre("archive.damaged"));
    EXPECT_THAT(outer(bomb).diagnostics.back().message, HasSubstr("a limit is exceeded: it unpacks to more than 128 times its size"));
}

TEST(Archive, LeavesDocumentsThatAreZipFilesToTheirReaders) {
    EXPECT_THAT(read(zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<x/>"}})), ElementsAre(HasSubstr("[No reader knows this format: it looks like DOCX")));
    EXPECT_THAT(read(zip({{"mimetype", "application/epub+zip"}})), ElementsAre(HasSubstr("EPUB")));
}

TEST(Archive, MayHoldDocumentsThatAreZipFiles) {
    const std::string docx = zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<x/>"}});
    EXPECT_THAT(read(zip({{"april.docx", docx}, {"mai.txt", "Bridge opens\n"}})), ElementsAre("test: ", HasSubstr("test!/april.docx: [No reader"), "test!/mai.txt: Bridge opens"));
}

TEST(ArchiveName, OfAnOldProgramIsRead) {
    using archive_reader::utf8_name, archive_reader::Writer;
    EXPECT_EQ(utf8_name("Grüße.txt", Writer::dos), "Grüße.txt");
    EXPECT_EQ(utf8_name("Gr\x81\xE1""e.txt", Writer::dos), "Grüße.txt");
    EXPECT_EQ(utf8_name("Gr\xFC\xDF""e.txt", Writer::unix), "Grüße.txt");
    EXPECT_FALSE(utf8_name("\xFF\xFE\x80", Writer::dos).empty());
    EXPECT_FALSE(utf8_name("\x81\x8D", Writer::unix).empty());
}

TEST(ArchiveName, OfATarIsThatOfUnix) {
    EXPECT_THAT(read(tar({{"caf\xE9.txt", "Bridge opens\n"}})), ElementsAre("test: ", "test!/café.txt: Bridge opens"));
    EXPECT_THAT(read(zip({{"caf\x82.txt", "Bridge opens\n"}})), ElementsAre("test: ", "test!/café.txt: Bridge opens"));
}

TEST(ArchiveFormat, IsNotSeenInText) {
    EXPECT_TRUE(archive_reader::format_of("BZh is an abbreviation").media_type.empty());
    EXPECT_TRUE(archive_reader::format_of(std::string(600, ' ')).media_type.empty());
    EXPECT_TRUE(archive_reader::format_of("").media_type.empty());
}

}  // namespace
}  // namespace dateline
