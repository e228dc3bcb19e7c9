#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/evaluate/item_words.h"
#include "core/evaluate/items.h"
#include "core/evaluate/names.h"

namespace dateline::evaluate {
namespace {

using nlohmann::json;

struct Collection {
    const char* name;
    const char* type;
    Items FoundItems::*mentions;
};
constexpr std::array collections = {Collection{"dates", "date", &FoundItems::dates},
                                    Collection{"organizations", "organization", &FoundItems::organizations},
                                    Collection{"people", "person", &FoundItems::people}, Collection{"bases", "base", &FoundItems::bases}};

json parse_record(std::string_view record) {
    json parsed = json::parse(record, nullptr, false);
    if (!parsed.is_object()) {
        throw std::runtime_error("a record to score is no JSON object: give one record a line, as dateline extract writes them");
    }
    return parsed;
}

const json& member(const json& object, const char* name) {
    static const json none;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() ? *found : none;
}

int confidence_of(const json& object) {
    const json& confidence = member(object, "confidence");
    return confidence.is_number() ? static_cast<int>(std::lround(confidence.get<double>() * 100)) : 0;
}

std::string string_of(const json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

class Reader {
public:
    Reader(const json& record, FoundItems& out) : entities_(member(record, "entities")), out_(out) {
        const json& unit = member(member(record, "document"), "offset_unit");
        if (unit.is_string() && unit != "code-point") {
            throw std::runtime_error("a record to score counts in " + unit.get<std::string>() + ": extract it with --offset-unit code-point");
        }
        if (const json& published = member(member(record, "document"), "published"); published.is_string()) {
            out_.published.insert({0, 0, published.get<std::string>()});
        }
    }

    void read() {
        for (const Collection& collection : collections) {
            for (const json& entity : member(entities_, collection.name)) {
                take_entity(entity, collection);
            }
        }
        for (const json& person : member(entities_, "people")) {
            take_roles(person);
        }
        for (const json& base : member(entities_, "bases")) {
            take_base(base);
        }
    }

private:
    void take_entity(const json& entity, const Collection& collection) {
        const bool date = collection.mentions == &FoundItems::dates;
        std::set<std::string>& keys = names_[string_of(member(entity, "id"))];
        for (const json& mention : member(entity, "mentions")) {
            const std::string text = string_of(member(mention, "text"));
            const Item item{mention.at("start").get<std::uint64_t>(), mention.at("end").get<std::uint64_t>(), in_quotes(text)};
            (out_.*collection.mentions).insert(item);
            keys.insert(name_key(text));
            if (date) {
                out_.date_values.insert(valued(item, string_of(member(mention.contains("value") ? mention : entity, "value"))));
            } else {
                out_.names.insert(typed_name(collection.type, name_key(text)));
            }
        }
        if (date) {
            values_[string_of(member(entity, "id"))] = string_of(member(entity, "value"));
        } else {
            add_pairs(collection.type, keys, out_.aliases);
        }
    }

    // A reference that leads nowhere stands for itself.
    std::set<std::string> names(const json& id) const {
        const auto found = names_.find(string_of(id));
        return found == names_.end() ? std::set<std::string>{name_key(string_of(id))} : found->second;
    }

    void take_roles(const json& person) {
        for (const json& role : member(person, "roles")) {
            const json& organization = member(role, "organization");
            out_.roles.push_back({names(member(person, "id")), {name_key(string_of(member(role, "title")))},
                                  organization.is_string() ? names(organization) : std::set<std::string>{"-"}});
            out_.role_confidences.push_back(confidence_of(role));
        }
    }

    void take_base(const json& base) {
        const std::set<std::string> name = names(member(base, "id"));
        for (const json& event : member(base, "events")) {
            const std::string type = name_key(string_of(member(event, "type")));
            if (type == "mentioned") {
                continue;
            }
            add_base_fact({name, {"event"}, {type}}, event);
            if (const json& date = member(event, "date"); date.is_string()) {
                const auto value = values_.find(string_of(date));
                add_base_fact({name, {"date"}, {value == values_.end() ? string_of(date) : value->second}}, event);
            }
        }
        for (const json& tie : member(base, "organizations")) {
            add_base_fact({name, {"organization"}, names(member(tie, "organization"))}, tie);
        }
    }

    void add_base_fact(LooseFact fact, const json& written) {
        out_.base_facts.push_back(std::move(fact));
        out_.base_fact_confidences.push_back(confidence_of(written));
    }

    const json& entities_;
    FoundItems& out_;
    std::map<std::string, std::set<std::string>> names_;  // of each entity, by its id
    std::map<std::string, std::string> values_;           // of each date, by its id
};

}  // namespace

bool agrees(const Fact& gold, const LooseFact& found) {
    return gold.size() == found.size() && std::equal(gold.begin(), gold.end(), found.begin(), [](const std::string& part, const auto& names) { return names.contains(part); });
}

FoundItems::FoundItems(std::string_view record) {
    if (record.empty()) {
        return;
    }
    try {
        const json parsed = parse_record(record);
        Reader(parsed, *this).read();
    } catch (const json::exception& error) {
        throw std::runtime_error(std::string("a record to score lacks what a record has: ") + error.what());
    }
}

}  // namespace dateline::evaluate
