/// Holds a plugin against the plugin interface: named tests, each in a process of its own, so that a crash is a finding too.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/subject.h"

namespace dateline::check {

/// What a test found counts as a fault, or as advice only.
enum class Severity { fault, note };

/// What `--list` shows of a test. Names are stable.
struct TestInfo {
    std::string_view name;      ///< "same-answer-twice"
    std::string_view asks;      ///< what the interface asks for, a sentence that cites where
    Severity severity = Severity::fault;
    std::string_view kinds;     ///< of plugins: "all", "extractors" or "readers"
};

enum class State { passed, failed, noted, skipped };

/// A figure that a test has measured.
struct Measure {
    std::string name;           ///< with its unit: "megabytes_per_second"
    double value = 0;
};

struct Outcome {
    TestInfo test;
    State state = State::passed;
    std::vector<std::string> findings;  ///< sentences
    std::string reason;                 ///< why it was skipped, a sentence; empty otherwise
    std::vector<Measure> measures;
    double seconds = 0;
};

/// The tool that dateline runs under, which the tests then listen to.
enum class Tool { none, asan, valgrind };

struct Options {
    std::vector<std::string> only;      ///< names; empty: all
    Tool tool = Tool::none;
    std::string tool_log;               ///< of valgrind: a folder where each process writes a file named by its id
    std::uint32_t jobs = 1;             ///< processes at a time; those that measure time run alone
    std::function<bool()> stop = [] { return false; };  ///< when true, what runs is ended and nothing more is begun
};

/// All tests, in the order in which they run.
std::vector<TestInfo> tests();

/// Runs the tests that fit the plugin's kind. `done` gets each outcome in the order of tests(). To be called before the program has a second thread.
/// Throws std::system_error when there can be no more processes.
void run(const Subject& subject, const Options& options, const std::function<void(const Outcome&)>& done);

}  // namespace dateline::check
