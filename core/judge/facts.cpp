#include <algorithm>
#include <tuple>
#include <vector>

#include "core/judge/judge.h"
#include "core/judge/score.h"

namespace dateline::judge {
namespace {

class FactJudge {
public:
    FactJudge(Proposals& proposals, const Types& types, Weights weights, const Scales& scales, std::vector<std::uint32_t>& rivals)
        : proposals_(proposals), types_(types), weights_(weights), scales_(scales), rivals_(rivals) {}

    void decide() {
        drop_references(proposals_.attributes);
        drop_references(proposals_.fields);
        for (Fact& fact : proposals_.facts) {
            const std::uint32_t subject = standing(fact.subject);
            judge(fact, subject != DATELINE_NONE && has_needed_fields(fact), fact.learned);
            fact.subject = subject == DATELINE_NONE ? fact.subject : subject;
            set_margin(fact.verdict, fact.verdict.score, scales_.facts, fact.fact);
        }
        for (Link& link : proposals_.links) {
            const std::uint32_t from = standing(link.from), to = standing(link.to);
            judge(link, from != to && of_one_type(from, to), 0);
            set_margin(link.verdict, link.verdict.score, {&scales_.links, 1}, 0);
            if (link.verdict.accepted) {
                link.from = from;
                link.to = to;
            }
        }
        settle_rivals();
    }

private:
    template <class Proposed>
    void judge(Proposed& proposed, bool possible, std::int32_t learned) {
        proposed.verdict = {};
        proposed.verdict.score = clamp(supported_score(proposals_, weights_, proposed) + learned);
        proposed.verdict.accepted = possible && proposed.verdict.score > 0;
    }

    // The accepted candidate that a handle stands for: itself, or the twin (same words, same type) that won over it.
    std::uint32_t standing(std::uint32_t handle) const {
        if (handle == DATELINE_NONE) {
            return DATELINE_NONE;
        }
        const Candidate& candidate = proposals_.candidates[handle];
        if (types_.types[candidate.type].silent()) {
            return DATELINE_NONE;
        }
        if (candidate.verdict.accepted) {
            return handle;
        }
        const std::uint32_t rival = candidate.verdict.rival;
        if (rival == DATELINE_NONE) {
            return DATELINE_NONE;
        }
        const Candidate& winner = proposals_.candidates[rival];
        const bool twin = winner.type == candidate.type && winner.begin == candidate.begin && winner.end == candidate.end;
        return twin ? rival : DATELINE_NONE;
    }

    bool of_one_type(std::uint32_t one, std::uint32_t other) const {
        return one != DATELINE_NONE && other != DATELINE_NONE && proposals_.candidates[one].type == proposals_.candidates[other].type;
    }

    void drop_references(std::vector<Value>& values) const {
        for (Value& value : values) {
            if (value.kind == DATELINE_VALUE_REFERENCE) {
                value.reference = standing(value.reference);
                value.kind = value.reference == DATELINE_NONE ? DATELINE_VALUE_NULL : DATELINE_VALUE_REFERENCE;
            }
        }
    }

    bool has_needed_fields(const Fact& fact) const {
        const std::vector<FieldDeclaration>& declared = types_.facts[fact.fact].fields;
        for (std::uint32_t name = 0; name < declared.size(); ++name) {
            if (!declared[name].nullable && !declared[name].list && !has_value(fact, name)) {
                return false;
            }
        }
        return true;
    }

    bool has_value(const Fact& fact, std::uint32_t name) const {
        const auto first = proposals_.fields.begin() + fact.fields.first;
        return std::any_of(first, first + fact.fields.count,
                           [name](const Value& value) { return value.name == name && value.kind != DATELINE_VALUE_NULL; });
    }

    void settle_rivals() {
        rivals_.clear();
        for (std::uint32_t i = 0; i < proposals_.facts.size(); ++i) {
            if (proposals_.facts[i].rival != 0 && proposals_.facts[i].verdict.accepted) {
                rivals_.push_back(i);
            }
        }
        const auto group = [this](std::uint32_t index) { return rivalry(proposals_, proposals_.facts[index]); };
        std::sort(rivals_.begin(), rivals_.end(), [&](std::uint32_t a, std::uint32_t b) {
            const Fact &one = proposals_.facts[a], &other = proposals_.facts[b];
            return group(a) != group(b) ? group(a) < group(b)
                                        : std::tie(other.verdict.score, one.begin, a) < std::tie(one.verdict.score, other.begin, b);
        });
        for (std::size_t i = 1, best = 0; i < rivals_.size(); ++i) {
            if (group(rivals_[i]) != group(rivals_[best])) {
                best = i;
                continue;
            }
            proposals_.facts[rivals_[i]].verdict.accepted = false;
            proposals_.facts[rivals_[i]].verdict.rival = rivals_[best];
        }
    }

    Proposals& proposals_;
    const Types& types_;
    Weights weights_;
    const Scales& scales_;
    std::vector<std::uint32_t>& rivals_;
};

}  // namespace

void decide_facts(Proposals& proposals, const Types& types, Weights weights, const Scales& scales) {
    thread_local std::vector<std::uint32_t> rivals;
    FactJudge(proposals, types, weights, scales, rivals).decide();
}

}  // namespace dateline::judge
