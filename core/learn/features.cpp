#include "core/learn/features.h"

#include <algorithm>
#include <array>

#include "core/learn/feature_list.h"
#include "core/learn/feature_text.h"
#include "core/learn/keys.h"
#include "core/text/fold.h"

namespace dateline::learn {
namespace {

constexpr std::array<Template, static_cast<std::size_t>(T::count_of_templates)> all_templates = {{
    {"any", "", "is a candidate of this type"},
    {"before", "w", "stands after “{0}”"},
    {"after", "w", "stands before “{0}”"},
    {"second-before", "w", "“{0}” is the second word before it"},
    {"second-after", "w", "“{0}” is the second word behind it"},
    {"two-before", "ww", "stands after “{0}”"},
    {"two-after", "ww", "stands before “{0}”"},
    {"around", "ww", "stands between the words “{0}”"},
    {"class-before", "c", "stands after a word of class {0}"},
    {"class-after", "c", "stands before a word of class {0}"},
    {"second-class-before", "c", "the second word before it is of class {0}"},
    {"second-class-after", "c", "the second word behind it is of class {0}"},
    {"two-classes-before", "cc", "stands after words of classes {0}"},
    {"two-classes-after", "cc", "stands before words of classes {0}"},
    {"classes-around", "cc", "stands between words of classes {0}"},
    {"first", "w", "begins with “{0}”"},
    {"last", "w", "ends with “{0}”"},
    {"name", "W", "is “{0}”"},
    {"holds", "w", "holds “{0}”"},
    {"holds-class", "c", "holds a word of class {0}"},
    {"first-class", "c", "begins with a word of class {0}"},
    {"last-class", "c", "ends with a word of class {0}"},
    {"topic-before", "c", "stands after a word of topic {0}"},
    {"topic-after", "c", "stands before a word of topic {0}"},
    {"second-topic-before", "c", "the second word before it is of topic {0}"},
    {"second-topic-after", "c", "the second word behind it is of topic {0}"},
    {"first-topic", "c", "begins with a word of topic {0}"},
    {"last-topic", "c", "ends with a word of topic {0}"},
    {"holds-topic", "c", "holds a word of topic {0}"},
    {"shapes", "S", "is written like {0}"},
    {"holds-shape", "s", "holds a word written like {0}"},
    {"word-and-shape", "ws", "word before it, and how it begins: {0}"},
    {"shape-and-word", "sw", "how it ends, and the word behind it: {0}"},
    {"length", "n", "has {0} words (8: or more)"},
    {"length-in-style", "nk", "words, and how the sentence is written: {0}"},
    {"style", "k", "how the sentence is written: {0}"},
    {"capital-before", "", "a capital stands before it"},
    {"capital-after", "", "a capital stands behind it"},
    {"no-capital-beside", "", "no capital stands beside it"},
    {"begins-sentence", "", "begins a sentence"},
    {"begins-line", "", "begins a line"},
    {"ends-line", "", "ends a line"},
    {"whole-sentence", "n", "is a whole sentence, of {0} words"},
    {"glued", "", "no space stands before it"},
    {"initials", "", "its letters begin the words of a name in the document"},
    {"no-initials", "", "its letters begin the words of no name in the document"},
    {"letters", "n", "is a word of {0} capitals"},
    {"first-elsewhere", "k", "how its first word stands in the document: {0}"},
    {"first-count", "n", "its first word has a capital {0} times in the document"},
    {"last-elsewhere", "k", "how its last word stands in the document: {0}"},
    {"last-count", "n", "its last word has a capital {0} times in the document"},
    {"name-count", "n", "its name may stand {0} times in the document"},
    {"again", "", "is looked at again"},
    {"own-verdict", "k", "the first verdict on it was {0}"},
    {"same-name", "kk", "the same name is marked elsewhere: {0}"},
    {"same-name-places", "kn", "the same name is marked so often: {0}"},
    {"no-same-name", "", "the same name is marked nowhere else"},
    {"begins-name", "kk", "a longer name begins with it: {0}"},
    {"ends-name", "kk", "a longer name ends with it: {0}"},
    {"begins-with-name", "kk", "begins with a name that is marked elsewhere: {0}"},
    {"ends-with-name", "kk", "ends with a name that is marked elsewhere: {0}"},
    {"item-before", "k", "follows a {0} in a list"},
    {"item-after", "k", "a {0} follows in a list"},
    {"between-items", "kk", "stands in a list between {0}"},
    {"list", "kn", "most other items of its list are (and how many of four): {0}"},
    {"in-parentheses", "", "stands in parentheses behind no name"},
    {"in-parentheses-behind", "k", "stands in parentheses behind a {0}"},
    {"abbreviates", "k", "has the initials of the {0} before it"},
    {"parentheses-behind", "k", "a {0} in parentheses follows"},
    {"abbreviated", "k", "its abbreviation follows in parentheses, marked as {0}"},
    {"has-initials-behind", "", "its abbreviation follows in parentheses"},
}};

}  // namespace

std::span<const Template> templates() {
    return all_templates;
}

bool is_second_look(std::string_view name) {
    const auto second = all_templates.begin() + static_cast<std::ptrdiff_t>(T::again);
    return std::any_of(second, all_templates.end(), [&](const Template& one) { return one.name == name; });
}

std::uint64_t feature_key(std::string_view type, std::size_t index, std::uint64_t codes) {
    return text::hash_step(feature_base(type, index), codes);
}

std::optional<Feature> parse_feature(std::string_view name, std::string_view parts) {
    return parse(all_templates, name, parts);
}

namespace {

// Takes what a list says as features with their parts as text.
struct Collector {
    const Page& page;
    std::vector<Feature>& out;

    template <T what>
    void operator()(std::span<const Part> parts) const {
        (*this)(what, parts);
    }
    void operator()(T what, std::span<const Part> parts) const {
        const auto index = static_cast<std::size_t>(what);
        out.push_back(written(page, all_templates[index], index, parts));
    }
};

struct CodeCollector {
    std::vector<FeatureCode>& out;

    template <T what>
    void operator()(std::span<const Part> parts) const {
        out.push_back({static_cast<std::size_t>(what), codes_of(parts)});
    }
};

}  // namespace

void find_features(const Page& page, const Candidate& candidate, std::vector<Feature>& out) {
    FeatureList<Collector>(page, candidate, {page, out}).walk();
}

void find_features(const Page& page, SecondLook& look, const Candidate& candidate, std::vector<Feature>& out) {
    look.features(candidate, Collector{page, out});
}

void find_feature_codes(const Page& page, const Candidate& candidate, std::vector<FeatureCode>& out) {
    FeatureList<CodeCollector>(page, candidate, {out}).walk();
}

}  // namespace dateline::learn
