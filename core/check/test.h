/// The table of tests, a file of it for each subject.
#pragma once

#include <span>
#include <string_view>

#include "core/check/check.h"
#include "core/check/report.h"

namespace dateline::check {

/// What a test is about to do in its process, and whom it tells.
struct Trial {
    const Subject& subject;
    Report& report;
    Tool tool = Tool::none;
};

enum class Kind { all, extractors, readers };

/// Whether the tests after it make sense when it has found something.
enum class Gate { open, when_alive, when_passed };

struct Test {
    std::string_view name, asks;
    void (*run)(Trial& trial);
    Kind kind = Kind::all;
    Severity severity = Severity::fault;
    Gate gate = Gate::open;             ///< of the tests after it: skipped when this one's process ended before its time, or when it found anything
    bool needs_library = true;          ///< a plugin of rules, or one that is a program, is not asked
    bool measures_time = false;         ///< runs alone
    bool under_valgrind = false;        ///< short enough for it
};

std::span<const Test> manifest_tests();
std::span<const Test> library_tests();
std::span<const Test> loading_tests();
std::span<const Test> memory_tests();
std::span<const Test> text_tests();
std::span<const Test> host_tests();
std::span<const Test> output_tests();
std::span<const Test> answer_tests();
std::span<const Test> limit_tests();
std::span<const Test> leak_tests();
std::span<const Test> trace_tests();
std::span<const Test> time_tests();
std::span<const Test> reader_tests();

}  // namespace dateline::check
