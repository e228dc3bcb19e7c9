#include "core/train/fact_examples.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "core/evaluate/items.h"
#include "core/evaluate/names.h"
#include "core/learn/fact_features.h"

namespace dateline::train {
namespace {

using Group = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// Which of the gold's roles the facts of an article state.
class RoleLabels {
public:
    RoleLabels(const evaluate::Gold& gold, const pipeline::Result& result, const Types& types)
        : result_(result), types_(types), person_role_(fact_of(types)), gold_(evaluate::GoldItems(gold).roles) {
        for (const Fact& fact : result.proposals.facts) found_.push_back(loose(fact));
    }

    bool is_role(std::size_t fact) const { return result_.proposals.facts[fact].fact == person_role_; }
    /// The role that a fact states, or nothing.
    std::size_t states(std::size_t fact) const {
        return find(fact, [&](const evaluate::Fact& role) { return evaluate::agrees(role, found_[fact]); });
    }
    /// The role that a fact without an organization states but for that: where another place of the text says it in full, it does no harm.
    std::size_t hints(std::size_t fact) const {
        if (!found_[fact][2].contains("-")) return nothing;
        return find(fact, [&](const evaluate::Fact& role) { return found_[fact][0].contains(role[0]) && found_[fact][1].contains(role[1]); });
    }

private:
    static std::uint32_t fact_of(const Types& types) {
        const std::uint32_t person = types.find("person");
        return person == DATELINE_NONE ? DATELINE_NONE : types.find_fact(person, "role");
    }

    template <class Fits>
    std::size_t find(std::size_t fact, Fits fits) const {
        const auto role = found_[fact].empty() ? gold_.end() : std::find_if(gold_.begin(), gold_.end(), fits);
        return role == gold_.end() ? nothing : static_cast<std::size_t>(role - gold_.begin());
    }

    std::set<std::string> names(std::uint32_t candidate) const {
        std::set<std::string> names;
        const std::uint32_t entity = result_.resolution.entity_of[candidate];
        if (entity == DATELINE_NONE) return names;
        for (const std::uint32_t mention : result_.resolution.entities[entity].mentions) {
            const Candidate& one = result_.proposals.candidates[mention];
            names.insert(evaluate::name_key(std::string_view(result_.document.text).substr(one.begin, one.end - one.begin)));
        }
        return names;
    }

    // Empty for a fact of another kind.
    evaluate::LooseFact loose(const Fact& fact) const {
        if (fact.fact != person_role_) return {};
        evaluate::LooseFact found = {names(fact.subject), {""}, {"-"}};
        for (std::uint32_t i = 0; i < fact.fields.count; ++i) {
            const Value& value = result_.proposals.fields[fact.fields.first + i];
            const std::string& field = types_.facts[fact.fact].fields[value.name].name;
            if (field == "title") found[1] = {evaluate::name_key(value.string)};
            if (field == "organization" && value.kind == DATELINE_VALUE_REFERENCE) found[2] = names(value.reference);
        }
        return found;
    }

    const pipeline::Result& result_;
    const Types& types_;
    std::uint32_t person_role_;
    std::vector<evaluate::Fact> gold_;
    std::vector<evaluate::LooseFact> found_;  // by fact; empty for one of another kind
};

}  // namespace

FactExampleMaker::FactExampleMaker(const pipeline::Engine& engine, Units& units) : engine_(engine), units_(units), facts_(engine.plugins().types(), engine.plugins().evidence()) {}

Article FactExampleMaker::make(const evaluate::Gold& gold, const pipeline::Result& result) {
    page_.open(result.document, result.proposals, engine_.learned());
    facts_.open(page_, result.proposals);
    const RoleLabels labels(gold, result, engine_.plugins().types());
    std::map<Group, std::vector<std::size_t>> groups;
    std::map<std::size_t, std::pair<std::int32_t, Group>> places;  // of each role of the gold: where the text says it best, as far as its plugin knows
    for (std::size_t i = 0; i < result.proposals.facts.size(); ++i) {
        if (!labels.is_role(i)) continue;
        const Fact& fact = result.proposals.facts[i];
        const Group group = fact.rival == 0 ? Group{DATELINE_NONE, DATELINE_NONE, static_cast<std::uint32_t>(i)} : Group{fact.fact, fact.subject, fact.rival};
        groups[group].push_back(i);
        const std::size_t stated = labels.states(i);
        const std::int32_t score = fact.verdict.score - fact.learned;
        if (stated != nothing && (!places.contains(stated) || score > places[stated].first)) places[stated] = {score, group};
    }
    Article article{gold.name, {}, false};
    for (const auto& [group, members] : groups) {
        std::size_t must = nothing;
        for (const std::size_t i : members) {
            const auto place = places.find(labels.states(i));
            if (must == nothing && place != places.end() && place->second.second == group) must = place->first;
        }
        Cluster cluster{0, 1, {}};
        for (const std::size_t i : members) {
            const std::size_t stated = labels.states(i);
            cluster.examples.push_back(example(result.proposals.facts[i]));
            cluster.examples.back().gold = must != nothing && stated == must;
            cluster.examples.back().possible = must != nothing ? stated == must : stated != nothing || places.contains(labels.hints(i));
        }
        article.clusters.push_back(std::move(cluster));
    }
    return article;
}

Example FactExampleMaker::example(const Fact& fact) {
    const std::string kind = learn::fact_name(engine_.plugins().types(), fact.fact);
    Example one;
    one.end = 1;
    one.fixed = static_cast<float>(fact.verdict.score - fact.learned) / 100;
    std::vector<learn::Feature> features;
    learn::find_features(facts_, fact, features);
    for (const learn::Feature& feature : features) {
        const std::string_view name = learn::fact_templates()[feature.index].name;
        one.units.push_back(units_.number(learn::feature_key(kind, feature.index, feature.codes), [&] { return Unit{kind, std::string(name), feature.parts, false, 0}; }));
    }
    return one;
}

}  // namespace dateline::train
