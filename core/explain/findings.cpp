#include "core/explain/findings.h"

namespace dateline::explain {

Findings findings(const pipeline::Engine& engine, const pipeline::Result& result) {
    const plugin::Plugins& plugins = engine.plugins();
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        ids.push_back(plugins.manifest(i).id);
    }
    return {result.document,
            result.proposals,
            result.resolution,
            plugins.types(),
            plugins.evidence(),
            plugins.weights(),
            std::move(ids),
            text::OffsetMap(result.document.text, engine.options().record.unit)};
}

}  // namespace dateline::explain
