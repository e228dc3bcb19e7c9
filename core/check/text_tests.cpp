#include <algorithm>
#include <array>

#include "core/check/session.h"
#include "core/check/test.h"

namespace dateline::check {
namespace {

constexpr std::size_t huge = 8u << 20;  // bytes: what dateline reads at most unless told otherwise

// What the plugin's functions reported; what they submitted wrongly is for other tests.
void judge(Trial& trial, const Session& session) {
    constexpr std::array faults = {std::string_view("plugin.failed"), std::string_view("plugin.stopped"), std::string_view("plugin.rule-limit")};
    for (const Diagnostic* diagnostic : session.diagnostics()) {
        if (std::find(faults.begin(), faults.end(), diagnostic->code) != faults.end() && watch().odd.empty()) {
            trial.report.wrong(diagnostic->message);
        }
    }
}

template <Text::Kind kind>
void reads(Trial& trial) {
    const auto is_wanted = [](const Text& text) { return text.kind == kind; };
    if (std::none_of(trial.subject.texts.begin(), trial.subject.texts.end(), is_wanted)) {
        trial.report.skip("there are none: put some into the plugin's folder tests/, or name FILEs");
        return;
    }
    View view;
    view.copied = true;
    view.edge = Pages::Edge::end;  // so that a crash is explained
    const Loaded loaded(trial.subject, view);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        if (is_wanted(text)) {
            trial.report.doing("on " + text.name);
            session.give(text);
            judge(trial, session);
        }
    }
    trial.report.doing("");
}

void reads_huge(Trial& trial) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    trial.report.doing("on a text of 8 MiB");
    session.give(long_text(huge), true);
    judge(trial, session);
}

constexpr std::string_view promise = "whatever the text, the plugin neither fails nor crashes, and comes to an end (docs/DESIGN.md, Promises)";

constexpr Test table[] = {
    {.name = "reads-ordinary-texts", .asks = promise, .run = reads<Text::Kind::ordinary>, .gate = Gate::when_alive, .needs_library = false, .under_valgrind = true},
    {.name = "reads-empty-texts", .asks = promise, .run = reads<Text::Kind::empty>, .gate = Gate::when_alive, .needs_library = false, .under_valgrind = true},
    {.name = "reads-other-languages", .asks = promise, .run = reads<Text::Kind::language>, .gate = Gate::when_alive, .needs_library = false, .under_valgrind = true},
    {.name = "reads-unusual-characters", .asks = promise, .run = reads<Text::Kind::unicode>, .gate = Gate::when_alive, .needs_library = false, .under_valgrind = true},
    {.name = "reads-bytes-that-are-no-text", .asks = promise, .run = reads<Text::Kind::bytes>, .gate = Gate::when_alive, .needs_library = false, .under_valgrind = true},
    {.name = "reads-long-lines", .asks = promise, .run = reads<Text::Kind::line>, .gate = Gate::when_alive, .needs_library = false},
    {.name = "reads-deep-nesting", .asks = promise, .run = reads<Text::Kind::nested>, .gate = Gate::when_alive, .needs_library = false},
    {.name = "reads-many-of-a-kind", .asks = promise, .run = reads<Text::Kind::many>, .gate = Gate::when_alive, .needs_library = false},
    {.name = "reads-its-own-examples", .asks = promise, .run = reads<Text::Kind::own>, .gate = Gate::when_alive, .needs_library = false, .under_valgrind = true},
    {.name = "reads-a-huge-text", .asks = promise, .run = reads_huge, .needs_library = false},
};

}  // namespace

std::span<const Test> text_tests() { return table; }

}  // namespace dateline::check
