#include <algorithm>
#include <set>

#include "core/check/session.h"
#include "core/check/test.h"

namespace dateline::check {
namespace {

template <class Judge>
void read_all(Trial& trial, Judge judge) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name);
        session.give(text);
        judge(loaded, session);
    }
    trial.report.doing("");
}

void is_valid(Trial& trial) {
    read_all(trial, [&](const Loaded&, const Session& session) {
        for (const Diagnostic* diagnostic : session.diagnostics()) {
            const bool no_text = diagnostic->code == "reader.failed" && diagnostic->message.find("what it gave ") != std::string::npos;
            if (diagnostic->code == "plugin.invalid-output" || no_text) {
                trial.report.wrong(diagnostic->message);
            }
        }
    });
}

void lets_no_exception_out(Trial& trial) {
    read_all(trial, [&](const Loaded&, const Session&) {
        for (const std::string& exception : watch().exceptions) {
            trial.report.wrong(exception);
        }
    });
}

void returns_known_statuses(Trial& trial) {
    read_all(trial, [&](const Loaded&, const Session&) {
        for (const std::string& odd : watch().odd) {
            trial.report.wrong(odd);
        }
    });
}

void says_why_it_fails(Trial& trial) {
    const bool is_reader = trial.subject.is_reader();
    read_all(trial, [&](const Loaded&, const Session&) {
        if (watch().failed && !watch().gave_reason && watch().odd.empty() && watch().exceptions.empty()) {
            trial.report.wrong(std::string(is_reader ? "read" : "extract or relate") + " fails without having said why with set_error");
        }
    });
}

void gives_reasons(Trial& trial) {
    read_all(trial, [&](const Loaded&, const Session&) {
        if (watch().bare_candidates > 0) {
            trial.report.wrong("it submits candidates with neither evidence nor confidence: nothing speaks for them");
        }
    });
}

bool is_produced(const plugin::Manifest& manifest, std::string_view type) {
    return std::any_of(manifest.produces.begin(), manifest.produces.end(), [&](const plugin::ProducedType& one) { return one.type.name == type; });
}

void finds_what_it_produces(Trial& trial) {
    std::set<std::uint32_t> found;
    std::vector<std::string> names;
    bool submits = false;
    read_all(trial, [&](const Loaded& loaded, const Session&) {
        names.clear();
        for (const TypeDeclaration& type : loaded.engine().plugins().types().types) {
            names.push_back(type.name);
        }
        for (const auto& [type, count] : watch().submitted) {
            found.insert(type);
        }
        submits = submits || watch().submissions > 0;
    });
    if (!submits) {
        trial.report.wrong("it submits nothing on any text; put texts in which there is something for it into its folder tests/, or name FILEs");
        return;
    }
    for (std::uint32_t type = 0; type < names.size(); ++type) {
        if (is_produced(trial.subject.found.manifest, names[type]) && !found.contains(type)) {
            trial.report.wrong("it produces the type '" + names[type] + "' and submits none on any text; put texts in which there is one into its folder tests/, or name FILEs");
        }
    }
}

constexpr Test table[] = {
    {.name = "output-is-valid", .asks = "what is emitted keeps the rules: spans on characters, ids and handles that are known, values of their kind (plugin.h, Errors)",
     .run = is_valid, .needs_library = false, .under_valgrind = true},
    {.name = "lets-no-exception-out", .asks = "no exception may leave a plugin function (plugin.h, Errors)", .run = lets_no_exception_out},
    {.name = "returns-known-statuses", .asks = "functions return one of dateline_status, NOT_MINE readers only (plugin.h, dateline_status)", .run = returns_known_statuses},
    {.name = "says-why-it-fails", .asks = "a function that fails has said why with set_error (plugin.h, Errors)", .run = says_why_it_fails},
    {.name = "gives-reasons", .asks = "each candidate has evidence or a confidence (plugin.h, dateline_candidate)", .run = gives_reasons, .kind = Kind::extractors,
     .severity = Severity::note, .needs_library = false},
    {.name = "finds-what-it-produces", .asks = "the types that the manifest produces are found somewhere (docs/PLUGINS.md, The manifest)", .run = finds_what_it_produces,
     .kind = Kind::extractors, .severity = Severity::note, .needs_library = false},
};

}  // namespace

std::span<const Test> output_tests() { return table; }

}  // namespace dateline::check
