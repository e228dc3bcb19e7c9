#include "core/lexicon/template_source.h"

#include <algorithm>
#include <utility>

namespace dateline::lexicon {
namespace {

bool has_capture(const Pattern& pattern, std::uint32_t capture) {
    return (pattern.kind == Pattern::Kind::capture && pattern.argument == capture) ||
           std::any_of(pattern.parts.begin(), pattern.parts.end(), [capture](const Pattern& part) { return has_capture(part, capture); });
}

/// What stands behind an opening brace.
ValuePart placeholder(Cursor& in, const Pattern& pattern, const RuleNames& names) {
    const std::size_t begin = in.at();
    const std::string_view name = in.name("a brace holds the name of a capture; write {NAME}, or {{ for a brace");
    ValuePart part = {{}, need_capture(in, begin, name, pattern, names), 0};
    if (in.take(":")) {
        if (in.peek() != '0' || in.peek(1) < '1' || in.peek(1) > '9') in.fail(in.at(), "behind the colon stands how many digits to pad to; write 02 for two");
        part.width = static_cast<std::uint32_t>(in.peek(1) - '0');
        in.next();
        in.next();
    }
    in.need("}", "a brace must close here; add it");
    return part;
}

}  // namespace

std::uint32_t find_capture(std::string_view name, const Pattern& pattern, const RuleNames& names) {
    const auto& captures = names.captures.all();
    const auto found = std::find(captures.begin(), captures.end(), name);
    const auto capture = static_cast<std::uint32_t>(found - captures.begin());
    return found == captures.end() || !has_capture(pattern, capture) ? no_index : capture;
}

std::uint32_t need_capture(const Cursor& in, std::size_t at, std::string_view name, const Pattern& pattern, const RuleNames& names) {
    const std::uint32_t capture = find_capture(name, pattern, names);
    if (capture == no_index) {
        in.fail(at, "the rule has no capture “" + std::string(name) + "”; write “" + std::string(name) + ":” before the part that is meant");
    }
    return capture;
}

std::vector<ValuePart> parse_template(Cursor& in, const Pattern& pattern, const RuleNames& names) {
    const std::size_t begin = in.at() - 1;
    std::vector<ValuePart> parts;
    std::string text;
    const auto end_text = [&] {
        if (!text.empty()) parts.push_back({std::exchange(text, {}), no_index, 0});
    };
    while (!in.take("\"")) {
        if (in.at_end() || in.peek() == '\n') in.fail(begin, "this template has no end; add a quotation mark in the same line");
        if (in.take("{{")) {
            text += '{';
        } else if (in.take("}}")) {
            text += '}';
        } else if (in.take("{")) {
            end_text();
            parts.push_back(placeholder(in, pattern, names));
        } else if (in.peek() == '}') {
            in.fail(in.at(), "this brace closes nothing; write }} for a brace");
        } else {
            text += in.next();
        }
    }
    end_text();
    return parts;
}

}  // namespace dateline::lexicon
