#include "core/learn/fact_features.h"

#include <array>

#include "core/learn/fact_list.h"
#include "core/learn/feature_text.h"

namespace dateline::learn {
namespace {

constexpr std::array<Template, static_cast<std::size_t>(F::count_of_templates)> all_templates = {{
    {"any", "", "is a fact of this kind"},
    {"rule", "k", "was found by {0}"},
    {"reason", "k", "what its plugin’s reason “{0}” is worth beside that"},
    {"first", "w", "begins with “{0}”"},
    {"last", "w", "ends with “{0}”"},
    {"holds", "w", "holds “{0}”"},
    {"length", "n", "has {0} words (12: or more)"},
    {"before", "w", "stands after “{0}”"},
    {"after", "w", "stands before “{0}”"},
    {"class-before", "c", "stands after a word of class {0}"},
    {"class-after", "c", "stands before a word of class {0}"},
    {"first-class", "c", "begins with a word of class {0}"},
    {"last-class", "c", "ends with a word of class {0}"},
    {"shapes-before", "ss", "how the word before it and its first are written: {0}"},
    {"shapes-after", "ss", "how its last word and the one behind it are written: {0}"},
    {"begins-line", "", "begins a line"},
    {"ends-line", "", "ends a line"},
    {"rule-and-before", "kw", "what found it, and the word before it: {0}"},
    {"rule-and-after", "kw", "what found it, and the word behind it: {0}"},
    {"rule-and-first", "ks", "what found it, and how its first word is written: {0}"},
    {"rule-and-length", "kn", "what found it, and its number of words: {0}"},
    {"order", "k", "stands {0} what it is about"},
    {"distance", "kn", "order and tokens from what it is about (16: or more): {0}"},
    {"sentences", "kn", "order and sentences from what it is about (4: or more): {0}"},
    {"between", "kw", "order, and a word between it and what it is about: {0}"},
    {"between-two", "kww", "order, and words between it and what it is about: {0}"},
    {"between-all", "kW", "order, and all words between it and what it is about: {0}"},
    {"names-between", "kn", "order, and how many others stand between it and what it is about (4: or more): {0}"},
    {"before-subject", "kw", "order, and the word before what it is about: {0}"},
    {"after-subject", "kw", "order, and the word behind what it is about: {0}"},
    {"rule-and-names", "kn", "what found it, and how many others stand between it and what it is about (4: or more): {0}"},
    {"alone", "", "refers to no name"},
    {"alone-after", "w", "refers to no name and stands before “{0}”"},
    {"alone-before", "w", "refers to no name and stands after “{0}”"},
    {"alone-last", "w", "refers to no name and ends with “{0}”"},
    {"alone-rule", "k", "refers to no name and was found by {0}"},
    {"alone-in-order", "kn", "refers to no name; its order, and how many there are in its sentence: {0}"},
    {"tied", "", "refers to a name"},
    {"tied-last", "w", "refers to a name and ends with “{0}”"},
    {"tied-order", "k", "the order of its words, what it is about and the name that it refers to: {0}"},
    {"tied-distance", "kn", "order, and tokens from the name that it refers to (16: or more): {0}"},
    {"tied-sentences", "kn", "order, and sentences from the name that it refers to (4: or more): {0}"},
    {"tied-between", "kw", "order of the three, and a word between it and the name that it refers to: {0}"},
    {"tied-between-all", "kW", "order of the three, and all words between it and the name that it refers to: {0}"},
    {"tied-names", "kn", "order, and how many others stand between it and the name that it refers to (4: or more): {0}"},
    {"tied-before", "kw", "order, and the word before the name that it refers to: {0}"},
    {"tied-after", "kw", "order, and the word behind the name that it refers to: {0}"},
    {"tied-rule", "kk", "what found it, and the order: {0}"},
    {"tied-rank", "n", "the place of the name that it refers to among the first ones of the document, from 0 on: {0}"},
    {"tied-class", "c", "refers to a name that ends with a word of class {0}"},
    {"tied-last-word", "w", "refers to a name that ends with “{0}”"},
    {"tied-words", "ww", "how it ends, and how the name that it refers to ends: “{0}”"},
    {"tied-classes", "cc", "the classes of its last word and of that of the name that it refers to: {0}"},
    {"tied-word-and-class", "wc", "its last word, and the class of that of the name that it refers to: {0}"},
    {"alone-count", "n", "refers to no name; the document has so many (4: or more): {0}"},
    {"alone-class", "c", "refers to no name and ends with a word of class {0}"},
    {"reason-and-last", "kw", "what its plugin says, and how it ends: {0}"},
    {"reason-and-class", "kc", "what its plugin says, and the class of its last word: {0}"},
    {"far-sentence", "w", "what it is about stands in another sentence; its own has “{0}”"},
    {"subject-before", "w", "what it is about stands in another sentence, after “{0}”"},
    {"subject-after", "w", "what it is about stands in another sentence, before “{0}”"},
    {"rule-in-order", "kkn", "what found it, its order, and sentences from what it is about (4: or more): {0}"},
}};

struct Collector {
    const Page& page;
    std::vector<Feature>& out;

    template <F what>
    void operator()(std::span<const Part> parts) const {
        constexpr auto index = static_cast<std::size_t>(what);
        out.push_back(written(page, all_templates[index], index, parts));
    }
};

}  // namespace

std::span<const Template> fact_templates() { return all_templates; }

std::string fact_name(const Types& types, std::uint32_t fact) { return types.types[types.facts[fact].type].name + "." + types.facts[fact].name; }

void find_features(const FactPage& page, const Fact& fact, std::vector<Feature>& out) {
    const FactPlace place = page.place(fact);
    FactList<Collector> list(page, place, {page.page(), out});
    list.walk_words();
    list.walk_reference();
}

}  // namespace dateline::learn
