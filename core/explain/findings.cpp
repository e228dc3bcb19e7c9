#include "core/explain/findings.h"

#include "core/mention/name.h"

namespace dateline::explain {

std::string name_of(const Findings& findings, const resolve::Entity& entity) {
    if (!entity.name.empty()) {
        return entity.name;
    }
    const Candidate& first = findings.proposals.candidates[entity.mentions.front()];
    const std::uint32_t key = findings.types.find_attribute(entity.type, findings.types.types[entity.type].key);
    std::string_view name = findings.words(first.begin, first.end);
    for (const Value& value : std::span(findings.proposals.attributes).subspan(first.attributes.first, first.attributes.count)) {
        if (value.name == key && !value.string.empty()) {
            name = value.string;
        }
    }
    std::string folded;
    fold_white_space(name, folded);
    return folded;
}

const learn::FactPage& Findings::fact_page() const {
    if (!facts) {
        facts = std::make_unique<learn::FactPage>(types, evidence);
        facts->open(page, proposals);
    }
    return *facts;
}

Findings findings(const pipeline::Engine& engine, const pipeline::Result& result) {
    const plugin::Plugins& plugins = engine.plugins();
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        ids.push_back(plugins.manifest(i).id);
    }
    Findings findings{result.document,
            result.proposals,
            result.resolution,
            plugins.types(),
            plugins.evidence(),
            engine.evidence_weights(),
            std::move(ids),
            text::OffsetMap(result.document.text, engine.options().record.unit)};
    if (!engine.learned().empty()) {
        findings.learned = &engine.learned();
        findings.page.open(result.document, result.proposals, engine.learned());
    }
    return findings;
}

}  // namespace dateline::explain
