#include <algorithm>

#include "core/check/test.h"

namespace dateline::check {
namespace {

using plugin::Found;
using plugin::Manifest;

void can_be_used(Trial& trial) {
    const Found& found = trial.subject.found;
    if (found.state != Found::State::usable) {
        trial.report.wrong(found.reason.empty() ? "it was not found" : found.reason);
    }
}

bool has(const std::vector<Found>& all, const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](const Found& one) { return one.state == Found::State::usable && one.manifest.id == id; });
}

void names_what_is_there(Trial& trial) {
    const std::vector<Found> all = plugin::find_plugins(trial.subject.options.search);
    const Types types = plugin::types_of(all);
    const Manifest& manifest = trial.subject.found.manifest;
    const auto need_type = [&](const std::string& name, const std::string& field) {
        if (!name.empty() && types.find(name) == DATELINE_NONE) {
            trial.report.wrong("'" + field + "' names the type '" + name + "', which no plugin here owns; is it spelt rightly?");
        }
    };
    for (const std::string& type : manifest.contributes) {
        need_type(type, "contributes");
    }
    for (const std::string& id : manifest.after) {
        if (!has(all, id)) {
            trial.report.wrong("'after' names the plugin '" + id + "', which is not here; is it spelt rightly?");
        }
    }
    for (const plugin::ProducedType& produced : manifest.produces) {
        std::vector<FieldDeclaration> fields = produced.type.attributes;
        for (const FactDeclaration& fact : produced.facts) {
            fields.insert(fields.end(), fact.fields.begin(), fact.fields.end());
        }
        for (const FieldDeclaration& field : fields) {
            need_type(field.reference, "reference");
        }
    }
}

void says_enough(Trial& trial) {
    const Manifest& manifest = trial.subject.found.manifest;
    if (manifest.description.empty()) {
        trial.report.wrong("it has no 'description', the sentence that 'dateline plugins' shows");
    }
    if (trial.subject.is_reader() && manifest.media_types.empty()) {
        trial.report.wrong("it names no 'media_types', so that a document which is declared to be of one is not asked for");
    }
    if (!trial.subject.is_reader() && manifest.produces.empty() && manifest.contributes.empty()) {
        trial.report.wrong("it neither produces nor contributes to a type, so nothing that it submits can be kept");
    }
}

constexpr Test table[] = {
    {.name = "manifest-can-be-used", .asks = "plugin.json can be read, is of this interface, and names files that are there (docs/PLUGINS.md, The manifest)",
     .run = can_be_used, .gate = Gate::when_passed, .needs_library = false, .under_valgrind = true},
    {.name = "manifest-names-what-is-there", .asks = "types and plugins that the manifest names are here, or it can do without (docs/PLUGINS.md, The manifest)",
     .run = names_what_is_there, .severity = Severity::note, .needs_library = false},
    {.name = "manifest-says-enough", .asks = "the manifest says in a sentence what the plugin is, and what it is for (docs/PLUGINS.md, The manifest)",
     .run = says_enough, .severity = Severity::note, .needs_library = false},
};

}  // namespace

std::span<const Test> manifest_tests() { return table; }

}  // namespace dateline::check
