#include "core/explain/html.h"

#include <gmock/gmock.h>

#include <set>

#include "tests/explain/sample.h"

namespace dateline::explain {
namespace {

std::string page(const Sample& sample) {
    std::string out;
    write_html(sample.findings(), out);
    return out;
}

// A whole page in a message would hide it.
bool has(const std::string& html, const std::string& part) {
    return html.find(part) != std::string::npos;
}

// What stands between `before` and the next quotation mark, everywhere.
std::vector<std::string> all_after(const std::string& text, const std::string& before) {
    std::vector<std::string> found;
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        const std::size_t begin = at + before.size();
        found.push_back(text.substr(begin, text.find('"', begin) - begin));
    }
    return found;
}

// The tags that are open at the end; a closing one that does not fit is an error.
std::vector<std::string> open_tags(const std::string& html) {
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find_first_of(" >", at);
        const std::string name = html.substr(at + 1, end - at - 1);
        if (name == "meta" || name == "!DOCTYPE") {
            continue;
        }
        if (name.front() != '/') {
            open.push_back(name);
            if (name == "style" || name == "script") {
                at = html.find("</" + name, at) - 1;
            }
        } else if (open.empty() || open.back() != name.substr(1)) {
            ADD_FAILURE() << "<" << name << "> closes nothing at " << at;
        } else {
            open.pop_back();
        }
    }
    return open;
}

TEST(Html, IsOneWholePage) {
    const std::string html = page(Sample());
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    EXPECT_TRUE(html.ends_with("</html>\n"));
    EXPECT_THAT(open_tags(html), testing::IsEmpty());
}

TEST(Html, NeedsNothingFromElsewhere) {
    const std::string html = page(Sample());
    EXPECT_TRUE(has(html, "default-src 'none'"));
    EXPECT_FALSE(has(html, "src=\""));
    EXPECT_FALSE(has(html, "url("));
    EXPECT_FALSE(has(html, "@import"));
    for (const std::string& target : all_after(html, "href=\"")) {
        EXPECT_EQ(target.front(), '#');
    }
}

TEST(Html, EveryLinkLeadsSomewhereAndIdsAreUnique) {
    const std::string html = page(Sample());
    const std::vector<std::string> ids = all_after(html, " id=\"");
    const std::set<std::string> unique(ids.begin(), ids.end());
    EXPECT_EQ(ids.size(), unique.size());
    for (const std::string& target : all_after(html, "href=\"#")) {
        EXPECT_TRUE(unique.contains(target)) << target;
    }
}

TEST(Html, MarksTheTextAndTellsWhy) {
    const std::string html = page(Sample());
    EXPECT_TRUE(has(html, ">Li Na</a> , dean of <a class=\"mark"));
    EXPECT_TRUE(has(html, "<b>role</b> title “dean”"));
    EXPECT_TRUE(has(html, "+2.5"));
    EXPECT_TRUE(has(html, "<p class=\"values\">value 2024-03-21</p>"));
    EXPECT_TRUE(has(html, "more were considered and not marked"));
    EXPECT_TRUE(has(html, "<q>May</q> as person: not marked: too little speaks for it"));
}

TEST(Html, WhatTheDocumentHoldsIsText) {
    const std::string hostile = "<script>alert('1')</script> \"&<b>Na</b>";
    Sample sample(hostile + " & </article> ]]> \033[1m\n");
    sample.draft.candidate("person", "\"&<b>Na</b>", 100);
    sample.document.source = "<img src=x onerror=alert(1)>.txt";
    sample.document.title.value = "</title><script>alert(2)</script>";
    sample.document.language.value = "en\"><script>";
    Diagnostic diagnostic;
    diagnostic.message = "<iframe>";
    diagnostic.code = "a.\"<b>";
    sample.document.diagnostics.push_back(diagnostic);
    sample.decide();
    const std::string html = page(sample);
    EXPECT_THAT(open_tags(html), testing::IsEmpty());
    EXPECT_TRUE(has(html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
    for (const char* alive : {"<script>alert", "<img", "<iframe", "<b>Na", "en\"><"}) {
        EXPECT_FALSE(has(html, alive));
    }
    EXPECT_EQ(html.find('\033'), std::string::npos);
}

TEST(Html, SaysWhenNothingWasFound) {
    EXPECT_TRUE(has(page(Sample("nothing\n")), "Nothing was found."));
}

}  // namespace
}  // namespace dateline::explain
