#include <ctime>

#include <algorithm>
#include <cstdio>

#include "core/check/session.h"
#include "core/check/test.h"

namespace dateline::check {
namespace {

std::string repeated(std::string_view piece, std::size_t size) {
    std::string out;
    while (out.size() < size) {
        out += piece;
    }
    return out;
}

struct Shape {
    const char* name;
    std::string (*make)(std::size_t size);
};

constexpr Shape shapes[] = {
    {"press releases", long_text},
    {"names in a row", [](std::size_t size) { return repeated("Li Na, Zhang Wei, Harbour College; ", size); }},
    {"dates in a row", [](std::size_t size) { return repeated("March 21, 2024 ", size); }},
    {"open brackets", [](std::size_t size) { return repeated("([“", size); }},
    {"one word", [](std::size_t size) { return repeated("Ab", size); }},
    {"short lines", [](std::size_t size) { return repeated("-\n", size); }},
    {"capitals", [](std::size_t size) { return repeated("A B. ", size); }},
};

// The plugin's own processor time for the text; of what is quick the least of two.
double seconds_for(Session& session, const std::string& text) {
    constexpr double quick = 0.05;
    session.give(text, true);
    const double first = watch().seconds;
    if (first > quick) {
        return first;
    }
    session.give(text, true);
    return std::min(first, watch().seconds);
}

std::string times(double factor) {
    char text[32];
    std::snprintf(text, sizeof text, "%.0f", factor);
    return text;
}

// Doubles the text until it takes long enough to be told from noise: of what is linear eight times the text takes eight times as long.
// Noise only adds, and a busy machine can double a time: what looks wrong is measured twice more.
void is_linear(Trial& trial) {
    constexpr std::size_t first = 16u << 10, last = 1u << 20;
    constexpr double telling = 0.1, too_long = 3, most = 24;
    const Loaded loaded(trial.subject);
    Session session(loaded);
    for (const Shape& shape : shapes) {
        std::vector<double> seconds;
        for (std::size_t size = first; size <= last && (seconds.size() < 4 || seconds.back() < 4 * telling) && (seconds.empty() || seconds.back() < too_long); size *= 2) {
            const std::string text = shape.make(size);
            seconds.push_back(seconds_for(session, text));
            const std::size_t n = seconds.size();
            const auto looks_wrong = [&] { return n > 3 && seconds[n - 1] > telling && seconds[n - 1] > most * seconds[n - 4]; };
            for (int again = 0; again < 2 && looks_wrong() && seconds.back() < too_long; ++again) {
                seconds.back() = std::min(seconds.back(), seconds_for(session, text));
            }
            if (looks_wrong()) {
                trial.report.wrong("for eight times as long a text of " + std::string(shape.name) + " (" + std::to_string(size >> 10) + " KiB) it takes " +
                                   times(seconds[n - 1] / seconds[n - 4]) + " times as long; its work must be linear in the text");
                return;
            }
        }
        if (seconds.size() < 4) {
            trial.report.wrong("it takes " + std::to_string(seconds.back()) + " seconds for a short text of " + shape.name);
        }
    }
}

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

void is_fast(Trial& trial) {
    constexpr double slow = 50, megabyte = 1e6, fast_enough = 2;  // MB/s
    const Loaded loaded(trial.subject);
    Session session(loaded);
    const std::string text = long_text(256u << 10);
    session.give(text);
    const double begin = processor_seconds();
    session.give(text);
    const double all = processor_seconds() - begin, own = watch().seconds, others = std::max(1e-9, all - own);
    const double speed = static_cast<double>(text.size()) / megabyte / std::max(1e-9, own);
    trial.report.measure("megabytes_per_second", speed);
    trial.report.measure("share_of_all_time", own / all);
    if (own > slow * others && speed < fast_enough) {
        trial.report.wrong("it takes " + times(own / others) + " times as long as all the rest of dateline, with the other plugins, on press releases");
    }
}

constexpr Test table[] = {
    {.name = "time-is-linear", .asks = "time is linear in the text, whatever it is (docs/DESIGN.md, Lexicon)", .run = is_linear, .needs_library = false, .measures_time = true},
    {.name = "is-fast", .asks = "it does not take fifty times as long as all the rest of dateline (docs/CHECK.md, Speed)", .run = is_fast, .needs_library = false, .measures_time = true},
};

}  // namespace

std::span<const Test> time_tests() { return table; }

}  // namespace dateline::check
