#include "plugins/html/guard.h"

#include <gtest/gtest.h>

#include "plugins/html/tree.h"

namespace html {
namespace {

std::string repeated(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

std::string guarded(std::string page, const Bounds& bounds) {
    guard(page, bounds);
    return page;
}

int depth(const GumboNode& node) {
    int deepest = 0;
    for (unsigned i = 0; is_element(node) && i < node.v.element.children.length; ++i) {
        deepest = std::max(deepest, depth(*static_cast<const GumboNode*>(node.v.element.children.data[i])));
    }
    return deepest + 1;
}

TEST(Guard, LeavesOrdinaryPagesAlone) {
    const std::string page = "<!DOCTYPE html><!-- <div> --><ul>" + repeated("<li><p>One<br>two <b>three</b>", 1000) + "</ul><table>" +
                             repeated("<tr><td>1<td>2", 1000) + "</table><script>" + repeated("'<div>'", 1000) + "</script>" +
                             repeated("<a href='x>y' b=\"<div>\">link</a>", 1000);
    std::string copy = page;
    EXPECT_EQ(guard(copy), 0u);
    EXPECT_EQ(copy, page);
}

TEST(Guard, BlanksTagsThatAreTooDeepAndTheirEnds) {
    EXPECT_EQ(guarded("<p><div><div>a</div>b</div>", {.open_elements = 2}), "<p><div>     a      b</div>");
    EXPECT_EQ(guarded("<b><i>x</i></b>", {.open_formatting = 1}), "<b>   x    </b>");
}

TEST(Guard, BlanksAttributesThatAreTooMany) {
    EXPECT_EQ(guarded("<p a b='>' c=d>", {.attributes = 2}), "<p a b='>'    >");
    EXPECT_EQ(guarded("<p a=\"", {.attributes = 2}), "<p a=\"");
}

TEST(Guard, BlanksTagsThatAreTooMany) { EXPECT_EQ(guarded("<p>a<br>b<br>c", {.nodes = 2}), "<p>a<br>b    c"); }

TEST(Guard, KeepsTreesShallow) {
    const auto tree_depth = [](std::string page) {
        guard(page);
        return depth(Tree(page).root());
    };
    EXPECT_LT(tree_depth(repeated("<div>", 5000)), 400);
    EXPECT_LT(tree_depth(repeated("<svg><g>", 5000)), 400);
    EXPECT_LT(tree_depth("<svg><style>" + repeated("<div>", 5000)), 400);
    EXPECT_LT(tree_depth(repeated("<table><tr><td>", 5000)), 400);
    EXPECT_LT(tree_depth(repeated("<p><font size=1>", 5000)), 400);
    EXPECT_LT(tree_depth(repeated("<p><b><i>", 2000) + repeated("</b>", 2000)), 400);
}

}  // namespace
}  // namespace html
