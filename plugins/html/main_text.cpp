#include "main_text.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "../common/ascii.h"
#include "scored.h"
#include "threshold.h"

namespace html {

// Made by the build from weights.tsv.
extern const std::string_view weights_file;

namespace {

// A feature that a block shows twice counts once, as in training.
class Sum : public FeatureSink {
public:
    explicit Sum(const NumberFile& weights) : weights_(weights) {}
    void add(std::string_view name) override {
        const NumberFile::Row* weight = weights_.find(name);
        if (weight == nullptr || std::find(seen_.begin(), seen_.end(), weight) != seen_.end()) return;
        seen_.push_back(weight);
        sum[0] += (*weight)[0];
        sum[1] += (*weight)[1];
    }
    void begin(NumberFile::Row from) {
        seen_.clear();
        sum = from;
    }
    NumberFile::Row sum{};

private:
    const NumberFile& weights_;
    std::vector<const NumberFile::Row*> seen_;
};

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool is_main(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    return tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || is_one_of(attribute(node, "role"), {"main", "article"});
}

// "cookie-banner", "shareBar", "related_articles"
bool is_named_aside(std::string_view names) {
    std::string word;
    for (std::size_t i = 0; i <= names.size(); ++i) {
        const bool is_letter = i < names.size() && common::is_letter(names[i]);
        const bool is_new = is_letter && names[i] <= 'Z' && i > 0 && names[i - 1] >= 'a';
        if (!is_letter || is_new) {
            if (is_one_of(word, {"cookie", "cookies", "consent", "gdpr", "share", "sharing", "social", "related", "newsletter", "breadcrumb", "breadcrumbs", "navbar", "sidebar", "comments"})) return true;
            word.clear();
        }
        if (is_letter) word += common::lower(names[i]);
    }
    return false;
}

bool is_aside(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) return false;
    return tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_BUTTON ||
           is_one_of(attribute(node, "role"), {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"});
}

// What holds half of a page's text is no aside, whatever it is called: "has-sidebar", "social-post".
bool has_half(const Layout& layout, std::uint32_t element) {
    const auto text = [](const Sums& sums) { return sums.bytes - sums.link_bytes; };
    return 2 * text(layout.sums(element)) >= text(layout.page());
}

// Whether the page itself says that the block is none of its text: by what it is in, or is not in.
bool is_marked_aside(const Blocks& page, const Layout& layout, const Block& block, bool has_main) {
    bool in_main = false;
    for (std::int32_t at = static_cast<std::int32_t>(block.element); at >= 0; at = page.elements[static_cast<std::size_t>(at)].parent) {
        const GumboNode& node = *page.elements[static_cast<std::size_t>(at)].node;
        const bool is_named = is_named_aside(attribute(node, "class")) || is_named_aside(attribute(node, "id"));
        if (is_aside(node) || (is_named && !has_half(layout, static_cast<std::uint32_t>(at)))) return true;
        in_main = in_main || is_main(node);
    }
    return has_main && !in_main;
}

// What was learned from pages of some size says little of a page of a few lines: there all is main text that is seen, no link, and not marked as
// something else, and what is hidden or marked so is none. And if nothing is main text by its weights, that is what comes near to it: a page is there to be read. Of a page that is one article all is main text.
void keep_something(const Blocks& page, const Layout& layout, bool is_all, std::vector<std::int32_t>& scores) {
    constexpr std::uint64_t few_bytes = 800;
    constexpr std::int32_t near = 100, worst = -1'000'000;
    std::int32_t best = worst;
    const auto may_be_kept = [&](std::uint32_t i) { return !page.blocks[i].hidden && (is_all || layout.shape(i).links < '4'); };
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        best = may_be_kept(i) ? std::max(best, scores[i]) : best;
    }
    const bool is_small = layout.page().bytes <= few_bytes;
    const bool has_main = std::any_of(page.elements.begin(), page.elements.end(), [](const Element& element) { return is_main(*element.node); });
    for (std::uint32_t i = 0; i < scores.size() && (is_all || is_small || best <= 0); ++i) {
        const bool is_aside = is_small && !is_all && (page.blocks[i].hidden || is_marked_aside(page, layout, page.blocks[i], has_main));
        const bool is_kept = is_all || (is_small && !is_aside) || (best <= 0 && scores[i] >= best - near);
        if (may_be_kept(i) && is_kept) scores[i] = std::max(scores[i], 1);
        if (is_aside && best > 0) scores[i] = std::min(scores[i], 0);
    }
}

}  // namespace

const NumberFile& shipped_weights() {
    static const NumberFile weights(weights_file);
    return weights;
}

std::vector<std::int32_t> score_blocks(const Blocks& page, const Hints& hints, const NumberFile& weights) {
    const Layout layout(page);
    Features features(page, layout, hints);
    Sum sum(weights);
    const NumberFile::Row* bias = weights.find("bias");
    std::vector<std::int32_t> first, second;
    for (std::uint32_t block = 0; block < page.blocks.size(); ++block) {
        sum.begin(bias == nullptr ? NumberFile::Row{} : *bias);
        features.of(block, sum);
        first.push_back(sum.sum[0]);
        second.push_back(sum.sum[1]);
    }
    ScoredFeatures scored(page, layout, first);
    for (std::uint32_t block = 0; block < page.blocks.size(); ++block) {
        sum.begin({0, second[block]});
        scored.of(block, sum);
        second[block] = sum.sum[1];
    }
    const NumberFile::Row* doubling = weights.find("doubling");
    const std::int32_t more = doubling == nullptr ? 0 : (*doubling)[1] * missing_doublings(page.blocks, second);
    for (std::int32_t& score : second) score += more;
    const std::int32_t least = threshold(page.blocks, second);
    for (std::int32_t& score : second) score += 1 - least;
    keep_something(page, layout, hints.is_all, second);
    return second;
}

}  // namespace html
