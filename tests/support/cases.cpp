#include "tests/support/cases.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace dateline::test {

namespace {

/// Takes the marks out of a line and notes them.
std::string without_marks(std::string_view line, std::vector<std::string>& mentions) {
    constexpr std::string_view open = "⟦", close = "⟧";
    std::string text;
    for (std::size_t at = line.find(open); at != std::string_view::npos; at = line.find(open)) {
        text += line.substr(0, at);
        line.remove_prefix(at + open.size());
        const std::size_t bar = line.find('|'), end = line.find(close);
        mentions.push_back(std::string(1, line.front()) + "|" + std::string(line.substr(bar + 1, end - bar - 1)));
        text += line.substr(bar + 1, end - bar - 1);
        line.remove_prefix(end + close.size());
    }
    return text += line;
}

std::string name_of(const nlohmann::json& record, const std::string& collection, const nlohmann::json& id, const std::string& field) {
    if (id.is_null()) return "-";
    for (const nlohmann::json& entity : record.at("entities").at(collection)) {
        if (entity.at("id") == id) return entity.at(field).is_null() ? "-" : entity.at(field).get<std::string>();
    }
    throw std::runtime_error("no entity " + id.dump());
}

}  // namespace

std::vector<Case> read_cases(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<Case> cases;
    bool facts = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("# ")) {
            cases.push_back({line.substr(2), {}, {}, {}});
            facts = false;
        } else if (line == "=====") {
            facts = true;
        } else if (!cases.empty() && facts && !line.empty()) {
            cases.back().facts.push_back(line);
        } else if (!cases.empty() && !facts) {
            cases.back().text += without_marks(line, cases.back().mentions) + "\n";
        }
    }
    if (cases.empty()) throw std::runtime_error("no cases in " + file.string());
    for (Case& one : cases) std::sort(one.facts.begin(), one.facts.end());
    return cases;
}

std::vector<std::string> marks(const nlohmann::json& record, char kind, const std::string& collection) {
    std::vector<std::pair<int, std::string>> found;
    for (const nlohmann::json& entity : record.at("entities").at(collection)) {
        for (const nlohmann::json& mention : entity.at("mentions")) {
            found.emplace_back(mention.at("start").get<int>(), std::string(1, kind) + "|" + mention.at("text").get<std::string>());
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> result;
    for (auto& [start, mark] : found) result.push_back(std::move(mark));
    return result;
}

std::vector<std::string> roles(const nlohmann::json& record) {
    std::vector<std::string> result;
    for (const nlohmann::json& person : record.at("entities").at("people")) {
        for (const nlohmann::json& role : person.at("roles")) {
            result.push_back("role | " + person.at("name").get<std::string>() + " | " + role.at("title").get<std::string>() + " | " +
                             name_of(record, "organizations", role.at("organization"), "name") + " | " + role.at("status").get<std::string>());
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<std::string> base_facts(const nlohmann::json& record) {
    std::vector<std::string> result;
    for (const nlohmann::json& base : record.at("entities").at("bases")) {
        const std::string name = base.at("name").get<std::string>();
        for (const nlohmann::json& event : base.at("events")) {
            result.push_back("event | " + name + " | " + event.at("type").get<std::string>() + " | " + name_of(record, "dates", event.at("date"), "value"));
        }
        for (const nlohmann::json& tie : base.at("organizations")) {
            result.push_back("organization | " + name + " | " + tie.at("relation").get<std::string>() + " | " +
                             name_of(record, "organizations", tie.at("organization"), "name"));
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace dateline::test
