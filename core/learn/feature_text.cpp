#include "core/learn/feature_text.h"

#include <algorithm>
#include <charconv>

#include "core/learn/keys.h"
#include "core/text/fold.h"

namespace dateline::learn {
namespace {

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

Feature written(const Page& page, const Template& given, std::size_t index, std::span<const Part> parts) {
    Feature feature{index, codes_of(parts), {}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) feature.parts += ' ';
        feature.parts += part_text(page, kind_of(given, i), parts[i]);
    }
    return feature;
}

std::optional<Feature> parse(std::span<const Template> templates, std::string_view name, std::string_view parts) {
    const auto found = std::find_if(templates.begin(), templates.end(), [&](const Template& one) { return one.name == name; });
    if (found == templates.end()) return std::nullopt;
    Feature feature{static_cast<std::size_t>(found - templates.begin()), no_parts, std::string(parts)};
    std::size_t count = 0;
    for (std::string_view rest = parts; !rest.empty(); ++count) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        std::uint64_t code = 0;
        if (!parse_part(kind_of(*found, count), rest.substr(0, space), code)) return std::nullopt;
        feature.codes = add_part(feature.codes, code);
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    const bool open_ended = found->parts.ends_with('W') || found->parts.ends_with('S');
    return (open_ended ? count > 0 && count + 1 >= found->parts.size() : count == found->parts.size()) ? std::optional(feature) : std::nullopt;
}

}  // namespace dateline::learn
