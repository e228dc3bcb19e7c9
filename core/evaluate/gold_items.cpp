#include "core/evaluate/item_words.h"
#include "core/evaluate/items.h"
#include "core/evaluate/names.h"

namespace dateline::evaluate {
namespace {

void take_mention(const GoldMention& mention, GoldItems& items) {
    const Item item{mention.start, mention.end, in_quotes(mention.text)};
    if (mention.type == "date") {
        items.dates.insert(item);
        items.date_values.insert(valued(item, mention.value));
        return;
    }
    if (mention.type == "organization") {
        items.organizations.insert(item);
    } else if (mention.type == "person") {
        items.people.insert(item);
    } else if (mention.type == "base") {
        items.bases.insert(item);
    }
    items.names.insert(typed_name(mention.type, name_key(mention.text)));
}

std::vector<Fact> facts_of(const GoldBase& base) {
    const std::string name = name_key(base.name);
    std::vector<Fact> facts;
    if (base.event && *base.event != "mentioned") {
        facts.push_back({name, "event", name_key(*base.event)});
        if (base.date) {
            facts.push_back({name, "date", *base.date});
        }
    }
    for (const std::string& organization : base.organizations) {
        facts.push_back({name, "organization", name_key(organization)});
    }
    return facts;
}

}  // namespace

GoldItems::GoldItems(const Gold& gold) {
    for (const GoldMention& mention : gold.mentions) {
        take_mention(mention, *this);
    }
    for (const auto& [type, groups] : gold.aliases) {
        for (const std::vector<std::string>& group : groups) {
            std::set<std::string> keys;
            for (const std::string& name : group) {
                keys.insert(name_key(name));
            }
            add_pairs(type, keys, aliases);
        }
    }
    for (const GoldRole& role : gold.roles) {
        roles.push_back({name_key(role.person), name_key(role.title), role.organization ? name_key(*role.organization) : "-"});
    }
    for (const GoldBase& base : gold.bases) {
        const std::vector<Fact> facts = facts_of(base);
        base_facts.insert(base_facts.end(), facts.begin(), facts.end());
    }
    if (gold.published) {
        published.insert({0, 0, *gold.published});
    }
}

}  // namespace dateline::evaluate
