#include "core/check/check.h"

#include <poll.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <fstream>
#include <memory>
#include <optional>

#include "core/check/child.h"
#include "core/check/test.h"
#include "core/plugin/sanitized.h"

namespace dateline::check {
namespace {

constexpr std::size_t most_findings = 5;  // of a test
constexpr int valgrind_found = 99;        // the exit code that dateline has it give

std::vector<Test> all_tests() {
    std::vector<Test> all;
    for (const auto tests : {manifest_tests(), library_tests(), loading_tests(), memory_tests(), text_tests(), host_tests(), output_tests(), answer_tests(), limit_tests(),
                             leak_tests(), trace_tests(), time_tests(), reader_tests()}) {
        all.insert(all.end(), tests.begin(), tests.end());
    }
    return all;
}

std::string_view word(Kind kind) { return kind == Kind::all ? "all" : kind == Kind::readers ? "readers" : "extractors"; }

TestInfo info(const Test& test) { return {test.name, test.asks, test.severity, word(test.kind)}; }

bool fits(const Test& test, const Subject& subject) {
    return test.kind == Kind::all || (test.kind == Kind::readers) == subject.is_reader();
}

Allowance allowance(Tool tool, const plugin::Manifest& manifest) {
    Allowance result;
    if (!manifest.command.empty()) {
        result.idle_seconds += manifest.max_seconds;  // so long dateline itself waits for a program
    }
    if (tool == Tool::valgrind) {
        result.seconds *= 30;
        result.idle_seconds *= 6;
    } else if (tool == Tool::asan || sanitized) {
        result.seconds *= 6;
    }
    if (tool != Tool::none || sanitized) {
        result.memory *= 4;
    }
    return result;
}

// What valgrind has written about a process: the first error and the place that it names first.
std::string valgrind_error(const std::string& folder, pid_t process) {
    std::ifstream log(folder + "/" + std::to_string(process));
    std::string line, error;
    while (std::getline(log, line)) {
        const std::size_t begin = line.find("== ");
        const std::string text = begin == std::string::npos ? "" : line.substr(begin + 3);
        if (text.starts_with("   at ") || text.starts_with("   by ")) {
            if (!error.empty() && text.find("/vgpreload_") == std::string::npos && text.find("vg_replace_malloc") == std::string::npos) {
                return error + ", at " + text.substr(text.find(": ") + 2);
            }
        } else if (!text.empty() && text.find(" at exit") == std::string::npos && text.find("HEAP SUMMARY") == std::string::npos) {
            error = text;
        }
    }
    return "see its log";
}

// Turns a process's report into an outcome.
class ReportReader {
public:
    ReportReader(const Child& child, Outcome& outcome, const Options& options) : child_(child), outcome_(outcome), options_(options) {}

    void read() {
        for (std::string_view rest = child_.lines(); !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            if (end > 0) {
                take(static_cast<Line>(rest.front()), rest.substr(1, end - 1));
            }
            rest.remove_prefix(std::min(rest.size(), end + 1));
        }
        if (!child_.death().empty()) {
            add(cause_of_death());
        }
        if (outcome_.findings.size() > most_findings) {
            const std::size_t more = outcome_.findings.size() - most_findings;
            outcome_.findings.resize(most_findings);
            outcome_.findings.push_back("and " + std::to_string(more) + " more of the kind");
        }
        outcome_.seconds = child_.seconds();
        if (!outcome_.findings.empty()) {
            outcome_.state = outcome_.test.severity == Severity::note && child_.death().empty() ? State::noted : State::failed;
        }
    }

private:
    void take(Line kind, std::string_view text) {
        switch (kind) {
            case Line::doing: doing_ = text; break;
            case Line::wrong: add(std::string(text)); break;
            case Line::crash: explanation_ = text; break;
            case Line::measure: take_measure(text); break;
            case Line::skipped:
                outcome_.state = State::skipped;
                outcome_.reason = text;
                break;
            case Line::end: break;
        }
    }

    void take_measure(std::string_view text) {
        const std::size_t equals = text.find('=');
        Measure& measure = outcome_.measures.emplace_back();
        measure.name = text.substr(0, equals);
        std::from_chars(text.data() + equals + 1, text.data() + text.size(), measure.value);
    }

    // The same on other texts is said once.
    void add(std::string finding) {
        const auto start = [](const std::string& sentence) { return std::string_view(sentence).substr(0, sentence.rfind(" (")); };
        if (std::none_of(outcome_.findings.begin(), outcome_.findings.end(), [&](const std::string& other) { return start(other) == start(finding); })) {
            outcome_.findings.push_back(std::move(finding));
        }
    }

