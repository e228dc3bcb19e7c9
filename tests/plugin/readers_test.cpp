#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A copy of the reader of #! that tells by what its documents are known.
std::filesystem::path with_signature(const TemporaryFolder& folder, const std::string& signature) {
    return folder.copy_plugin("markup", "markup", "\"kind\": \"reader\"", "\"kind\": \"reader\", \"signatures\": [\"" + signature + "\"]");
}

bool is_loaded(const std::filesystem::path& plugin) { return dlopen((plugin / "markup.so").c_str(), RTLD_NOW | RTLD_NOLOAD) != nullptr; }

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

TEST(Readers, NameThePartsThatAreFiles) {
    Session session({"markup"});
    ASSERT_TRUE(session.read("#!parts"));
    EXPECT_THAT(session.document.parts, ElementsAre("a.xml", "b.xml"));
    EXPECT_THAT(session.message("plugin.invalid-output"), HasSubstr("called set_metadata for 'part': the name is empty"));
    ASSERT_TRUE(session.read("#!blocks"));
    EXPECT_THAT(session.document.parts, IsEmpty());
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

TEST(Readers, WithSignaturesAreLoadedWhenADocumentHasOne) {
    const TemporaryFolder folder;
    const std::filesystem::path markup = with_signature(folder, "#!");
    Session session({}, folder.path());
    EXPECT_FALSE(session.read("nothing of the kind"));
    EXPECT_THAT(session.codes(), ElementsAre("reader.none"));
    EXPECT_FALSE(is_loaded(markup));
    EXPECT_TRUE(session.read("#!metadata"));
    EXPECT_EQ(session.document.reader, "markup");
    EXPECT_TRUE(is_loaded(markup));
}

TEST(Readers, ThatCannotBeLoadedWhenTheyAreWantedCostThatDocument) {
    const TemporaryFolder folder;
    std::filesystem::copy_file(test_plugin("nothing") / "nothing.so", with_signature(folder, "#!") / "markup.so", std::filesystem::copy_options::overwrite_existing);
    Session session({}, folder.path());
    EXPECT_THAT(session.plugins().diagnostics(), IsEmpty());
    for (int time = 0; time < 2; ++time) {
        EXPECT_FALSE(session.read("#!"));
        EXPECT_THAT(session.codes(), ElementsAre("plugin.unloadable markup", "reader.none"));
        EXPECT_THAT(session.message("plugin.unloadable"), HasSubstr("does not export dateline_plugin_v1"));
    }
    EXPECT_FALSE(session.read("nothing of the kind"));
    EXPECT_THAT(session.codes(), ElementsAre("reader.none"));
}

TEST(Readers, AreLoadedOnceByManyThreads) {
    const TemporaryFolder folder;
    with_signature(folder, "#!");
    Search search;
    search.directories.push_back(folder.path());
    const Plugins plugins(find_plugins(search));
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&plugins] {
            Instances instances(plugins);
            Document document;
            EXPECT_TRUE(instances.read("#!metadata", "test", {}, document, {}));
            EXPECT_EQ(document.reader, "markup");
        });
    }
}

TEST(Readers, NamedByAnOptionAreLoadedAtOnceAndToldOfDocumentsThatTheirSignaturesMiss) {
    const TemporaryFolder folder;
    Search search;
    search.named.push_back(with_signature(folder, "#!m"));
    const Plugins plugins(find_plugins(search));
    EXPECT_TRUE(is_loaded(search.named[0]));
    Instances instances(plugins);
    Document document;
    EXPECT_TRUE(instances.read("#!metadata", "test", {}, document, {}));
    document.clear();
    EXPECT_FALSE(instances.read("#!blocks", "test", {}, document, {}));
    ASSERT_EQ(document.diagnostics.size(), 2u);
    EXPECT_EQ(document.diagnostics[0].message, "The plugin 'markup' takes for its own what has none of its manifest's signatures in the first KiB.");
    EXPECT_EQ(document.diagnostics[1].code, "reader.none");
}

}  // namespace
}  // namespace dateline::plugin
