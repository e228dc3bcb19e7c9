#include "xml.h"

#include <array>

#include "dateline/plugin.hpp"

namespace office {
namespace {

using dateline::Error;

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// A document type stands before the first element, so its head is enough; UTF-16, which both formats allow, is not told apart here and pugixml
// ignores the type.
void refuse_document_type(const std::string& xml, std::string_view part) {
    const std::size_t at = xml.find("<!DOCTYPE");
    if (at == std::string::npos) return;
    const std::string_view declaration = std::string_view(xml).substr(at, 64u << 10);
    for (const std::string_view outside : {"SYSTEM", "PUBLIC"}) {
        if (declaration.find(outside) != std::string_view::npos) {
            throw Error("it is corrupt: " + std::string(part) + " names a file outside of itself, which is never opened");
        }
    }
    throw Error("a limit is exceeded: " + std::string(part) + " defines entities of its own, and none are allowed");
}

}  // namespace

pugi::xml_encoding parse(const std::string& xml, std::string_view part, pugi::xml_document& document) {
    refuse_document_type(xml, part);
    const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result) {
        throw Error("it is corrupt: " + std::string(part) + " is no XML at byte " + std::to_string(result.offset) + " (" + result.description() +
                    ")");
    }
    return result.encoding;
}

void parse(const std::string& xml, std::string_view part, pugi::xml_document& document, common::Composer& composer) {
    const bool is_utf8 = parse(xml, part, document) == pugi::encoding_utf8;  // of another charset pugixml has a converted copy
    composer.read_from(is_utf8 ? std::string_view(xml) : std::string_view(), part);
}

common::Place place_of(const pugi::xml_node& text, const common::Composer& composer) {
    const std::ptrdiff_t begin = text.offset_debug();
    if (begin < 0) return {};
    const auto at = static_cast<std::size_t>(begin);
    return {at, composer.source().find(text.type() == pugi::node_cdata ? "]]>" : "<", at)};
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& node : parent.children()) {
        if (local_name(node) == name) return node;
    }
    return {};
}

pugi::xml_node next(const pugi::xml_node& node, std::string_view name) {
    pugi::xml_node sibling = node.next_sibling();
    while (sibling && local_name(sibling) != name) sibling = sibling.next_sibling();
    return sibling;
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes()) {
        if (without_prefix(one.name()) == name) return one.value();
    }
    return {};
}

}  // namespace office
