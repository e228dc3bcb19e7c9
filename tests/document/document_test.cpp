#include "core/document/document.h"

#include <gtest/gtest.h>

#include "core/document/digest.h"

namespace dateline {
namespace {

TEST(Digest, IsSha256InHex) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abc"), sha256("abc"));
}

TEST(Document, ForgetsEverythingWhenCleared) {
    Document document;
    for (std::string* field : {&document.source, &document.sha256, &document.reader, &document.reader_version, &document.media_type,
                               &document.charset, &document.text_sha256}) {
        field->push_back('x');
    }
    document.text = "A Title\n\nText.";
    for (Metadata* field : {&document.title, &document.language, &document.published, &document.publisher, &document.author, &document.url}) {
        *field = {"value", "rule"};
    }
    document.input_id = "x";
    document.byte_count = 3;
    document.published_begin = 1;
    document.published_end = 2;
    document.status = Status::failed;
    document.incomplete = {"people"};
    document.diagnostics.push_back({DATELINE_ERROR, "code", "message", "plugin", 1, 2});
    text::analyse(document.text, document.analysis);

    document.clear();

    for (const std::string* field : {&document.source, &document.sha256, &document.reader, &document.reader_version, &document.media_type,
                                     &document.charset, &document.text, &document.text_sha256}) {
        EXPECT_EQ(*field, "");
    }
    for (const Metadata* field : {&document.title, &document.language, &document.published, &document.publisher, &document.author, &document.url}) {
        EXPECT_EQ(field->value + field->rule, "");
    }
    EXPECT_FALSE(document.input_id);
    EXPECT_EQ(document.byte_count, 0u);
    EXPECT_FALSE(document.published_begin || document.published_end);
    EXPECT_EQ(document.status, Status::complete);
    EXPECT_TRUE(document.incomplete.empty() && document.diagnostics.empty());
    EXPECT_TRUE(document.analysis.tokens.empty() && document.analysis.blocks.empty());
}

}  // namespace
}  // namespace dateline
