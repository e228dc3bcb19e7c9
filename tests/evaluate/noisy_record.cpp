#include "tests/evaluate/noisy_record.h"

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <vector>

#include "core/evaluate/names.h"

namespace dateline::evaluate {
namespace {

using Json = nlohmann::ordered_json;

class Writer {
public:
    Writer(const Gold& gold, std::uint32_t seed) : gold_(gold), random_(seed), noisy_(seed != 0) {}

    std::string write() {
        for (const GoldMention& mention : gold_.mentions) {
            add_mention(mention);
        }
        add_roles();
        add_bases();
        Json record = {{"document", {{"source", "somewhere/" + gold_.name + ".txt"}, {"offset_unit", "code-point"}, {"published", published()}}},
                       {"entities", Json::object()}};
        for (const auto& [type, collection] : {std::pair("date", "dates"), std::pair("organization", "organizations"), std::pair("person", "people"), std::pair("base", "bases")}) {
            record["entities"][collection] = entities_[type];
        }
        return record.dump();
    }

private:
    bool sometimes() { return noisy_ && random_() % 6 == 0; }

    Json published() {
        if (sometimes()) return "2001-01-01";
        return gold_.published && !sometimes() ? Json(*gold_.published) : Json();
    }

    void add_mention(const GoldMention& mention) {
        if (sometimes()) return;
        Json& entity = entity_of(mention);
        const std::uint64_t end = mention.end - (sometimes() ? 1 : 0);
        entity["mentions"].push_back({{"start", mention.start}, {"end", end}, {"text", mention.text}});
        if (sometimes()) {
            entity["mentions"].push_back({{"start", end + 40}, {"end", end + 47}, {"text", "Nothing\u00A0 at all"}});
        }
    }

    // By value or by what its group of names is called; sometimes another one.
    Json& entity_of(const GoldMention& mention) {
        const std::string key = mention.type == "date" ? mention.value : leader(mention.type, mention.text);
        std::vector<Json>& list = entities_[mention.type];
        if (!list.empty() && sometimes()) return list[random_() % list.size()];
        for (Json& entity : list) {
            if (entity["key"] == key) return entity;
        }
        list.push_back({{"id", mention.type.substr(0, 1) + std::to_string(list.size() + 1)}, {"key", key}, {"value", mention.value}, {"mentions", Json::array()}});
        return list.back();
    }

    std::string leader(const std::string& type, const std::string& name) const {
        const auto groups = gold_.aliases.find(type);
        if (groups != gold_.aliases.end()) {
            for (const std::vector<std::string>& group : groups->second) {
                for (const std::string& other : group) {
                    if (name_key(other) == name_key(name)) return name_key(group.front());
                }
            }
        }
        return name_key(name);
    }

    Json* find(const std::string& type, const std::string& key) {
        for (Json& entity : entities_[type]) {
            if (entity["key"] == key) return &entity;
        }
        return nullptr;
    }

    Json id_of(const std::string& type, const std::string& key) {
        const Json* entity = find(type, key);
        return entity == nullptr ? Json() : (*entity)["id"];
    }

    void add_roles() {
        for (const GoldRole& role : gold_.roles) {
            Json* person = find("person", leader("person", role.person));
            if (person == nullptr || sometimes()) continue;
            const Json organization = role.organization && !sometimes() ? id_of("organization", leader("organization", *role.organization)) : Json();
            (*person)["roles"].push_back({{"title", sometimes() ? "Head" : role.title}, {"organization", organization}});
            if (sometimes()) (*person)["roles"].push_back((*person)["roles"].back());
        }
    }

    void add_bases() {
        for (const GoldBase& fact : gold_.bases) {
            Json* base = find("base", leader("base", fact.name));
            if (base == nullptr || sometimes()) continue;
            if (fact.event) {
                const Json date = fact.date ? (sometimes() ? Json("d99") : id_of("date", *fact.date)) : Json();
                (*base)["events"].push_back({{"type", sometimes() ? "closed" : *fact.event}, {"date", date}});
            }
            for (const std::string& organization : fact.organizations) {
                const Json id = id_of("organization", leader("organization", organization));
                if (!id.is_null()) (*base)["organizations"].push_back({{"organization", id}, {"relation", "built-by"}});
            }
        }
    }

    const Gold& gold_;
    std::mt19937 random_;
    bool noisy_;
    std::map<std::string, std::vector<Json>> entities_;
};

}  // namespace

std::string noisy_record(const Gold& gold, std::uint32_t seed) { return Writer(gold, seed).write(); }

}  // namespace dateline::evaluate
