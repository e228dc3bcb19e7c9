#include "document.h"

#include <algorithm>

#include "../common/declared.h"
#include "dateline/plugin.hpp"
#include "prolog.h"
#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_ws_pcdata;

// pugixml knows no document types: it opens nothing, and leaves entities that are not XML's own as they stand ("&nbsp;").
pugi::xml_parse_result load(std::string_view xml, pugi::xml_document& tree) {
    return tree.load_buffer(xml.data(), xml.size(), parse_flags, pugi::encoding_utf8);
}

std::string place_of(std::string_view xml, std::size_t at) {
    const std::string_view before = xml.substr(0, at);
    const std::size_t line = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ", column " + std::to_string(at - line + 1);
}

// Where the next tag "<NAME" begins.
std::size_t next_tag(std::string_view xml, const std::string& tag, std::size_t from) {
    for (std::size_t at = xml.find(tag, from); at != std::string_view::npos; at = xml.find(tag, at + 1)) {
        const char after = at + tag.size() < xml.size() ? xml[at + tag.size()] : '\0';
        if (is_white(after) || after == '>' || after == '/') return at;
    }
    return xml.size();
}

}  // namespace

void parse(std::string_view bytes, std::string_view declared, Document& document) {
    constexpr std::size_t head = 4096;
    const std::string_view own = declared_charset(prolog_of(bytes.substr(0, head)));
    common::Decoded decoded = common::decode_declared(bytes, declared.empty() ? own : declared);
    if (decoded.charset.empty()) throw dateline::Error("its charset is not known, and it is no UTF-8; convert it first, with iconv for example");
    document.xml = std::move(decoded.text);
    document.charset = std::move(decoded.charset);
    document.replaced = decoded.replaced;
    std::replace(document.xml.begin(), document.xml.end(), '\0', ' ');
    const Prolog prolog = prolog_of(document.xml);
    refuse_entities(prolog.document_type);
    document.declaration_comes_late = prolog.declaration_comes_late;
    const pugi::xml_parse_result result = load(document.xml, document.tree);
    document.damage.clear();
    if (!result) {
        document.damaged_at = std::min(static_cast<std::size_t>(result.offset), document.xml.size());
        document.damage = place_of(document.xml, document.damaged_at) + " (" + result.description() + ")";
    }
    if (!document.tree.document_element()) throw dateline::Error("it is corrupt: it is no XML at " + document.damage);
}

void for_each_behind_damage(const Document& document, std::string_view name, const std::function<bool(const pugi::xml_node&)>& more) {
    const std::string_view xml = document.xml;
    const std::string tag = "<" + std::string(name), end_tag = "</" + std::string(name) + ">";
    pugi::xml_document tree;
    for (std::size_t at = next_tag(xml, tag, document.damaged_at); at < xml.size();) {
        const std::size_t next = next_tag(xml, tag, at + 1);
        const std::string_view piece = xml.substr(at, next - at);
        const std::size_t end = piece.rfind(end_tag);
        load(end == std::string_view::npos ? piece : piece.substr(0, end + end_tag.size()), tree);
        if (tree.document_element() && !more(tree.document_element())) return;
        at = next;
    }
}

}  // namespace feed
