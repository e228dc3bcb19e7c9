#include <algorithm>

#include "core/check/session.h"
#include "core/check/test.h"

namespace dateline::check {
namespace {

constexpr std::uint64_t most_after_stop = 100'000;  // submissions

// Each text that has something for the plugin, when the host takes no more after so many.
void stops_when_told(Trial& trial) {
    const Loaded loaded(trial.subject);
    View view;
    for (const std::uint64_t stop_after : {0u, 1u, 7u}) {
        view.stop_after = stop_after;
        show(view);
        Session session(loaded);
        for (const Text& text : trial.subject.texts) {
            trial.report.doing("on " + text.name + ", with should_stop() after " + std::to_string(stop_after) + " submissions");
            session.give(text);
            if (watch().submissions > stop_after + most_after_stop) {
                trial.report.wrong("it goes on and on although should_stop() says so: " + std::to_string(watch().submissions) + " submissions");
            }
        }
    }
}

void copes_with_refusal(Trial& trial) {
    const Loaded loaded(trial.subject);
    View view;
    view.takes_nothing = true;
    show(view);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name + ", when all that it submits is refused");
        session.give(text);
        if (watch().uses_of_refused > 0) {
            trial.report.wrong("it uses the handle of a candidate that was refused, DATELINE_NONE");
        }
    }
}

void keeps_its_limit(Trial& trial) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name);
        session.give(text);
        for (const Diagnostic* diagnostic : session.diagnostics()) {
            if (diagnostic->code.starts_with("limit.")) {
                trial.report.wrong(diagnostic->message);
            }
        }
    }
}

constexpr Test table[] = {
    {.name = "stops-when-told", .asks = "when should_stop() says so it returns soon, whatever is refused (plugin.h, dateline_output)", .run = stops_when_told},
    {.name = "copes-with-refusal", .asks = "add_candidate may return DATELINE_NONE, which is no handle (plugin.h, dateline_output)", .run = copes_with_refusal,
     .kind = Kind::extractors},
    {.name = "keeps-its-limit", .asks = "what is submitted is within the limits of the manifest and of the host (docs/PLUGINS.md, The manifest)", .run = keeps_its_limit,
     .severity = Severity::note, .needs_library = false},
};

}  // namespace

std::span<const Test> limit_tests() { return table; }

}  // namespace dateline::check
