#include "core/evaluate/score.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/evaluate/items.h"
#include "core/evaluate/names.h"
#include "core/text/utf8.h"

namespace dateline::evaluate {
namespace {

constexpr std::array measures = {"date", "date.value", "organization", "person", "base", "names", "alias", "role", "base.fact", "published"};

// So many characters of the text stand on each side of a mention in a miss.
constexpr std::uint64_t context = 30;

// An article's text, to show where an item stands.
class Surroundings {
public:
    explicit Surroundings(const Gold& gold) : gold_(gold), offsets_(gold.text, text::OffsetUnit::code_point) {}

    std::string show(const Item& item) const {
        if (item.end == 0) {
            return item.what;
        }
        const std::uint32_t from = offsets_.byte(item.start - std::min(item.start, context)), to = offsets_.byte(item.end + context);
        return item.what + " " + std::to_string(item.start) + "–" + std::to_string(item.end) + " in …" + folded(std::string_view(gold_.text).substr(from, to - from)) + "…";
    }

private:
    const Gold& gold_;
    text::OffsetMap offsets_;
};

void compare(const Items& gold, const Items& found, const std::string& article, const Surroundings& surroundings, Tally& tally) {
    for (const Item& item : found) {
        if (gold.contains(item)) {
            ++tally.right;
        } else {
            ++tally.wrong;
            tally.misses.push_back({article, true, surroundings.show(item)});
        }
    }
    for (const Item& item : gold) {
        if (!found.contains(item)) {
            ++tally.missed;
            tally.misses.push_back({article, false, surroundings.show(item)});
        }
    }
}

bool agrees(const Fact& gold, const LooseFact& found) {
    return std::equal(gold.begin(), gold.end(), found.begin(), found.end(), [](const std::string& name, const std::set<std::string>& names) { return names.contains(name); });
}

std::string joined(const auto& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        out.append(out.empty() ? "" : between).append(part);
    }
    return out;
}

Item item_of(const Fact& fact) { return {0, 0, joined(fact, " | ")}; }

// The number keeps facts apart that say the same: each beyond the first is one too many.
Item item_of(const LooseFact& fact, std::size_t number) {
    std::vector<std::string> parts;
    for (const std::set<std::string>& names : fact) {
        parts.push_back(joined(names, " = "));
    }
    return {number + 1, 0, joined(parts, " | ")};
}

// Each gold fact takes the first found one that agrees with it and that no other has taken.
void compare(const std::vector<Fact>& gold, const std::vector<LooseFact>& found, const std::string& article, const Surroundings& surroundings, Tally& tally) {
    Items gold_items, found_items;
    std::vector<bool> taken(found.size());
    for (const Fact& fact : gold) {
        gold_items.insert(item_of(fact));
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!taken[i] && agrees(fact, found[i])) {
                taken[i] = true;
                found_items.insert(item_of(fact));
                break;
            }
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!taken[i]) {
            found_items.insert(item_of(found[i], i));
        }
    }
    compare(gold_items, found_items, article, surroundings, tally);
}

}  // namespace

Figures Tally::figures() const {
    Figures figures;
    figures.gold = right + missed;
    figures.found = right + wrong;
    const auto share = [this](std::size_t of) { return static_cast<double>(right) / static_cast<double>(of); };
    figures.precision = figures.found != 0 ? share(figures.found) : figures.gold == 0 ? 1 : 0;
    figures.recall = figures.gold != 0 ? share(figures.gold) : 1;
    const double sum = figures.precision + figures.recall;
    figures.f1 = sum > 0 ? 2 * figures.precision * figures.recall / sum : 0;
    return figures;
}

Score::Score() {
    for (const char* measure : measures) {
        tallies_.push_back({measure, 0, 0, 0, {}});
    }
}

void Score::add(const Gold& gold, std::string_view record) {
    const GoldItems marked(gold);
    const FoundItems found(record);
    const Surroundings surroundings(gold);
    std::size_t next = 0;
    const auto add_measure = [&](const auto& right, const auto& given) { compare(right, given, gold.name, surroundings, tallies_[next++]); };
    add_measure(marked.dates, found.dates);
    add_measure(marked.date_values, found.date_values);
    add_measure(marked.organizations, found.organizations);
    add_measure(marked.people, found.people);
    add_measure(marked.bases, found.bases);
    add_measure(marked.names, found.names);
    add_measure(marked.aliases, found.aliases);
    add_measure(marked.roles, found.roles);
    add_measure(marked.base_facts, found.base_facts);
    add_measure(marked.published, found.published);
}

const Tally& Score::tally(std::string_view measure) const {
    return *std::find_if(tallies_.begin(), tallies_.end(), [&](const Tally& tally) { return tally.measure == measure; });
}

std::string article_of(std::string_view record) {
    const nlohmann::json parsed = nlohmann::json::parse(record, nullptr, false);
    const nlohmann::json::json_pointer source("/document/source");
    if (!parsed.is_object() || !parsed.contains(source) || !parsed.at(source).is_string()) {
        throw std::runtime_error("a record to score names no document.source: give records as dateline extract writes them");
    }
    return std::filesystem::path(parsed.at(source).get<std::string>()).stem().string();
}

}  // namespace dateline::evaluate
