#include "entry.h"

#include "../common/composer.h"
#include "../common/language.h"
#include "address.h"
#include "../common/day.h"
#include "markup.h"
#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

constexpr std::size_t longest_name = 1000;

std::string short_text(const pugi::xml_node& element) { return cleaned(common::folded_space(text_in(element)).substr(0, longest_name)); }

std::string short_text_in(const pugi::xml_node& element, std::string_view) { return short_text(element); }

std::string language_in(const pugi::xml_node& element, std::string_view) { return common::plain_language(short_text(element)); }

Value xml_language(const pugi::xml_node& element) {
    const std::string language = common::plain_language(attribute(element, "xml:lang"));
    return language.empty() ? Value() : Value{language, "feed/xml:lang"};
}

std::string day_in(const pugi::xml_node& element, std::string_view) { return day_of(text_in(element)); }

// "Li Na" of "li.na@example.org (Li Na)" and "Li Na <li.na@example.org>"; an address alone is no name.
std::string name_in(const std::string& person) {
    const std::size_t address = person.find('@'), open = person.find('(', address == std::string::npos ? person.size() : address);
    if (address == std::string::npos) return person;
    if (open != std::string::npos) return common::folded_space(person.substr(open + 1, person.rfind(')') - open - 1));
    const std::size_t bracket = person.find('<');
    return bracket == std::string::npos ? std::string() : common::folded_space(person.substr(0, bracket));
}

std::string person_in(const pugi::xml_node& element, std::string_view name) {
    if (name != "atom:author") return name_in(short_text(element));
    for (const pugi::xml_node& child : element.children()) {
        if (local_name(child.name()) == "name") return name_in(short_text(child));
    }
    return {};
}

// All that the first kind of element names: "Li Na, Wang Fang".
Value people_of(const Fields& fields) {
    for (const std::string_view name : {"dc:creator", "author", "atom:author", "itunes:author"}) {
        Value people;
        for (const auto& [own_name, element] : fields) {
            const std::string person = own_name == name && people.value.size() < longest_name ? person_in(element, name) : std::string();
            if (!person.empty()) people.value += (people.value.empty() ? "" : ", ") + person;
        }
        if (!people.value.empty()) return {people.value, rule_of(name)};
    }
    return {};
}

std::string own_base(const std::string& base, const pugi::xml_node& element) {
    const std::string_view own = attribute(element, "xml:base");
    return own.empty() ? base : resolved(base, own);
}

// Only what leads into the web. Of Atom's links the one that is not said to be anything else.
Value url_of(const Fields& fields, const std::string& base) {
    const auto address_in = [&](const pugi::xml_node& element, std::string_view name) -> std::string {
        const std::string_view relation = attribute(element, "rel");
        const bool is_other = (!relation.empty() && relation != "alternate") || attribute(element, "isPermaLink") == "false";
        const std::string text = short_text(element);
        if (is_other || (name == "atom:link" && !element.attribute("href")) || (name == "guid" && !is_web_address(text))) return {};
        const std::string address = resolved(own_base(base, element), name == "atom:link" ? attribute(element, "href") : std::string_view(text));
        return is_web_address(address) ? cleaned(address) : std::string();
    };
    return fields.first({"link", "atom:link", "guid"}, address_in);
}

Value or_else(Value first, const Value& second) { return first.value.empty() ? second : first; }

// An entry that was taken from another feed says so.
Value source_of(const Fields& fields, const Names& names) {
    const auto source_in = [&](const pugi::xml_node& element, std::string_view name) {
        return name == "source" ? short_text(element) : Fields(element, names).first({"atom:title"}, title_in).value;
    };
    return or_else(fields.first({"dc:publisher"}, short_text_in), fields.first({"source", "atom:source"}, source_in));
}

std::string name_of(const Fields& fields, const pugi::xml_node& item, const Value& url) {
    std::string name = fields.first({"guid", "atom:id", "dc:identifier"}, short_text_in).value;
    if (name.empty()) name = cleaned(std::string(trimmed(attribute(item, "rdf:about"))).substr(0, longest_name));
    return name.empty() ? url.value : name;
}

}  // namespace

Channel channel_of(const pugi::xml_node& root, const pugi::xml_node& element, const Names& names) {
    const Fields fields(element, names);
    Channel channel;
    channel.base = own_base(own_base({}, root), element == root ? pugi::xml_node() : element);
    channel.title = fields.first({"title", "atom:title", "dc:title"}, title_in);
    channel.language = or_else(or_else(fields.first({"language", "dc:language"}, language_in), xml_language(element)), xml_language(root));
    channel.author = or_else(fields.first({"atom:author"}, person_in), fields.first({"dc:creator"}, person_in));
    channel.publisher = or_else(fields.first({"dc:publisher"}, short_text_in), channel.title);
    channel.url = url_of(fields, channel.base);
    if (channel.base.empty()) channel.base = channel.url.value;
    return channel;
}

Entry entry_of(const pugi::xml_node& item, const Channel& channel, const Names& names) {
    const Fields fields(item, names);
    Entry entry;
    entry.title = fields.first({"title", "atom:title", "dc:title", "media:title"}, title_in);
    entry.content = content_of(fields, names);
    entry.url = url_of(fields, own_base(channel.base, item));
    entry.name = name_of(fields, item, entry.url);
    entry.author = or_else(people_of(fields), channel.author);
    entry.publisher = or_else(source_of(fields, names), channel.publisher);
    entry.language = or_else(or_else(fields.first({"dc:language"}, language_in), xml_language(item)), channel.language);
    entry.published = fields.first({"pubDate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "atom:created", "dcterms:created",
                                    "atom:updated", "atom:modified", "dcterms:modified"},
                                   day_in);
    return entry;
}

std::string document_of(const Entry& entry) {
    const std::string &title = entry.title.value, &text = entry.content.text;
    if (!entry.content.is_html) {
        const bool is_title_alone = trimmed(text).empty() || trimmed(text) == title;
        return is_title_alone ? title + "\n" : title.empty() ? text : title + "\n\n" + text;
    }
    std::string heading;
    append_escaped(title, heading);
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + heading + "</title></head>\n<body><article>\n" +
           (heading.empty() ? "" : "<h1>" + heading + "</h1>\n") + text + "\n</article></body></html>\n";
}

}  // namespace feed
