/// A feed, and an entry of it, as what they say of themselves.
#pragma once

#include <string>

#include "content.h"
#include "fields.h"

namespace feed {

/// What holds for a whole feed.
struct Channel {
    Value title, language, author, publisher, url;
    std::string base;  ///< the address that relative ones go by
};
/// `channel` is the element that has the feed's title, `root` the first element, which may be the same.
Channel channel_of(const pugi::xml_node& root, const pugi::xml_node& channel, const Names& names);

struct Entry {
    std::string name;  ///< what the feed tells it apart by: a guid or address; may be empty
    Value title, language, author, publisher, published, url;
    Content content;

    bool is_empty() const { return title.value.empty() && content.text.empty(); }
};
Entry entry_of(const pugi::xml_node& item, const Channel& channel, const Names& names);

/// Title and content together as a document, a web page or plain text.
std::string document_of(const Entry& entry);

}  // namespace feed
