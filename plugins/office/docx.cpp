#include "docx.h"

#include <algorithm>
#include <set>

#include "docx_body.h"

namespace office {
namespace {

using Ids = std::set<std::string, std::less<>>;
constexpr std::size_t most_chunks = 20;  ///< that are named

// The target of the relation with this id, or of this kind (the end of its type); empty when there is none.
std::string target(const Package& package, std::string_view relations, std::string_view id, std::string_view kind) {
    const std::string* xml = package.find(relations);
    if (xml == nullptr) return {};
    pugi::xml_document document;
    parse(*xml, relations, document);
    for (const pugi::xml_node& node : child(document, "Relationships").children()) {
        const std::string_view type = attribute(node, "Type");
        if (id.empty() ? type.ends_with(kind) : attribute(node, "Id") == id) return std::string(attribute(node, "Target"));
    }
    return {};
}

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
}

std::string path_from(const std::string& folder, const std::string& target) { return target.starts_with('/') ? target.substr(1) : folder + target; }

DocxStyles styles_of(const Package& package, const std::string& folder) {
    const std::string* xml = package.find(folder + "styles.xml");
    if (xml == nullptr) return {};
    pugi::xml_document document;
    parse(*xml, folder + "styles.xml", document);
    return DocxStyles(document);
}

void add_notes(const Package& package, const std::string& path, std::string_view name, const Ids& ids, DocxBody& body, common::Composer& composer) {
    const std::string* xml = ids.empty() ? nullptr : package.find(path);
    if (xml == nullptr) return;
    pugi::xml_document document;
    parse(*xml, path, document, composer);
    for (const pugi::xml_node& note : document.document_element().children()) {
        if (local_name(note) == name && ids.count(attribute(note, "id")) != 0) body.blocks(note);
    }
}

Properties properties_of(const Package& package) {
    Properties properties;
    const std::string* xml = package.find("docProps/core.xml");
    if (xml == nullptr) return properties;
    pugi::xml_document document;
    parse(*xml, "docProps/core.xml", document);
    const pugi::xml_node core = document.document_element();
    properties.title = common::folded_space(child(core, "title").child_value());
    properties.author = common::folded_space(child(core, "creator").child_value());
    return properties;
}

}  // namespace

bool is_docx_part(std::string_view path) {
    const bool in_word = path.starts_with("word/") && path.find("/theme/") == path.npos && (path.ends_with(".xml") || path.ends_with(".xml.rels"));
    return in_word || path == "_rels/.rels" || path == "docProps/core.xml";
}

std::string docx_main_part(const Package& package) {
    const std::string named = path_from("", target(package, "_rels/.rels", "", "/officeDocument"));
    for (const std::string& path : {named, std::string("word/document.xml")}) {
        const std::string* xml = package.find(path);
        if (xml != nullptr && path.starts_with("word/")) return path;
    }
    return {};
}

Properties read_docx(const Package& package, const std::string& main_part, common::Composer& composer, std::vector<std::string>& unread) {
    const std::string folder = folder_of(main_part);
    pugi::xml_document document;
    parse(*package.find(main_part), main_part, document, composer);
    const pugi::xml_node content = child(document, "document", "body");
    if (!content) throw dateline::Error("it is corrupt: " + main_part + " has no body");
    const DocxStyles styles = styles_of(package, folder);
    DocxBody body(styles, composer);
    body.blocks(content);
    // A copy, since a note may refer to others and must not be read for ever.
    const Ids footnotes(body.footnotes().begin(), body.footnotes().end()), endnotes(body.endnotes().begin(), body.endnotes().end());
    add_notes(package, folder + "footnotes.xml", "footnote", footnotes, body, composer);
    add_notes(package, folder + "endnotes.xml", "endnote", endnotes, body, composer);
    for (std::size_t i = 0; i < std::min(body.chunks().size(), most_chunks); ++i) {
        unread.push_back(target(package, folder + "_rels/" + main_part.substr(folder.size()) + ".rels", body.chunks()[i], ""));
    }
    if (body.is_cut()) unread.emplace_back("what is nested more than " + std::to_string(deepest) + " deep");
    return properties_of(package);
}

}  // namespace office
