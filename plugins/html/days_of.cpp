#include <algorithm>
#include <array>
#include <initializer_list>

#include "../common/ascii.h"
#include "published.h"

namespace html {

using namespace common;
namespace {

constexpr std::size_t most_days = 2000, most_of_a_place = 40;
constexpr std::size_t longest_label = 200;  // bytes of a text that is looked at as a date line

using namespace std::string_view_literals;

// What stands before a day in visible text.
constexpr std::array change_labels = {"updat"sv,   "aktualisiert"sv, "modif"sv,      "stand:"sv,   "geändert"sv, "letzte"sv,
                                      "zuletzt"sv, "bearbeitet"sv,   "mis à jour"sv, "actualiz"sv, "обновл"sv};
constexpr std::array publication_labels = {"publi"sv,       "posted"sv,  "veröffentlicht"sv, "erstellt"sv, "geschrieben"sv, "gepostet"sv,
                                           "eingetragen"sv, "опублик"sv, "datum"sv,          "date:"sv,    "von "sv,        "by "sv};

template <class Words = std::initializer_list<std::string_view>>
bool has_any(std::string_view lower_text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower_text.find(word) != std::string_view::npos; });
}

bool names_publication(std::string_view name) {
    return has_any(name, {"publi", "pubdate", "posted", "issued", "released", "entry-date", "created", "veroeff", "erstell"});
}

bool names_change(std::string_view name) { return has_any(name, {"modif", "updat", "revis", "last", "chang", "edit", "expir", "aktual"}); }

bool names_date(std::string_view name) {
    return has_any(name, {"date", "time", "datum", "fecha", "posted", "publish", "pubdate", "issued", "zeit", "dato", "tarih"});
}

class Collector {
public:
    Collector(const Page& page, const std::vector<std::int32_t>& scores, std::string_view language)
        : page_(page), scores_(scores), language_(language) {}

    std::vector<DayFound> run() {
        read("json-ld published", page_.json_ld.published);
        read("json-ld created", page_.json_ld.created);
        read("json-ld modified", page_.json_ld.modified);
        for_each_element(page_.tree->root(), [&](const GumboNode& node) { element(node); });
        blocks();
        raw();
        return std::move(days_);
    }

private:
    void read(std::string_view place, std::string_view value) {
        if (days_.size() >= most_days || value.empty()) return;
        if (const auto day = read_day(value, language_)) days_.push_back({*day, std::string(place)});
    }

    void element(const GumboNode& node) {
        switch (node.v.element.tag) {
            case GUMBO_TAG_META:
                return meta(node);
            case GUMBO_TAG_LINK:
                return link(node);
            case GUMBO_TAG_TIME:
                return time(node);
            default:
                return other(node);
        }
    }

