#include "core/evaluate/reliability.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "core/evaluate/items.h"

namespace dateline::evaluate {
namespace {

constexpr std::array collections = {std::pair("dates", "date"), std::pair("organizations", "organization"), std::pair("people", "person"),
                                    std::pair("bases", "base")};

void judge_mentions(const Gold& gold, std::string_view record, std::vector<Judged>& out) {
    std::set<std::tuple<std::string, std::uint64_t, std::uint64_t>> marked;
    for (const GoldMention& mention : gold.mentions) {
        marked.emplace(mention.type, mention.start, mention.end);
    }
    const nlohmann::json parsed = nlohmann::json::parse(record);
    for (const auto& [collection, type] : collections) {
        for (const nlohmann::json& entity : parsed.at("entities").value(collection, nlohmann::json::array())) {
            for (const nlohmann::json& mention : entity.at("mentions")) {
                out.push_back({type, static_cast<int>(std::lround(mention.at("confidence").get<double>() * 100)),
                               marked.contains({type, mention.at("start").get<std::uint64_t>(), mention.at("end").get<std::uint64_t>()})});
            }
        }
    }
}

bool is_stated(const std::vector<Fact>& gold, const LooseFact& found) {
    return std::any_of(gold.begin(), gold.end(), [&](const Fact& fact) { return agrees(fact, found); });
}

void judge_facts(const Gold& gold, std::string_view record, std::vector<Judged>& out) {
    const GoldItems marked(gold);
    const FoundItems found(record);
    for (std::size_t i = 0; i < found.roles.size(); ++i) {
        out.push_back({"person.role", found.role_confidences[i], is_stated(marked.roles, found.roles[i])});
    }
    for (std::size_t i = 0; i < found.base_facts.size(); ++i) {
        const bool organization = found.base_facts[i][1].contains("organization");
        out.push_back({organization ? "base.organization" : "base.event", found.base_fact_confidences[i], is_stated(marked.base_facts, found.base_facts[i])});
    }
}

// Three decimals, rounded.
std::string share(double value) {
    const std::string digits = std::to_string(std::lround(value * 1000));
    return value >= 0.9995 ? "1.000" : "0." + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
}

std::string cell(std::string text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

}  // namespace

std::vector<Judged> judge(const Gold& gold, std::string_view record) {
    std::vector<Judged> out;
    try {
        judge_mentions(gold, record, out);
    } catch (const nlohmann::json::exception& error) {
        throw std::runtime_error(std::string("a record to score lacks what a record has: ") + error.what());
    }
    judge_facts(gold, record, out);
    return out;
}

void Reliability::add(const std::vector<Judged>& all) {
    for (const Judged& one : all) {
        Band& band = kinds_[one.kind][static_cast<std::size_t>(std::clamp(one.confidence / 10, 0, 9))];
        ++band.count;
        band.right += one.right ? 1 : 0;
        band.confidence += static_cast<std::size_t>(one.confidence);
    }
}

std::string Reliability::table() const {
    std::string out = "kind                 confidence   count    mean   right   error\n";
    for (const auto& [kind, bands] : kinds_) {
        Band all;
        double distance = 0;
        const auto line = [&, &name = kind](const std::string& range, const Band& band, const std::string& error) {
            const auto count = static_cast<double>(band.count);
            out += name + std::string(19 - std::min<std::size_t>(19, name.size()), ' ') + cell(range, 12) + cell(std::to_string(band.count), 8) +
                   cell(share(static_cast<double>(band.confidence) / 100 / count), 8) + cell(share(static_cast<double>(band.right) / count), 8) + (error.empty() ? "" : cell(error, 8)) + "\n";
        };
        for (std::size_t i = 0; i < bands.size(); ++i) {
            if (bands[i].count == 0) continue;
            all.count += bands[i].count;
            all.right += bands[i].right;
            all.confidence += bands[i].confidence;
            distance += std::abs(static_cast<double>(bands[i].confidence) / 100 - static_cast<double>(bands[i].right));
            line("0." + std::to_string(i) + "0 to 0." + std::to_string(i) + "9", bands[i], "");
        }
        line("all", all, share(distance / static_cast<double>(all.count)));
    }
    return out;
}

}  // namespace dateline::evaluate