    std::string cause_of_death() const {
        std::string cause = child_.death();
        if (options_.tool == Tool::valgrind && cause.ends_with(std::to_string(valgrind_found))) {
            return "valgrind finds: " + valgrind_error(options_.tool_log, child_.process());
        }
        const std::string words = child_.last_words();
        if (!explanation_.empty()) {
            cause += ": " + explanation_;
        } else if (!words.empty()) {
            cause += "; the last that was printed is: " + words;
        }
        return doing_.empty() ? cause : cause + " (" + doing_ + ")";
    }

    const Child& child_;
    Outcome& outcome_;
    const Options& options_;
    std::string doing_, explanation_;
};

// Tests in order, as many at a time as may be; outcomes in order too.
class Runner {
public:
    Runner(const Subject& subject, const Options& options, const std::function<void(const Outcome&)>& done)
        : subject_(subject), options_(options), done_(done) {}

    void run() {
        for (const Test& test : all_tests()) {
            if (!fits(test, subject_) || options_.stop()) {
                continue;
            }
            const bool alone = test.measures_time || test.gate != Gate::open;
            wait_until(alone ? 0 : options_.jobs - 1);
            begin(test);
            if (alone) {
                wait_until(0);
            }
        }
        wait_until(0);
    }

private:
    struct Begun {
        Test test;
        Outcome outcome;
        std::unique_ptr<Child> child;  // null when it is over
    };

    bool is_wanted(const Test& test) const {
        return options_.only.empty() || std::find(options_.only.begin(), options_.only.end(), test.name) != options_.only.end();
    }

    std::string reason_to_skip(const Test& test) const {
        if (!closed_.empty()) {
            return closed_ + " has to be mended first";
        }
        if (test.needs_library && !subject_.has_library()) {
            return "the plugin has no library";
        }
        if (test.measures_time && (options_.tool != Tool::none || sanitized)) {
            return "time says nothing under a tool that watches memory";
        }
        if (options_.tool == Tool::valgrind && !test.under_valgrind) {
            return "it takes too long under valgrind";
        }
        return "";
    }

    // Gates run unasked: what hangs on them depends on it.
    void begin(const Test& test) {
        if (!is_wanted(test) && test.gate != Gate::when_passed) {
            return;
        }
        Begun& begun = begun_.emplace_back();
        begun.test = test;
        begun.outcome.test = info(test);
        begun.outcome.reason = reason_to_skip(test);
        if (!begun.outcome.reason.empty()) {
            begun.outcome.state = State::skipped;
            return;
        }
        const auto work = [this, test](Report& report) {
            Trial trial{subject_, report, options_.tool};
            test.run(trial);
        };
        begun.child = std::make_unique<Child>(work, allowance(options_.tool, subject_.found.manifest));
        ++running_;
    }

    void wait_until(std::size_t most_running) {
        while (running_ > most_running && !options_.stop()) {
            std::vector<pollfd> waits;
            for (const Begun& begun : begun_) {
                if (begun.child != nullptr) {
                    waits.push_back({begun.child->descriptor(), POLLIN, 0});
                }
            }
            poll(waits.data(), waits.size(), 20);
            for (Begun& begun : begun_) {
                if (begun.child != nullptr && !begun.child->go_on()) {
                    finish(begun);
                }
            }
        }
        while (!begun_.empty() && begun_.front().child == nullptr) {
            if (is_wanted(begun_.front().test) || begun_.front().outcome.state == State::failed) {
                done_(begun_.front().outcome);
            }
            begun_.pop_front();
        }
    }

    void finish(Begun& begun) {
        ReportReader(*begun.child, begun.outcome, options_).read();
        const bool died = !begun.child->death().empty(), failed = begun.outcome.state == State::failed;
        if (closed_.empty() && ((begun.test.gate == Gate::when_passed && failed) || (begun.test.gate == Gate::when_alive && died))) {
            closed_ = begun.test.name;
        }
        begun.child.reset();
        --running_;
    }

    const Subject& subject_;
    const Options& options_;
    const std::function<void(const Outcome&)>& done_;
    std::deque<Begun> begun_;   // in order
    std::size_t running_ = 0;
    std::string closed_;        // the gate that keeps the rest from being run
};

}  // namespace

std::vector<TestInfo> tests() {
    std::vector<TestInfo> all;
    for (const Test& test : all_tests()) {
        all.push_back(info(test));
    }
    return all;
}

void run(const Subject& subject, const Options& options, const std::function<void(const Outcome&)>& done) { Runner(subject, options, done).run(); }

}  // namespace dateline::check
