#include "core/plugin/signature.h"

#include <gtest/gtest.h>

namespace dateline::plugin {
namespace {

using namespace std::string_view_literals;

Manifest reader_of(std::vector<std::string> signatures) {
    Manifest reader;
    reader.kind = Manifest::Kind::reader;
    reader.media_types = {"text/x-page"};
    reader.signatures = std::move(signatures);
    return reader;
}

bool may(const Manifest& reader, std::string_view bytes, std::string_view media_type = {}) { return may_read(reader, head_of(bytes), media_type); }

TEST(Signatures, MayStandAnywhereInTheFirstKiB) {
    const Manifest reader = reader_of({"%PDF-", "\x1F\x8B"});
    EXPECT_TRUE(may(reader, "%PDF-1.7"));
    EXPECT_TRUE(may(reader, std::string(1019, 'x') + "%PDF-"));
    EXPECT_FALSE(may(reader, std::string(1020, 'x') + "%PDF-"));
    EXPECT_TRUE(may(reader, "\x1F\x8B\x08\0"sv));
    EXPECT_FALSE(may(reader, "%pdf-"));
    EXPECT_FALSE(may(reader, ""));
}

TEST(Signatures, MayStandBehindAnyAmountOfWhiteSpace) {
    const Manifest reader = reader_of({"<"});
    EXPECT_TRUE(may(reader, std::string(5000, '\n') + "<html>"));
    EXPECT_TRUE(may(reader, "\0 \0\n\0<\0h"sv));
    EXPECT_FALSE(may(reader, std::string(5000, ' ')));
}

TEST(Signatures, AreNotAskedForWithADeclaredMediaType) {
    const Manifest reader = reader_of({"<page>"});
    EXPECT_TRUE(may(reader, "plain", "text/x-page; charset=utf-8"));
    EXPECT_FALSE(may(reader, "plain", "text/plain"));
}

TEST(Signatures, AreNotNeeded) { EXPECT_TRUE(may(reader_of({}), "plain")); }

}  // namespace
}  // namespace dateline::plugin
