#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Readers, ReadTextBlocksAndMetadata) {
    Session session({"markup"});
    ASSERT_TRUE(session.read("#!metadata"));
    const Document& document = session.document;
    EXPECT_EQ(document.text, "First line\nna\u0301ive line\n");
    EXPECT_EQ(document.reader, "markup");
    EXPECT_EQ(document.reader_version, "1.0.0");
    EXPECT_EQ(document.media_type, "text/x-test");
    EXPECT_EQ(document.title.value, "A title");
    EXPECT_EQ(document.title.rule, "markup/title");
    EXPECT_EQ(document.published.value, "2024-02-03");
    EXPECT_FALSE(document.published_begin);
}

TEST(Readers, DropWhatBreaksTheRules) {
    Session session({"markup"});
    ASSERT_TRUE(session.read("#!metadata"));
    EXPECT_EQ(session.document.author.value, "");
    EXPECT_EQ(session.document.publisher.value, "");
    EXPECT_THAT(session.codes(), ElementsAre("plugin.invalid-output markup", "plugin.invalid-output markup", "plugin.invalid-output markup",
                                             "markup.odd markup", "markup.away markup", "plugin.invalid-output markup"));
    EXPECT_EQ(session.document.diagnostics[3].end, 5u);
    EXPECT_FALSE(session.document.diagnostics[4].end);
    ASSERT_TRUE(session.read("#!dates"));
    EXPECT_THAT(session.message("plugin.invalid-output"), HasSubstr("no date as records write it (EDTF): 'soon'"));
    EXPECT_EQ(session.document.published.value, "");
}

TEST(Readers, KeepOnlyBlocksThatCanBe) {
    Session session({"markup"});
    ASSERT_TRUE(session.read("#!blocks"));
    const auto& blocks = session.document.analysis.blocks;
    ASSERT_EQ(blocks.size(), 2u);
    EXPECT_EQ(blocks[0].end, 10u);
    EXPECT_EQ(blocks[0].kind, static_cast<std::uint32_t>(DATELINE_BLOCK_HEADING));
    EXPECT_EQ(blocks[0].first_sentence, 0u);
    EXPECT_EQ(blocks[1].begin, 16u);
    EXPECT_EQ(session.codes().size(), 4u);
    EXPECT_THAT(session.message("plugin.invalid-output"), HasSubstr("The plugin 'markup' called add_block: the block of bytes 5 to 12"));
}

TEST(Readers, RefuseTextThatIsNone) {
    Session session({"markup"});
    for (const auto& [bytes, problem] : {std::pair("#!invalid", "what it gave is no UTF-8 at byte 24"), std::pair("#!nul", "holds NUL or CR"),
                                         std::pair("#!return", "holds NUL or CR"), std::pair("#!throw", "the markup is broken")}) {
        EXPECT_FALSE(session.read(bytes)) << bytes;
        EXPECT_THAT(session.codes(), ElementsAre("reader.failed markup")) << bytes;
        EXPECT_THAT(session.message("reader.failed"), HasSubstr(problem));
        EXPECT_EQ(session.document.status, Status::failed);
        EXPECT_EQ(session.document.diagnostics[0].severity, DATELINE_ERROR);
        EXPECT_EQ(session.document.text, "");
    }
}

TEST(Readers, StopAReaderThatMakesTooMuchOfTheBytes) {
    Session session({"markup"});
    session.limits.max_bytes = 1000;
    EXPECT_FALSE(session.read("#!long"));
    EXPECT_EQ(session.message("reader.failed"), "The text could not be read: the text is larger than 4000 bytes.");
}

TEST(Readers, SayWhatAFormatIsThatNobodyReads) {
    Session session({"markup"});
    EXPECT_FALSE(session.read("#!not-mine"));
    EXPECT_EQ(session.message("reader.none"), "No reader knows this format: it looks like a joke.");
    EXPECT_EQ(session.document.reader, "");
    EXPECT_FALSE(session.read("anything else"));
    EXPECT_EQ(session.message("reader.none"), "No reader knows this format.");
    EXPECT_FALSE(session.read("#!probe"));
    EXPECT_THAT(session.codes(), ElementsAre("reader.none"));
}

TEST(Readers, AreTriedInTurn) {
    const TemporaryFolder folder;
    std::filesystem::create_directory_symlink(BUILD_FOLDER "/lib/dateline/plugins/text", folder.path() / "text");
    Session session({"markup"}, folder.path());
    ASSERT_TRUE(session.read("#!not-mine\r\n"));
    EXPECT_EQ(session.document.reader, "text");
    EXPECT_EQ(session.document.text, "#!not-mine\n");
    EXPECT_EQ(session.document.media_type, "text/plain");
    ASSERT_TRUE(session.read("#!"));
    EXPECT_EQ(session.document.reader, "markup");
}

}  // namespace
}  // namespace dateline::plugin
