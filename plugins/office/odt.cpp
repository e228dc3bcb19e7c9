#include "odt.h"

#include "odt_body.h"

namespace office {
namespace {

constexpr std::string_view text_type = "application/vnd.oasis.opendocument.text";

Properties properties_of(const pugi::xml_node& meta) {
    Properties properties;
    properties.title = common::folded_space(child(meta, "title").child_value());
    properties.author = common::folded_space(child(meta, "initial-creator").child_value());
    if (properties.author.empty()) properties.author = common::folded_space(child(meta, "creator").child_value());
    return properties;
}

void read_body(const pugi::xml_node& root, OdtBody& body, std::vector<std::string>& unread) {
    const pugi::xml_node text = child(root, "body", "text");
    if (!text) throw dateline::Error("it is corrupt: it has no text part");
    body.styles(child(root, "styles"));
    body.styles(child(root, "automatic-styles"));
    body.read(text);
    if (body.is_cut()) unread.emplace_back("what is nested more than " + std::to_string(deepest) + " deep");
}

}  // namespace

bool is_odt_part(std::string_view path) {
    return path == "mimetype" || path == "content.xml" || path == "styles.xml" || path == "meta.xml" || path == "META-INF/manifest.xml";
}

bool is_odt(const Package& package) {
    const std::string* type = package.find("mimetype");
    return type != nullptr && type->starts_with(text_type);
}

Properties read_odt(const Package& package, common::Composer& composer, std::vector<std::string>& unread) {
    const std::string* manifest = package.find("META-INF/manifest.xml");
    if (manifest != nullptr && manifest->find("encryption-data") != std::string::npos) throw dateline::Error("it is encrypted, a password is needed");
    const std::string* content = package.find("content.xml");
    if (content == nullptr) throw dateline::Error("it is corrupt: content.xml is missing");
    OdtBody body(composer);
    pugi::xml_document styles, document;
    if (const std::string* xml = package.find("styles.xml")) {
        parse(*xml, "styles.xml", styles);
        body.styles(child(styles.document_element(), "styles"));
    }
    parse(*content, "content.xml", document, composer);
    read_body(document.document_element(), body, unread);
    Properties properties;
    if (const std::string* xml = package.find("meta.xml")) {
        pugi::xml_document meta;
        parse(*xml, "meta.xml", meta);
        properties = properties_of(child(meta.document_element(), "meta"));
    }
    return properties;
}

Properties read_flat_odt(const std::string& xml, common::Composer& composer, std::vector<std::string>& unread) {
    pugi::xml_document document;
    if (parse(xml, "the file", document) == pugi::encoding_utf8) composer.read_from(xml);
    OdtBody body(composer);
    read_body(document.document_element(), body, unread);
    return properties_of(child(document.document_element(), "meta"));
}

}  // namespace office
