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

constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// Which of the gold's facts those of an article state.
class FactLabels {
public:
    FactLabels(const evaluate::Gold& gold, const pipeline::Result& result, const Types& types) : result_(result), types_(types) {
        for (std::uint32_t fact = 0; fact < types.facts.size(); ++fact) {
            kinds_.push_back(learn::fact_name(types, fact));
            want(gold, fact);
        }
        for (const Fact& fact : result.proposals.facts) found_.push_back(is_of_gold(fact) ? loose(fact) : evaluate::LooseFact{});
        label();
    }

    /// Whether the gold tells such facts: roles, what happened to bases, their organizations.
    bool is_of_gold(const Fact& fact) const { return kinds_[fact.fact] == "person.role" || is_event(fact) || kinds_[fact.fact] == "base.organization"; }
    /// The gold's fact that a fact states, or nothing. An event whose date is among no choices is stated without it.
    std::size_t states(std::size_t fact) const { return states_[fact]; }
    /// The gold's fact that one without its last part states but for that: where another place of the text says it in full, it does no harm.
    std::size_t hints(std::size_t fact) const { return hints_[fact]; }

private:
    struct Wanted {
        std::uint32_t fact;
        evaluate::Fact parts;
    };

    bool is_event(const Fact& fact) const { return kinds_[fact.fact] == "base.event"; }

    void want(const evaluate::Gold& gold, std::uint32_t fact) {
        if (kinds_[fact] == "person.role") {
            for (const evaluate::Fact& role : evaluate::GoldItems(gold).roles) wanted_.push_back({fact, role});
        }
        for (const evaluate::GoldBase& base : gold.bases) {
            const std::string name = evaluate::name_key(base.name);
            if (kinds_[fact] == "base.event" && base.event && *base.event != "mentioned") wanted_.push_back({fact, {name, *base.event, base.date.value_or("-")}});
            if (kinds_[fact] != "base.organization") continue;
            for (const std::string& organization : base.organizations) wanted_.push_back({fact, {name, evaluate::name_key(organization)}});
        }
    }

    void label() {
        std::set<std::size_t> stated;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            states_.push_back(find(i, [&](const evaluate::Fact& wanted) { return evaluate::agrees(wanted, found_[i]); }));
            hints_.push_back(find(i, [&](const evaluate::Fact& wanted) {
                const auto is_named = [](const std::string& part, const auto& names) { return names.contains(part); };
                return found_[i].back().contains("-") && std::equal(wanted.begin(), wanted.end() - 1, found_[i].begin(), is_named);
            }));
            stated.insert(states_.back());
        }
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (is_event(result_.proposals.facts[i]) && states_[i] == nothing && !stated.contains(hints_[i])) states_[i] = hints_[i];
        }
    }

    template <class Fits>
    std::size_t find(std::size_t fact, Fits fits) const {
        if (found_[fact].empty()) return nothing;
        const std::uint32_t kind = result_.proposals.facts[fact].fact;
        const auto wanted = std::find_if(wanted_.begin(), wanted_.end(), [&](const Wanted& one) { return one.fact == kind && fits(one.parts); });
        return wanted == wanted_.end() ? nothing : static_cast<std::size_t>(wanted - wanted_.begin());
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

    std::string date_of(std::uint32_t candidate) const {
        const Candidate& date = result_.proposals.candidates[candidate];
        for (std::uint32_t i = 0; i < date.attributes.count; ++i) {
            const Value& value = result_.proposals.attributes[date.attributes.first + i];
            if (value.kind == DATELINE_VALUE_DATE) return std::string(value.string);
        }
        return "-";
    }

    // Its subject and its fields in the order of the gold's.
    evaluate::LooseFact loose(const Fact& fact) const {
        const bool is_event = this->is_event(fact), is_role = kinds_[fact.fact] == "person.role";
        evaluate::LooseFact found = {names(fact.subject), {"-"}};
        if (is_event || is_role) found.push_back({"-"});
        for (std::uint32_t i = 0; i < fact.fields.count; ++i) {
            const Value& value = result_.proposals.fields[fact.fields.first + i];
            const std::string& field = types_.facts[fact.fact].fields[value.name].name;
            if (field == "title" || field == "type") found[1] = {evaluate::name_key(value.string)};
            if (value.kind != DATELINE_VALUE_REFERENCE) continue;
            if (field == "organization") found.back() = names(value.reference);
            if (field == "date") found.back() = {date_of(value.reference)};
        }
        return found;
    }

    const pipeline::Result& result_;
    const Types& types_;
    std::vector<std::string> kinds_;          // of facts, "person.role"
    std::vector<Wanted> wanted_;
    std::vector<evaluate::LooseFact> found_;  // by fact; empty for one of another kind
    std::vector<std::size_t> states_, hints_; // by fact
};

}  // namespace

FactExampleMaker::FactExampleMaker(const pipeline::Engine& engine, Units& units) : engine_(engine), units_(units), facts_(engine.plugins().types(), engine.plugins().evidence()) {}

Article FactExampleMaker::make(const evaluate::Gold& gold, const pipeline::Result& result) {
    page_.open(result.document, result.proposals, engine_.learned());
    facts_.open(page_, result.proposals);
    const FactLabels labels(gold, result, engine_.plugins().types());
    std::map<Rivalry, std::vector<std::size_t>> groups;
    std::map<std::size_t, std::pair<std::int32_t, Rivalry>> places;  // of each fact of the gold: where the text says it best, as far as its plugin knows
    for (std::size_t i = 0; i < result.proposals.facts.size(); ++i) {
        const Fact& fact = result.proposals.facts[i];
        if (!labels.is_of_gold(fact)) continue;
        const Rivalry group = fact.rival == 0 ? Rivalry{DATELINE_NONE, i, 0} : rivalry(result.proposals, fact);
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
