#include "core/plugin/metadata.h"

#include <algorithm>

#include "core/plugin/host.h"
#include "core/mention/date.h"
#include "core/plugin/peer.h"

namespace dateline::plugin {
namespace {

constexpr std::size_t longest_value = 16u << 10;

// Where a metadata value is kept.
struct Place {
    std::string_view name;
    Metadata Document::* metadata;   // with the rule that found it
    std::string Document::* plain;   // without
};

constexpr Place places[] = {
    {"media_type", nullptr, &Document::media_type}, {"charset", nullptr, &Document::charset},   {"title", &Document::title, nullptr},
    {"language", &Document::language, nullptr},     {"published", &Document::published, nullptr}, {"publisher", &Document::publisher, nullptr},
    {"author", &Document::author, nullptr},         {"url", &Document::url, nullptr},
};

const Place* place_of(std::string_view name) {
    const auto place = std::find_if(std::begin(places), std::end(places), [&](const Place& one) { return one.name == name; });
    return place == std::end(places) ? nullptr : place;
}

}  // namespace

std::string problem_with(const dateline_metadata& given) {
    const Place* place = place_of(message_of(given.name));
    if (place == nullptr) {
        return ": there is no '" + std::string(message_of(given.name)) + "'";
    }
    const std::string about = " for '" + std::string(place->name) + "': ";
    if (!is_text(given.value, longest_value) || !is_text(given.rule, 200)) {
        return about + "value or rule is no UTF-8, holds NUL or is too long";
    }
    if (place->plain == nullptr && given.rule.length == 0) {
        return about + "the rule, which says where it stood, is empty";
    }
    if (place->name == "published" && !is_date(view(given.value))) {
        return about + "the value is no date as records write it (EDTF): '" + std::string(view(given.value).substr(0, 40)) + "'";
    }
    return {};
}

void put_metadata(Document& document, std::string_view name, std::string_view value, std::string_view rule) {
    const Place& place = *place_of(name);
    if (place.plain != nullptr) {
        (document.*place.plain).assign(value);
    } else {
        (document.*place.metadata).value.assign(value);
        (document.*place.metadata).rule.assign(rule);
    }
}

void tell(Document& document, std::span<const ToldMetadata> metadata) {
    for (const ToldMetadata& one : metadata) {
        put_metadata(document, one.name, one.value, one.rule);
    }
}

void list_metadata(const Document& document, std::vector<dateline_metadata>& list) {
    list.clear();
    for (const Place& place : places) {
        const std::string& value = place.plain != nullptr ? document.*place.plain : (document.*place.metadata).value;
        if (!value.empty()) {
            list.push_back({borrow(place.name), borrow(value), place.plain != nullptr ? dateline_string{} : borrow((document.*place.metadata).rule)});
        }
    }
}

void clear_metadata(Document& document) {
    for (const Place& place : places) {
        if (place.plain != nullptr) {
            (document.*place.plain).clear();
        } else {
            (document.*place.metadata).value.clear();
            (document.*place.metadata).rule.clear();
        }
    }
}

}  // namespace dateline::plugin
