#include "core/evaluate/reliability.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace dateline::evaluate {
namespace {

constexpr std::array collections = {std::pair("dates", "date"), std::pair("organizations", "organization"), std::pair("people", "person"),
                                    std::pair("bases", "base")};

std::size_t band_of(double confidence, std::size_t count) {
    const long tenth = std::lround(std::floor(confidence * 10 + 1e-9));
    return static_cast<std::size_t>(std::clamp(tenth - 5, 0L, static_cast<long>(count) - 1));
}

std::string hundredths(std::size_t right, std::size_t mentions) {
    if (mentions == 0) return "-";
    const std::size_t share = (right * 200 + mentions) / (2 * mentions);
    return share == 100 ? "1.00" : "0." + std::string(share < 10 ? "0" : "") + std::to_string(share);
}

}  // namespace

void Reliability::add(const Gold& gold, std::string_view record) {
    std::set<std::tuple<std::string, std::uint64_t, std::uint64_t>> marked;
    for (const GoldMention& mention : gold.mentions) {
        marked.emplace(mention.type, mention.start, mention.end);
    }
    try {
        const nlohmann::json parsed = nlohmann::json::parse(record);
        for (const auto& [collection, type] : collections) {
            for (const nlohmann::json& entity : parsed.at("entities").value(collection, nlohmann::json::array())) {
                for (const nlohmann::json& mention : entity.at("mentions")) {
                    Band& band = bands_[band_of(mention.at("confidence").get<double>(), bands_.size())];
                    ++band.mentions;
                    band.right += marked.contains({type, mention.at("start").get<std::uint64_t>(), mention.at("end").get<std::uint64_t>()}) ? 1 : 0;
                }
            }
        }
    } catch (const nlohmann::json::exception& error) {
        throw std::runtime_error(std::string("a record to score lacks what a record has: ") + error.what());
    }
}

std::string Reliability::table() const {
    std::string out = "confidence   mentions   right\n";
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        const std::string from = "0." + std::to_string(5 + i), mentions = std::to_string(bands_[i].mentions);
        const std::string right = hundredths(bands_[i].right, bands_[i].mentions);
        out += from + "0 to " + from + "9" + std::string(9 - std::min<std::size_t>(9, mentions.size()), ' ') + mentions +
               std::string(8 - std::min<std::size_t>(8, right.size()), ' ') + right + "\n";
    }
    return out;
}

}  // namespace dateline::evaluate
