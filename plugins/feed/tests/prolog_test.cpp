#include "plugins/feed/prolog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dateline/plugin.hpp"

namespace feed {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string refusal_of(std::string_view document_type) {
    try {
        refuse_entities(document_type);
    } catch (const dateline::Error& error) {
        return error.what();
    }
    return {};
}

TEST(FeedProlog, IsAllBeforeTheFirstElement) {
    const Prolog prolog = prolog_of(
        "<?xml version='1.0' encoding='gb2312'?>\n<!-- <a> --><?style <b> ?><!DOCTYPE rss [<!ENTITY x \">\">]>\n<x:rss version='2.0'><channel>");
    EXPECT_EQ(declared_charset(prolog), "gb2312");
    EXPECT_EQ(prolog.document_type, "<!DOCTYPE rss [<!ENTITY x \">\">]>");
    EXPECT_THAT(std::string(prolog.root), StartsWith("<x:rss version"));
    EXPECT_EQ(root_name(prolog), "rss");
    EXPECT_FALSE(prolog.declaration_comes_late);
}

TEST(FeedProlog, MayBeCutAnywhere) {
    const std::string whole = "<!-- a --><?xml version='1.0' encoding='x'?><!DOCTYPE rss [<!ENTITY x '&y;'>]><rss a='b'>";
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        const Prolog prolog = prolog_of(std::string_view(whole).substr(0, length));
        declared_charset(prolog);
        root_name(prolog);
        refusal_of(prolog.document_type);
    }
    EXPECT_TRUE(prolog_of(whole).declaration_comes_late);
}

TEST(FeedProlog, RefusesEntitiesOutOfEntitiesAndFiles) {
    EXPECT_THAT(refusal_of("<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]>"), HasSubstr("limit"));
    EXPECT_THAT(refusal_of("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"), HasSubstr("corrupt: it names a file outside"));
    EXPECT_THAT(refusal_of("<!DOCTYPE a [<!ENTITY % b PUBLIC 'x' 'http://example.org/'>]>"), HasSubstr("never opened"));
}

TEST(FeedProlog, AllowsADocumentTypeThatDoesNoHarm) {
    EXPECT_EQ(refusal_of("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://example.org/rss-0.91.dtd'>"), "");
    EXPECT_EQ(refusal_of("<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]>"), "");
}

}  // namespace
}  // namespace feed
