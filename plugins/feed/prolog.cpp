#include "prolog.h"

#include <algorithm>

#include "dateline/plugin.hpp"
#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

// The length of what begins with a mark and ends with another; all of it when it does not end.
std::size_t length_until(std::string_view text, std::string_view end) {
    const std::size_t at = text.find(end);
    return at == std::string_view::npos ? text.size() : at + end.size();
}

std::size_t length_of_quoted(std::string_view text) {
    const std::size_t end = text.find(text.front(), 1);
    return end == std::string_view::npos ? text.size() : end + 1;
}

// Up to the ">" that is in no quotes and in no brackets.
std::size_t length_of_declaration(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (text.substr(at).starts_with("<!--")) {
            at += length_until(text.substr(at), "-->");
        } else if (c == '"' || c == '\'') {
            at += length_of_quoted(text.substr(at));
        } else {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            ++at;
            if (c == '>' && depth <= 0) return at;
        }
    }
    return text.size();
}

constexpr std::string_view entity_mark = "<!ENTITY";

void refuse_entity(std::string_view declaration) {
    const std::size_t quote = std::min(declaration.find_first_of("\"'"), declaration.size());
    const std::string_view before = declaration.substr(0, quote);
    if (before.find("SYSTEM") != std::string_view::npos || before.find("PUBLIC") != std::string_view::npos) {
        throw dateline::Error("it is corrupt: it names a file outside of itself, which is never opened");
    }
    const std::string_view value =
        quote == declaration.size() ? std::string_view() : declaration.substr(quote, length_of_quoted(declaration.substr(quote)));
    for (std::size_t at = value.find_first_of("&%"); at != std::string_view::npos; at = value.find_first_of("&%", at + 1)) {
        if (at + 1 < value.size() && value[at + 1] != '#') {
            throw dateline::Error("a limit is exceeded: it defines entities out of other entities, and none are expanded");
        }
    }
}

}  // namespace

Prolog prolog_of(std::string_view xml) {
    Prolog prolog;
    for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
        const std::string_view rest = xml.substr(at);
        std::size_t length = 1;
        if (rest.starts_with("<!--")) {
            length = length_until(rest, "-->");
        } else if (rest.starts_with("<?")) {
            length = length_until(rest, "?>");
            if (prolog.declaration.empty() && rest.starts_with("<?xml") && rest.size() > 5 && is_white(rest[5])) {
                prolog.declaration = rest.substr(0, length);
                prolog.declaration_comes_late = at > 0;
            }
        } else if (rest.starts_with("<!")) {
            length = length_of_declaration(rest);
            prolog.document_type = rest.substr(0, length);
        } else {
            prolog.root = rest;
            break;
        }
        at += length;
    }
    return prolog;
}

std::string_view declared_charset(const Prolog& prolog) {
    constexpr std::string_view name = "encoding";
    const std::size_t at = prolog.declaration.find(name);
    if (at == std::string_view::npos) return {};
    std::string_view value = prolog.declaration.substr(at + name.size());
    value.remove_prefix(std::min(value.find_first_of("\"'"), value.size()));
    return value.empty() ? value : value.substr(1, value.find(value.front(), 1) - 1);
}

void refuse_entities(std::string_view document_type) {
    for (std::size_t at = document_type.find(entity_mark); at != std::string_view::npos; at = document_type.find(entity_mark, at)) {
        const std::string_view rest = document_type.substr(at);
        const std::size_t length = length_of_declaration(rest);
        refuse_entity(rest.substr(0, length));
        at += length;
    }
}

std::string_view root_name(const Prolog& prolog) {
    if (prolog.root.empty()) return {};
    const std::string_view name = prolog.root.substr(1, prolog.root.find_first_of(" \t\r\n/>", 1) - 1);
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

}  // namespace feed
