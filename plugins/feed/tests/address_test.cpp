#include "plugins/feed/address.h"

#include <gtest/gtest.h>

namespace feed {
namespace {

TEST(FeedAddress, GoesByItsBase) {
    const char* base = "http://example.org/a/b/c?q=1#part";
    EXPECT_EQ(resolved(base, "d"), "http://example.org/a/b/d");
    EXPECT_EQ(resolved(base, "./d?x=../y"), "http://example.org/a/b/d?x=../y");
    EXPECT_EQ(resolved(base, "../../../d"), "http://example.org/d");
    EXPECT_EQ(resolved(base, ".."), "http://example.org/a/");
    EXPECT_EQ(resolved(base, "/d"), "http://example.org/d");
    EXPECT_EQ(resolved(base, "//example.com/d"), "http://example.com/d");
    EXPECT_EQ(resolved(base, "?r"), "http://example.org/a/b/c?r");
    EXPECT_EQ(resolved(base, "#s"), "http://example.org/a/b/c?q=1#s");
    EXPECT_EQ(resolved(base, ""), "http://example.org/a/b/c?q=1");
    EXPECT_EQ(resolved("https://example.org", "d"), "https://example.org/d");
}

TEST(FeedAddress, ThatIsWholeStaysAsItIs) {
    EXPECT_EQ(resolved("http://example.org/", " https://example.com/x \n"), "https://example.com/x");
    EXPECT_EQ(resolved("http://example.org/", "mailto:li.na@example.org"), "mailto:li.na@example.org");
    EXPECT_EQ(resolved("", "d"), "d");
    EXPECT_EQ(resolved("urn:x", "d"), "d");
}

}  // namespace
}  // namespace feed