    void meta(const GumboNode& node) {
        for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
            const std::string name = lower(attribute(node, key));
            if (name == "og:url") {
                url(attribute(node, "content"));
            } else if (has_any(name, {"date", "time", "publish", "issued", "created", "modified", "dc."})) {
                read("meta " + name.substr(0, 60), attribute(node, "content"));
            }
        }
    }

    void link(const GumboNode& node) {
        if (lower(attribute(node, "rel")) == "canonical") url(attribute(node, "href"));
    }

    void url(std::string_view address) {
        if (const auto day = day_of_url(address)) days_.push_back({*day, "url"});
    }

    void time(const GumboNode& node) {
        const std::string name = lower(attribute(node, "class")) + " " + lower(attribute(node, "itemprop")) + " " + lower(attribute(node, "id"));
        const std::string_view place = names_change(name)                                          ? "time changed"
                                       : has_attribute(node, "pubdate") || names_publication(name) ? "time published"
                                                                                                   : "time";
        const std::string_view value = attribute(node, "datetime");
        const auto before = days_.size();
        read(place, value);
        if (days_.size() == before) read(place, attribute(node, "content"));
        if (days_.size() == before) read(place, text_of(node, longest_label));
    }

    void other(const GumboNode& node) {
        const std::string item = lower(attribute(node, "itemprop"));
        if (item == "datepublished" || item == "datecreated" || item == "datemodified") {
            const std::string_view content = attribute(node, "content"), datetime = attribute(node, "datetime");
            read("itemprop " + item, !content.empty()    ? std::string(content)
                                     : !datetime.empty() ? std::string(datetime)
                                                         : text_of(node, longest_label));
        }
        const std::string name = lower(attribute(node, "class")) + " " + lower(attribute(node, "id"));
        for (const char* data : {"data-date", "data-time", "data-timestamp", "data-datetime", "data-published", "data-utime"}) {
            read("data attribute", attribute(node, data));
        }
        if (names_date(name)) labelled(node, name);
    }

    void labelled(const GumboNode& node, std::string_view name) {
        if (const std::string_view title = attribute(node, "title"); !title.empty()) read("class title", title);
        if (++labelled_ > most_of_a_place) return;
        const std::string text = text_of(node, longest_label + 50);
        if (text.size() <= longest_label)
            read(names_change(name) ? "class changed" : names_publication(name) ? "class published" : "class date", text);
    }

    void blocks() {
        const auto is_main = [&](std::int32_t score) { return score > 0; };
        const auto first = std::find_if(scores_.begin(), scores_.end(), is_main) - scores_.begin();
        const auto last = scores_.rend() - std::find_if(scores_.rbegin(), scores_.rend(), is_main);
        for (std::size_t i = 0; i < page_.blocks.blocks.size(); ++i) {
            const auto at = static_cast<std::ptrdiff_t>(i);
            block(page_.blocks.blocks[i].text, at < first ? "above" : at >= last ? "below" : scores_[i] > 0 ? "main" : "within", first - at);
        }
    }

    void block(std::string_view text, std::string_view where, std::ptrdiff_t distance) {
        if (days_.size() >= most_days) return;
        const std::string_view head = text.substr(0, longest_label);
        if (std::none_of(head.begin(), head.end(), is_digit)) return;
        const auto found = find_day(head, language_);
        if (!found) return;
        const std::string before = lower(head.substr(0, found->begin));
        const std::string_view label = has_any(before, change_labels) ? " changed" : has_any(before, publication_labels) ? " published" : "";
        const bool alone = text.size() < (found->end - found->begin) + 20;
        const std::string_view near = where == "above" && distance <= 6 ? " near" : "";
        const std::string_view size = alone ? " alone" : text.size() < 100 ? " short" : "";
        days_.push_back({found->day, std::string("text ").append(where).append(near).append(label).append(size)});
    }

    // Scripts hold data that the page is made of: "publishedAt":"2024-04-01T…".
    void raw() {
        const std::string_view page = page_.decoded.text;
        std::size_t found = 0;
        for (std::size_t at = page.find('-'); at != std::string_view::npos && found < most_of_a_place; at = page.find('-', at + 1)) {
            if (at < 4 || at + 6 > page.size() || page[at + 3] != '-' || !is_digit(page[at - 4])) continue;
            const auto day = read_day(page.substr(at - 4, 10), {});
            if (!day || (at > 4 && is_digit(page[at - 5]))) continue;
            const std::size_t begin = at - std::min<std::size_t>(at, 34);
            const std::string before = lower(page.substr(begin, at - 4 - begin));
            const std::string_view label = names_change(before)        ? " changed"
                                           : names_publication(before) ? " published"
                                           : names_date(before)        ? " date"
                                                                       : "";
            days_.push_back({*day, "raw" + std::string(label)});
            ++found;
        }
        images();
    }

    // Pictures are often put into a folder named by the day.
    void images() {
        std::size_t seen = 0;
        for_each_element(page_.tree->root(), [&](const GumboNode& node) {
            const bool preview = node.v.element.tag == GUMBO_TAG_META && lower(attribute(node, "property")) == "og:image";
            if ((!preview && node.v.element.tag != GUMBO_TAG_IMG) || ++seen > most_of_a_place) return;
            if (const auto day = day_of_url(attribute(node, preview ? "content" : "src")))
                days_.push_back({*day, preview ? "raw preview" : "raw image"});
        });
    }

    const Page& page_;
    const std::vector<std::int32_t>& scores_;
    std::string_view language_;
    std::vector<DayFound> days_;
    std::size_t labelled_ = 0;
};

}  // namespace

std::vector<DayFound> days_of(const Page& page, const std::vector<std::int32_t>& scores, std::string_view language) {
    return Collector(page, scores, language).run();
}

}  // namespace html
