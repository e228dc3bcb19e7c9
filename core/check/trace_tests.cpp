#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <sstream>

#include "core/check/session.h"
#include "core/check/test.h"
#include "core/check/traces.h"

namespace dateline::check {
namespace {

void work(Trial& trial, const Loaded& loaded) {
    for (int i = 0; i < 2; ++i) {
        Session session(loaded);
        for (const Text& text : trial.subject.texts) {
            session.give(text);
        }
    }
}

std::set<std::string> items_of(const std::string& state) {
    std::set<std::string> items;
    for (std::size_t begin = 0; begin < state.size();) {
        const std::size_t end = std::min(state.find_first_of(",;\n", begin), state.size());
        const std::size_t first = std::min(state.find_first_not_of(' ', begin), end);
        items.insert(state.substr(first, end - first));
        begin = end + 1;
    }
    return items;
}

// What of the second state is not in the first.
std::string news(const std::string& before, const std::string& after) {
    const std::set<std::string> old = items_of(before), now = items_of(after);
    std::string out;
    for (const std::string& item : now) {
        out += old.contains(item) ? "" : (out.empty() ? "" : ", ") + item.substr(0, 100);
    }
    return out.empty() ? "nothing" : out;
}

std::string difference(const std::string& before, const std::string& after) {
    return "there was “" + news(after, before) + "” and is “" + news(before, after) + "”";
}

// While it is loaded, and when it has been unloaded.
template <std::string (*state)()>
void leaves(Trial& trial) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    const std::string before = state();
    {
        const Loaded loaded(trial.subject);
        work(trial, loaded);
        if (const std::string after = state(); after != before) {
            trial.report.wrong("after it has read some texts: " + difference(before, after));
            return;
        }
    }
    if (const std::string after = state(); after != before) {
        trial.report.wrong("after it has been unloaded: " + difference(before, after));
    }
}

// Only when it has been unloaded.
template <std::string (*state)()>
void leaves_at_last(Trial& trial) {
    const std::string before = state();
    {
        const Loaded loaded(trial.subject);
        work(trial, loaded);
    }
    if (const std::string after = state(); after != before) {
        trial.report.wrong("after it has been unloaded: " + difference(before, after));
    }
}

void load_starts_no_threads(Trial& trial) {
    const std::string before = threads();
    static std::optional<Loaded> loaded;  // is not unloaded, which other tests are for
    loaded.emplace(trial.subject);
    if (threads() != before) {
        trial.report.wrong("load starts a thread; with --isolate the process is forked after load, and the thread would not be there");
    }
}

// What is written to a descriptor while the plugin works, but for lines that the host writes.
std::string written_to(Trial& trial, int descriptor) {
    const int before = dup(descriptor), file = memfd_create("written", MFD_CLOEXEC);
    dup2(file, descriptor);
    {
        const Loaded loaded(trial.subject);
        work(trial, loaded);
    }
    std::fflush(nullptr);
    dup2(before, descriptor);
    std::string bytes(4096, '\0');
    const ssize_t count = pread(file, bytes.data(), bytes.size(), 0);
    std::istringstream lines(bytes.substr(0, count < 0 ? 0 : static_cast<std::size_t>(count)));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("dateline: plugin ")) {
            return line.empty() ? "an empty line" : line.substr(0, 100);
        }
    }
    return "";
}

template <int descriptor>
void writes_nothing(Trial& trial) {
    if (const std::string line = written_to(trial, descriptor); !line.empty()) {
        trial.report.wrong("it writes: " + line);
    }
}

constexpr std::string_view promise = "the process is left as it was found, it is the host's (docs/CHECK.md, What belongs to the host)";

constexpr Test table[] = {
    {.name = "prints-nothing", .asks = "standard output is for records; messages go through log() (plugin.h, dateline_host)", .run = writes_nothing<STDOUT_FILENO>},
    {.name = "writes-no-errors", .asks = "messages for people go through log() (plugin.h, dateline_host)", .run = writes_nothing<STDERR_FILENO>,
     .severity = Severity::note},
    {.name = "leaves-locale", .asks = promise, .run = leaves<locale>},
    {.name = "leaves-signals", .asks = promise, .run = leaves<signals>},
    {.name = "leaves-floating-point", .asks = promise, .run = leaves<floating_point>},
    {.name = "leaves-umask-and-limits", .asks = promise, .run = leaves<umask_and_limits>},
    {.name = "leaves-working-directory", .asks = promise, .run = leaves<working_directory>},
    {.name = "leaves-environment", .asks = promise, .run = leaves<environment>},
    {.name = "leaves-timers", .asks = promise, .run = leaves<timers>},
    {.name = "leaves-no-descriptors", .asks = promise, .run = leaves_at_last<descriptors>},
    {.name = "load-starts-no-threads", .asks = "a thread that load started would not be there in an isolated process (plugin.h, Threads)", .run = load_starts_no_threads},
    {.name = "leaves-no-threads", .asks = promise, .run = leaves_at_last<threads>},
    {.name = "starts-no-processes", .asks = promise, .run = leaves<processes>},
};

}  // namespace

std::span<const Test> trace_tests() { return table; }

}  // namespace dateline::check
