/// The reader of feeds: their entries are documents of their own.
#include <algorithm>
#include <string>

#include "dateline/plugin.hpp"
#include "document.h"
#include "entry.h"
#include "prolog.h"
#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

constexpr std::size_t kib = 1024;

// The first bytes as text. UTF-16 is known by its mark; the first characters are ASCII, so that dropping NUL shows them.
std::string head_of(std::string_view bytes, std::size_t length) {
    std::string head(bytes.substr(0, length));
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
        head.erase(0, 2);
    }
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    return head;
}

bool is_markup(std::string_view head) { return trimmed(head).starts_with('<'); }

// Empty when the head is not that of a feed.
std::string_view media_type_of(std::string_view head) {
    const auto holds = [&](std::string_view text) { return head.find(text) != std::string_view::npos; };
    if (!is_markup(head)) return {};
    const std::string_view root = root_name(prolog_of(head));
    if (root == "rss") return "application/rss+xml";
    if (root == "RDF" && (holds("purl.org/rss/1.0/") || holds("netscape.com/rdf/simple/0.9/"))) return "application/rdf+xml";
    if ((root == "feed" || root == "entry") && (holds("www.w3.org/2005/Atom") || holds("purl.org/atom/ns#"))) return "application/atom+xml";
    return {};
}

// Long comments and lists of namespaces stand before what tells.
bool may_be_feed(std::string_view head) { return is_markup(head) && prolog_of(head).root.find('>') == std::string_view::npos; }

pugi::xml_node channel_in(const pugi::xml_node& root) {
    for (const pugi::xml_node& child : root.children()) {
        if (local_name(child.name()) == "channel") return child;
    }
    return root;
}

// How the feed would write the tag of an entry: "item", "entry", "a:entry".
std::string tag_of_entries(std::string_view root) {
    const std::string_view name = local_name(root);
    return name == "feed" || name == "entry" ? std::string(root.substr(0, root.size() - name.size())) + "entry" : "item";
}

class Feed {
public:
    explicit Feed(const dateline::Host&) {}

    std::uint32_t probe(const dateline::Input& input) const {
        const std::string head = head_of(input.bytes(), kib);
        return !media_type_of(head).empty() ? 90 : may_be_feed(head) ? 40 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        const std::string_view media_type = media_type_of(head_of(input.bytes(), 64 * kib));
        if (media_type.empty()) throw dateline::NotMine("it looks like XML that is no feed");
        Document document;
        parse(input.bytes(), input.charset(), document);
        const pugi::xml_node root = document.tree.document_element();
        const Names names(root);
        const Channel channel = channel_of(root, channel_in(root), names);
        tell(document, channel, media_type, output);
        entries_ = empty_ = 0;
        deliver_all(document, channel, names, output);
        tell_problems(document, output);
    }

private:
    void deliver_all(const Document& document, const Channel& channel, const Names& names, dateline::ReaderOutput& output) {
        const pugi::xml_node root = document.tree.document_element(), below = channel_in(root);
        std::string tag = tag_of_entries(root.name());
        const auto deliver_if_entry = [&](const pugi::xml_node& element) {
            const std::string name = element.type() == pugi::node_element ? names.of(element) : std::string();
            if (name == "item" || name == "atom:entry") {
                tag = element.name();
                deliver(entry_of(element, channel, names), output);
            }
            return !output.should_stop();
        };
        deliver_if_entry(root);
        for (const pugi::xml_node& parent : {below, below == root ? pugi::xml_node() : root}) {
            for (const pugi::xml_node& child : parent.children()) {
                if (!deliver_if_entry(child)) return;
            }
        }
        if (document.damage.empty()) return;
        for_each_behind_damage(document, tag, deliver_if_entry);
        if (entries_ == 0) throw dateline::Error("it is corrupt: it is no well-formed XML at " + document.damage);
    }

    void deliver(const Entry& entry, dateline::ReaderOutput& output) {
        ++entries_;
        if (entry.is_empty()) {
            ++empty_;
            return;
        }
        const std::string bytes = document_of(entry);
        const std::string_view within = std::string_view(bytes).substr(0, output.room() + 1);
        dateline::Member member(entry.name, within);
        member.of_type(entry.content.is_html ? "text/html" : "text/plain", "UTF-8");
        const auto with = [&](std::string_view name, const Value& value) { member.with(name, value.value, value.rule); };
        with("title", entry.title);
        with("published", entry.published);
        with("author", entry.author);
        with("url", entry.url);
        with("language", entry.language);
        with("publisher", entry.publisher);
        output.add(member);
    }

    static void tell(const Document& document, const Channel& channel, std::string_view media_type, dateline::ReaderOutput& output) {
        output.metadata("media_type", media_type, "feed/reader");
        output.metadata("charset", document.charset, "feed/reader");
        const auto say = [&](std::string_view name, const Value& value) {
            if (!value.value.empty()) output.metadata(name, value.value, value.rule);
        };
        say("title", channel.title);
        say("language", channel.language);
        say("author", channel.author);
        say("publisher", channel.publisher);
        say("url", channel.url);
    }

    void tell_problems(const Document& document, dateline::ReaderOutput& output) const {
        if (document.replaced > 0) {
            output.diagnostic(DATELINE_WARNING, "feed.invalid-bytes",
                              "Bytes that are no " + document.charset + " became U+FFFD: " + std::to_string(document.replaced) + ".");
        }
        if (document.declaration_comes_late) {
            output.diagnostic(DATELINE_WARNING, "feed.late-declaration",
                              "Something stands before the XML declaration; the feed was read all the same.");
        }
        if (!document.damage.empty()) {
            output.diagnostic(DATELINE_ERROR, "feed.damaged",
                              "The feed is no well-formed XML at " + document.damage +
                                  "; the entry there may lack something, and what is no entry behind it was not read.");
        }
        if (empty_ > 0) {
            output.diagnostic(DATELINE_INFO, "feed.empty-entries", "Entries without title and text were left out: " + std::to_string(empty_) + ".");
        }
    }

    std::uint64_t entries_ = 0, empty_ = 0;
};

}  // namespace
}  // namespace feed

DATELINE_READER(feed::Feed, "feed", "0.1.0")
