#include "core/learn/features.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/learn/feature_list.h"
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

constexpr std::string_view begin_text = "<s>", end_text = "</s>", class_sign = "?";

std::string shape_text(std::uint64_t shape) {
    std::string text;
    for (; shape != 0; shape >>= 8) text += static_cast<char>(shape & 0xFF);
    return text;
}

std::string class_text(std::uint64_t code) {
    if (code == sentence_begin || code == sentence_end) return std::string(code == sentence_begin ? begin_text : end_text);
    code -= 4;
    return (code & no_class) != 0 ? std::string(class_sign) + shape_text(code & ~no_class) : std::to_string(code);
}

std::string part_text(const Page& page, char kind, const Part& part) {
    switch (kind) {
        case 'c': return class_text(part.code);
        case 's':
        case 'S': return shape_text(part.code);
        case 'n': return std::to_string(part.code);
        default: break;
    }
    if (!part.keyword.empty()) return std::string(part.keyword);
    if (part.token == DATELINE_NONE) return std::string(part.code == sentence_begin ? begin_text : end_text);
    return page.word_text(part.token);
}

char kind_of(const Template& given, std::size_t part) {
    return given.parts.empty() ? '\0' : given.parts[std::min(part, given.parts.size() - 1)];
}

bool parse_number(std::string_view text, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

std::uint64_t pack_shape(std::string_view text) {
    std::uint64_t shape = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 8); ++i) {
        shape |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    }
    return shape;
}

bool parse_part(char kind, std::string_view text, std::uint64_t& code) {
    const bool may_be_outside = kind == 'w' || kind == 'c';
    if (may_be_outside && (text == begin_text || text == end_text)) {
        code = text == begin_text ? sentence_begin : sentence_end;
        return true;
    }
    switch (kind) {
        case 'k':
        case 'w':
        case 'W': code = text::hash(text); return true;
        case 's':
        case 'S': code = pack_shape(text); return true;
        case 'n': return parse_number(text, code);
        default: break;
    }
    if (text.starts_with(class_sign)) {
        code = (pack_shape(text.substr(class_sign.size())) | no_class) + 4;
        return true;
    }
    const bool good = parse_number(text, code);
    code += 4;
    return good;
}

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
    const auto found = std::find_if(all_templates.begin(), all_templates.end(), [&](const Template& one) { return one.name == name; });
    if (found == all_templates.end()) return std::nullopt;
    Feature feature{static_cast<std::size_t>(found - all_templates.begin()), no_parts, std::string(parts)};
    std::size_t count = 0;
    for (std::string_view rest = parts; !rest.empty(); ++count) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        std::uint64_t code = 0;
        if (!parse_part(kind_of(*found, count), rest.substr(0, space), code)) return std::nullopt;
        feature.codes = add_part(feature.codes, code);
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    const bool any_number = found->parts == "W" || found->parts == "S";
    return (any_number ? count > 0 : count == found->parts.size()) ? std::optional(feature) : std::nullopt;
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
        Feature feature{static_cast<std::size_t>(what), codes_of(parts), {}};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) feature.parts += ' ';
            feature.parts += part_text(page, kind_of(all_templates[feature.index], i), parts[i]);
        }
        out.push_back(std::move(feature));
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
