#include "published.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "number_file.h"

namespace html {

// Made by the build from day-weights.tsv.
extern const std::string_view day_weights_file;

namespace {

std::int32_t weight_of(std::string_view feature) {
    static const NumberFile weights(day_weights_file);
    const NumberFile::Row* row = weights.find(feature);
    return row == nullptr ? 0 : (*row)[0];
}

std::tuple<int, int, int> order(const Day& day) { return {day.year, day.month, day.day}; }

struct Before {
    bool operator()(const Day& a, const Day& b) const { return order(a) < order(b); }
};

bool is_text(std::string_view place) { return place.starts_with("text") || place.starts_with("class") || place.starts_with("raw"); }

// A day that the page's makers marked up as one, and not as that of a change.
bool is_marked(std::string_view place) {
    return !is_text(place) && place.find("modif") == std::string_view::npos && place.find("chang") == std::string_view::npos;
}

class Weigher {
public:
    explicit Weigher(const std::vector<DayFound>& found) {
        for (const DayFound& one : found) {
            places_[one.day].insert(one.place);
            first_.emplace(one.place, one.day);
            first_.emplace("group " + one.place.substr(0, one.place.find(' ')), one.day);
            if (is_marked(one.place)) marked_.insert(one.day);
        }
    }

    std::vector<DayChoice> run() {
        std::vector<DayChoice> choices;
        for (const auto& [day, places] : places_) {
            DayChoice choice{day, *places.begin(), {}, 0};
            std::int32_t best = 0;
            for (const std::string& place : places) {
                choice.features.push_back("any " + place);
                if (first_.at(place) == day) choice.features.push_back("first " + place);
                const std::int32_t weight = weight_of("any " + place) + (first_.at(place) == day ? weight_of("first " + place) : 0);
                if (place == *places.begin() || weight > best) {
                    choice.place = place;
                    best = weight;
                }
            }
            compare(day, places.size(), choice.features);
            for (const std::string& feature : choice.features) choice.score += weight_of(feature);
            choices.push_back(std::move(choice));
        }
        return choices;
    }

private:
    void compare(const Day& day, std::size_t places, std::vector<std::string>& features) const {
        for (auto group = first_.lower_bound("group "); group != first_.end() && group->first.starts_with("group "); ++group) {
            if (group->second == day) features.push_back(group->first);
        }
        features.push_back("places " + std::to_string(std::min<std::size_t>(places, 6)));
        if (day == places_.begin()->first) features.push_back("earliest");
        if (day == places_.rbegin()->first) features.push_back("latest");
        if (places_.size() == 1) features.push_back("only");
        if (marked_.empty()) return;
        const auto at = order(day), begin = order(*marked_.begin()), end = order(*marked_.rbegin());
        if (at == begin) features.push_back("earliest marked");
        if (at == end) features.push_back("latest marked");
        if (at < begin) features.push_back("before marked");
        if (at > end) features.push_back("after marked");
    }

    std::map<Day, std::set<std::string>, Before> places_;
    std::map<std::string, Day> first_;  // by place, and by group of places
    std::set<Day, Before> marked_;
};

}  // namespace

std::vector<DayChoice> weigh_days(const std::vector<DayFound>& found) { return Weigher(found).run(); }

std::optional<DayChoice> published(const std::vector<DayFound>& found) {
    std::vector<DayChoice> choices = weigh_days(found);
    const auto best = std::max_element(choices.begin(), choices.end(), [](const DayChoice& a, const DayChoice& b) { return a.score < b.score; });
    return best == choices.end() ? std::nullopt : std::optional(std::move(*best));
}

}  // namespace html
