#include "core/cli/plugins_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/check/check.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/output.h"
#include "core/cli/plugin_folder.h"
#include "core/cli/run_options.h"
#include "core/cli/under_tool.h"
#include "core/pipeline/version.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

using check::Outcome;
using check::State;
using Json = nlohmann::ordered_json;

std::string_view word(State state) {
    switch (state) {
        case State::failed: return "failed";
        case State::noted: return "noted";
        case State::skipped: return "skipped";
        case State::passed: break;
    }
    return "passed";
}

std::string_view word(check::Severity severity) { return severity == check::Severity::note ? "note" : "fault"; }

std::string lines_of(const Outcome& outcome) {
    const std::string name(outcome.test.name);
    if (outcome.state == State::passed) {
        return "ok      " + name + "\n";
    }
    if (outcome.state == State::skipped) {
        return "skipped " + name + ": " + outcome.reason + "\n";
    }
    std::string out;
    for (const std::string& finding : outcome.findings) {
        out += (outcome.state == State::noted ? "note    " : "wrong   ") + name + ": " + finding + "\n";
    }
    return out + "        What is asked: " + std::string(outcome.test.asks) + "\n";
}

Json json_of(const Outcome& outcome) {
    Json measures = Json::object();
    for (const check::Measure& measure : outcome.measures) {
        measures[measure.name] = measure.value;
    }
    return {{"name", outcome.test.name}, {"asks", outcome.test.asks}, {"severity", word(outcome.test.severity)}, {"state", word(outcome.state)},
            {"findings", outcome.findings}, {"reason", outcome.reason.empty() ? Json() : Json(outcome.reason)}, {"measures", measures},
            {"seconds", outcome.seconds}};
}

std::size_t count(const std::vector<Outcome>& outcomes, State state) {
    return static_cast<std::size_t>(std::count_if(outcomes.begin(), outcomes.end(), [state](const Outcome& one) { return one.state == state; }));
}

Json json_of(const check::Subject& subject, check::Tool tool, const std::vector<Outcome>& outcomes) {
    const plugin::Manifest& manifest = subject.found.manifest;
    Json tests = Json::array();
    for (const Outcome& outcome : outcomes) {
        tests.push_back(json_of(outcome));
    }
    return {{"dateline", pipeline::version()},
            {"plugin", {{"id", manifest.id}, {"version", manifest.version}, {"kind", subject.is_reader() ? "reader" : "extractor"}, {"folder", subject.folder().string()}}},
            {"tool", tool == check::Tool::none ? Json() : Json(tool == check::Tool::asan ? "asan" : "valgrind")},
            {"passed", count(outcomes, State::passed)}, {"failed", count(outcomes, State::failed)}, {"noted", count(outcomes, State::noted)},
            {"skipped", count(outcomes, State::skipped)}, {"tests", tests}};
}

std::string verdict(const std::string& folder, const std::vector<Outcome>& outcomes) {
    const std::size_t failed = count(outcomes, State::failed), noted = count(outcomes, State::noted);
    const std::string notes = noted == 0 ? "." : noted == 1 ? "; there is one note." : "; there are " + std::to_string(noted) + " notes.";
    if (failed == 0) {
        return "Nothing is wrong with " + folder + notes + "\n";
    }
    return (failed == 1 ? std::string("One test finds") : std::to_string(failed) + " tests find") + " something wrong with " + folder + notes + "\n";
}

std::vector<std::string> wanted_tests(const Arguments& arguments) {
    std::vector<std::string> known;
    for (const check::TestInfo& test : check::tests()) {
        known.emplace_back(test.name);
    }
    for (const std::string& name : arguments.all("only")) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string meant = text::did_you_mean(name, {known.begin(), known.end()});
            throw UsageError("there is no test '" + name + "'" + (meant.empty() ? "; 'dateline plugins check --list' has all" : meant));
        }
    }
    return arguments.all("only");
}

check::Subject subject_of(const std::string& folder, const std::vector<std::string>& files, const Arguments& arguments) {
    pipeline::Options options = run_options(arguments);
    options.search.named.push_back(built_folder(folder));
    try {
        return check::make_subject(std::move(options), folder, files);
    } catch (const std::runtime_error& error) {
        throw UsageError(error.what());
    }
}

}  // namespace

int check_plugin(const std::string& folder, const std::vector<std::string>& files, const Arguments& arguments) {
    check::Options options;
    options.only = wanted_tests(arguments);
    options.jobs = jobs(arguments);
    const check::Subject subject = subject_of(folder, files, arguments);
    options.tool = run_under_tool(arguments, subject);
    options.tool_log = tool_log_folder();
    options.stop = interrupted;
    catch_interrupts();
    const bool as_json = arguments.has("json");
    std::vector<Outcome> outcomes;
    int code = exit_ok;
    check::run(subject, options, [&](const Outcome& outcome) {
        outcomes.push_back(outcome);
        code = as_json ? code : print(lines_of(outcome));
    });
    if (interrupted()) {
        return exit_interrupted;
    }
    code = std::max(code, print(as_json ? json_of(subject, options.tool, outcomes).dump(2, ' ', false, Json::error_handler_t::replace) + "\n" : verdict(folder, outcomes)));
    return count(outcomes, State::failed) > 0 ? exit_failed : code;
}

int list_checks(const Arguments& arguments) {
    std::string out;
    Json array = Json::array();
    for (const check::TestInfo& test : check::tests()) {
        array.push_back({{"name", test.name}, {"asks", test.asks}, {"severity", word(test.severity)}, {"plugins", test.kinds}});
        const std::string of = test.kinds == "all" ? "" : " (" + std::string(test.kinds) + ")";
        out += std::string(test.name) + of + (test.severity == check::Severity::note ? ", a note" : "") + "\n    " + std::string(test.asks) + "\n";
    }
    return print(arguments.has("json") ? array.dump(2) + "\n" : out);
}

}  // namespace dateline::cli
