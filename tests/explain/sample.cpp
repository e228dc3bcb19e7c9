#include "tests/explain/sample.h"

#include "core/judge/judge.h"

namespace dateline::explain {
namespace {

constexpr std::string_view sample =
    "Zürich, March 21. Li Na , dean of East China Normal University ( ECNU ) , opened the Zizhu Base in Shanghai .\n"
    "ECNU thanked May of the university .\n";

}  // namespace

Sample::Sample(std::string text) : draft(std::move(text)) {
    document.source = "samples/small.txt";
    document.text = draft.text;
    document.reader = "text";
    document.language = {"en", "text/detected"};
    text::analyse(document.text, document.analysis);
}

Sample::Sample() : Sample(std::string(sample)) {
    document.title = {"Zürich, March 21.", "text/first-line"};
    document.published = {"2024-04-01", "dates/published-line"};
    const std::uint32_t date = draft.candidate("date", "March 21.", 300);
    draft.attribute("value", "2024-03-21", DATELINE_VALUE_DATE);
    person = draft.candidate("person", "Li Na", 250);
    const std::uint32_t university = draft.candidate("organization", "East China Normal University", 250);
    const std::uint32_t ecnu = draft.candidate("organization", "ECNU", 150);
    draft.candidate("organization", "ECNU", 150, 1);
    loser = draft.candidate("place", "China", 100);
    const std::uint32_t base = draft.candidate("base", "Zizhu Base", 400);
    place = draft.candidate("place", "Shanghai", 300);
    weak = draft.candidate("person", "May", -50);
    draft.link(ecnu, university, DATELINE_LINK_ABBREVIATION, 389);
    draft.fact(person, "role", "dean", 150);
    draft.field("title", "dean");
    draft.field("organization", university);
    draft.field("status", "current");
    draft.fact(base, "event", "opened", 220);
    draft.field("type", "opened");
    draft.field("date", date);
    decide();
}

void Sample::decide() {
    judge::decide_spans(draft.proposals, draft.weights, {});
    judge::decide_facts(draft.proposals, draft.types, draft.weights, {});
    resolve::resolve(document.text, draft.proposals, draft.types, resolution);
    evidence_.assign(draft.weights.size(), {"words", "speaks", "stands at “{0}”", 0});
}

Findings Sample::findings() const {
    return {document, draft.proposals, resolution, draft.types, evidence_, draft.weights, {"words"},
            text::OffsetMap(document.text, text::OffsetUnit::code_point)};
}

}  // namespace dateline::explain
