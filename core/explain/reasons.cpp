#include "core/explain/reasons.h"

#include <algorithm>
#include <cstdlib>

#include "core/learn/fact_features.h"
#include "core/learn/features.h"
#include "core/learn/weigher.h"
#include "core/mention/confidence.h"
#include "core/mention/name.h"

namespace dateline::explain {
namespace {

std::string quoted(std::string_view text) {
    return "“" + shortened(text) + "”";
}

std::string named(const Findings& findings, std::uint32_t candidate) {
    const Candidate& rival = findings.proposals.candidates[candidate];
    return quoted(findings.words(rival.begin, rival.end)) + " (" + findings.types.types[rival.type].name + ")";
}

std::string filled(std::string_view sentence, std::string_view words) {
    const std::size_t at = sentence.find("{0}");
    if (at == std::string_view::npos) {
        return std::string(sentence);
    }
    return std::string(sentence.substr(0, at)) + (words.empty() ? "…" : shortened(words)) + std::string(sentence.substr(at + 3));
}

Reason host_reason(std::int32_t weight, std::string_view name, std::string sentence) {
    Reason reason;
    reason.weight = weight;
    reason.name = name;
    reason.sentence = std::move(sentence);
    return reason;
}

Reason reason(const Findings& findings, const Evidence& evidence) {
    const EvidenceDeclaration& declared = findings.evidence[evidence.id];
    Reason reason{findings.weights[evidence.id], true, declared.plugin, declared.name,
                  filled(declared.sentence, findings.words(evidence.begin, evidence.end)), evidence.begin, evidence.end, evidence.supporter};
    if (evidence.supporter != DATELINE_NONE && !findings.proposals.candidates[evidence.supporter].verdict.accepted) {
        reason.counts = false;
        reason.sentence += "; does not count, because " + named(findings, evidence.supporter) + " is not marked";
    }
    return reason;
}

template <class Proposed>
std::vector<Reason> submitted(const Findings& findings, const Proposed& proposed) {
    std::vector<Reason> all;
    if (proposed.confidence >= 0) {
        all.push_back(host_reason(score_of(proposed.confidence), "given-confidence",
                                  std::string("its plugin is ").append(std::to_string(proposed.confidence)).append("% sure")));
    }
    for (std::uint32_t i = 0; i < proposed.evidence.count; ++i) {
        all.push_back(reason(findings, findings.proposals.evidence[proposed.evidence.first + i]));
    }
    return all;
}

// Parts of a feature as people read them: where a sentence begins and ends has a sign of its own.
std::string readable(std::string_view parts) {
    std::string out;
    for (std::string_view rest = parts; !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        const std::string_view part = rest.substr(0, space);
        if (!out.empty()) out += ' ';
        out += part == "<s>" || part == "</s>" ? "|" : part;
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return out;
}

// There are dozens of features, most of little weight: the greatest are told one by one. `owner` is a type or a fact.
void add_features(const Findings& findings, std::string_view owner, std::span<const learn::Template> templates, const std::vector<learn::Feature>& features, std::vector<Reason>& all) {
    constexpr std::size_t most_told = 6;
    std::vector<Reason> learned;
    for (const learn::Feature& feature : features) {
        const learn::Template& given = templates[feature.index];
        if (const std::int32_t weight = findings.learned->find(learn::feature_key(owner, feature.index, feature.codes)); weight != 0) {
            learned.push_back(host_reason(weight, given.name, filled(given.sentence, readable(feature.parts))));
        }
    }
    std::stable_sort(learned.begin(), learned.end(), [](const Reason& a, const Reason& b) { return std::abs(a.weight) > std::abs(b.weight); });
    std::int32_t rest = 0;
    for (std::size_t i = most_told; i < learned.size(); ++i) rest += learned[i].weight;
    const std::size_t more = learned.size() - std::min(learned.size(), most_told);
    learned.resize(learned.size() - more);
    if (more > 0) learned.push_back(host_reason(rest, "features", std::to_string(more) + " smaller features of the words in and around it"));
    all.insert(all.end(), learned.begin(), learned.end());
}

void add_features(const Findings& findings, const Candidate& candidate, std::vector<Reason>& all) {
    if (candidate.learned == learn::hopeless) {
        all.push_back(host_reason(candidate.learned, "ruled-out", "what its plugin says rules it out"));
        return;
    }
    std::vector<learn::Feature> features;
    learn::find_features(findings.page, candidate, features);
    add_features(findings, findings.types.types[candidate.type].name, learn::templates(), features, all);
}

void add_features(const Findings& findings, const Fact& fact, std::vector<Reason>& all) {
    std::vector<learn::Feature> features;
    learn::find_features(findings.fact_page(), fact, features);
    add_features(findings, learn::fact_name(findings.types, fact.fact), learn::fact_templates(), features, all);
}

template <class Proposed>
std::string outcome_of(const Proposed& proposed, std::string_view missing) {
    if (proposed.verdict.accepted) {
        return "accepted";
    }
    return proposed.verdict.score <= 0 ? "not taken: too little speaks for it" : "not taken: " + std::string(missing);
}

}  // namespace

std::vector<Reason> reasons(const Findings& findings, const Candidate& candidate) {
    std::vector<Reason> all = submitted(findings, candidate);
    if (candidate.weighed && findings.learned != nullptr) {
        add_features(findings, candidate, all);
    }
    if (const std::int32_t elsewhere = candidate.verdict.elsewhere; elsewhere != 0) {
        all.push_back(host_reason(elsewhere, "elsewhere",
                                  elsewhere > 0 ? "the same name is marked so elsewhere in the document"
                                                : "the same name is marked as something else elsewhere in the document"));
    }
    return all;
}

std::vector<Reason> reasons(const Findings& findings, const Fact& fact) {
    std::vector<Reason> all = submitted(findings, fact);
    if (fact.weighed && findings.learned != nullptr) {
        add_features(findings, fact, all);
    }
    return all;
}

std::vector<Reason> reasons(const Findings& findings, const Link& link) { return submitted(findings, link); }

std::string points(std::int32_t hundredths) {
    const std::int32_t size = std::abs(hundredths);
    std::string text(hundredths < 0 ? "-" : "+");
    text += std::to_string(size / 100);
    if (size % 100 != 0) {
        text += '.' + std::to_string(size % 100 / 10);
    }
    if (size % 10 != 0) {
        text += std::to_string(size % 10);
    }
    return text;
}

std::string outcome(const Findings& findings, const Candidate& candidate) {
    const Verdict& verdict = candidate.verdict;
    if (verdict.accepted) {
        return findings.types.types[candidate.type].silent() ? "accepted, but this type is not written" : "accepted";
    }
    if (verdict.rival != DATELINE_NONE) {
        return "not marked: " + named(findings, verdict.rival) + " takes these words with " +
               points(findings.proposals.candidates[verdict.rival].verdict.score);
    }
    return verdict.score <= 0 ? "not marked: too little speaks for it" : "not marked: others take these words";
}

std::string outcome(const Findings& findings, const Fact& fact) {
    if (!fact.verdict.accepted && fact.verdict.rival != DATELINE_NONE) {
        const Fact& rival = findings.proposals.facts[fact.verdict.rival];
        return "not taken: " + quoted(findings.words(rival.begin, rival.end)) + " says it better, with " + points(rival.verdict.score);
    }
    return outcome_of(fact, "its subject, or something it needs, is not marked");
}

std::string outcome(const Findings&, const Link& link) { return outcome_of(link, "one of its ends is not marked"); }

std::string shortened(std::string_view text, std::size_t most) {
    std::string folded;
    fold_white_space(text, folded);
    std::size_t characters = 0, at = 0;
    while (at < folded.size() && characters < most) {
        at += text::character_at(folded, at).length;
        ++characters;
    }
    return at == folded.size() ? folded : folded.substr(0, at) + "…";
}

}  // namespace dateline::explain
