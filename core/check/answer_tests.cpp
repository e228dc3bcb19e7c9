#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <thread>

#include "core/check/session.h"
#include "core/check/test.h"
#include "core/document/digest.h"
#include "core/isolate/process.h"
#include "core/isolate/sandbox.h"
#include "core/plugin/sanitized.h"

namespace dateline::check {
namespace {

using Answers = std::vector<std::string>;

std::string answer(Session& session, const Text& text) {
    session.give(text);
    return session.answer();
}

Answers all_answers(Session& session, const std::vector<Text>& texts) {
    Answers answers;
    for (const Text& text : texts) {
        answers.push_back(answer(session, text));
    }
    return answers;
}

Answers all_answers(const Loaded& loaded) {
    Session session(loaded);
    return all_answers(session, loaded.subject().texts);
}

// Whether a new instance gives these answers now.
void expect_answers(Trial& trial, const Loaded& loaded, const Answers& expected, std::string_view problem) {
    Session session(loaded);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Text& text = trial.subject.texts[i];
        trial.report.doing("on " + text.name);
        if (answer(session, text) != expected[i]) {
            trial.report.wrong(problem);
        }
    }
    trial.report.doing("");
}

void twice(Trial& trial) {
    const Loaded loaded(trial.subject);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("on " + text.name);
        Session session(loaded);
        const std::string first = answer(session, text);
        for (int i = 0; i < 3; ++i) {
            if (answer(session, text) != first) {
                trial.report.wrong("it answers otherwise when the same instance reads the same text once more");
                break;
            }
        }
    }
}

void after_others(Trial& trial) {
    const Loaded loaded(trial.subject);
    const Answers forwards = all_answers(loaded);
    Session session(loaded);
    for (std::size_t i = forwards.size(); i-- > 0;) {
        trial.report.doing("on " + trial.subject.texts[i].name);
        if (answer(session, trial.subject.texts[i]) != forwards[i]) {
            trial.report.wrong("it answers otherwise when it has read other texts before; nothing may be left over from one document to the next");
        }
    }
}

void in_new_instances(Trial& trial) {
    const Loaded loaded(trial.subject);
    const Answers first = all_answers(loaded);
    for (int i = 0; i < 2; ++i) {
        expect_answers(trial, loaded, first, "it answers otherwise in a new instance; instances may share only what 'load' made, and that read-only");
    }
}

// The texts in an order of each thread's own, again and again. The index of one that was answered otherwise.
std::optional<std::size_t> race(const Loaded& loaded, const Answers& expected, std::size_t offset, const std::atomic<bool>& over) {
    Session session(loaded);
    const std::vector<Text>& texts = loaded.subject().texts;
    for (std::size_t i = offset; !over || i < offset + texts.size(); ++i) {
        const std::size_t text = i % texts.size();
        if (answer(session, texts[text]) != expected[text]) {
            return text;
        }
    }
    return std::nullopt;
}

void in_threads(Trial& trial) {
    const Loaded loaded(trial.subject);
    const Answers expected = all_answers(loaded);
    for (const std::size_t count : {2u, 4u}) {
        trial.report.doing("with " + std::to_string(count) + " instances in as many threads");
        View view;
        view.threads = static_cast<std::uint32_t>(count);
        show(view);
        std::atomic<bool> over = false;
        std::vector<std::optional<std::size_t>> different(count);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < count; ++i) {
                threads.emplace_back([&, i] { different[i] = race(loaded, expected, i * 7, over); });
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            over = true;
        }
        for (const auto& text : different) {
            if (text) {
                trial.report.wrong("it answers otherwise on " + trial.subject.texts[*text].name +
                                   " while other instances are at work; instances may share only what 'load' made, and that read-only");
                return;
            }
        }
    }
}

constexpr std::size_t digest_length = 64;

// In a process whose heap and libraries lie elsewhere.
[[noreturn]] void answer_elsewhere(Trial& trial, int shift, char* digests) {
    for (int i = 0; i < shift * 100; ++i) {  // fills the gaps that there are, and more
        if (sbrk(48) == reinterpret_cast<void*>(-1) || mmap(nullptr, 12288, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == MAP_FAILED) {
            _exit(1);
        }
    }
    const Loaded loaded(trial.subject);
    Session session(loaded);
    for (const Text& text : trial.subject.texts) {
        trial.report.doing("in another process, on " + text.name);
        sha256(answer(session, text)).copy(digests, digest_length);
        digests += digest_length;
    }
    _exit(0);
}

void in_each_process(Trial& trial) {
    const std::vector<Text>& texts = trial.subject.texts;
    const std::size_t size = texts.size() * digest_length;
    auto* digests = static_cast<char*>(mmap(nullptr, 2 * size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    if (digests == MAP_FAILED) {
        throw std::bad_alloc();
    }
    for (int i = 0; i < 2; ++i) {
        const pid_t process = fork();
        if (process == 0) {
            answer_elsewhere(trial, i, digests + static_cast<std::size_t>(i) * size);
        }
        int status = 0;
        if (process < 0 || waitpid(process, &status, 0) < 0 || status != 0) {
            trial.report.wrong("it ended one of two processes that were alike");
            return;
        }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!std::equal(digests + i * digest_length, digests + (i + 1) * digest_length, digests + size + i * digest_length)) {
            trial.report.wrong("it answers otherwise on " + texts[i].name + " in another process; no address, clock, process number or order of a hash table may get into an answer");
        }
    }
}

void in_any_environment(Trial& trial) {
    const Loaded loaded(trial.subject);
    const Answers expected = all_answers(loaded);
    const char* path = getenv("PATH");  // where programs are that are plugins, or that they start
    const std::string programs = path == nullptr ? "" : path;
    clearenv();
    setenv("PATH", programs.c_str(), 1);
    setenv("TZ", "XYZ-13:30", 1);
    setenv("HOME", "/nowhere", 1);
    setenv("LANG", "tr_TR.UTF-8", 1);
    tzset();
    if (chdir("/") != 0) {
        trial.report.skip("the working directory cannot be changed");
        return;
    }
    expect_answers(trial, loaded, expected, "it answers otherwise in another working directory, time zone or environment");
}

bool set_other_locale() {
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "es_ES.UTF-8", "it_IT.UTF-8", "ru_RU.UTF-8", "tr_TR.UTF-8", "de_AT.UTF-8", "de_CH.UTF-8"}) {
        if (std::setlocale(LC_ALL, name) != nullptr && std::string_view(std::localeconv()->decimal_point) == ",") {
            return true;
        }
    }
    return false;
}

void in_any_locale(Trial& trial) {
    const Loaded loaded(trial.subject);
    const Answers expected = all_answers(loaded);
    if (!set_other_locale()) {
        trial.report.skip("no locale with a decimal comma is installed (de_DE.UTF-8 and some others were tried)");
        return;
    }
    expect_answers(trial, loaded, expected, "it answers otherwise where numbers have a decimal comma; do not use printf, strtod and the like for what gets into a record");
}

void isolated(Trial& trial) {
    if (sanitized || trial.tool != Tool::none) {
        trial.report.skip("a tool that watches memory needs what isolated processes may not do");
        return;
    }
    const Loaded loaded(trial.subject);
    const Answers expected = all_answers(loaded);
    if (const std::uint32_t missing = isolate::confine(isolate::readable_folders(loaded.engine().plugins())); missing != 0) {
        trial.report.skip(isolate::sentences(missing).front());
        return;
    }
    expect_answers(trial, loaded, expected, "it answers otherwise when it can open no files but its own, no network, and start no programs");
}

constexpr std::string_view promise = "the same text gives the same answer (docs/DESIGN.md, Determinism)";

constexpr Test table[] = {
    {.name = "same-answer-twice", .asks = promise, .run = twice, .needs_library = false},
    {.name = "same-answer-after-other-texts", .asks = promise, .run = after_others, .needs_library = false},
    {.name = "same-answer-in-a-new-instance", .asks = promise, .run = in_new_instances, .needs_library = false},
    {.name = "same-answer-in-threads", .asks = "several instances may run in parallel (plugin.h, Threads)", .run = in_threads, .needs_library = false},
    {.name = "same-answer-in-each-process", .asks = promise, .run = in_each_process, .needs_library = false},
    {.name = "same-answer-in-any-environment", .asks = promise, .run = in_any_environment, .needs_library = false},
    {.name = "same-answer-in-any-locale", .asks = promise, .run = in_any_locale, .needs_library = false},
    {.name = "same-answer-isolated", .asks = "isolated, a plugin has its own folder and the system's libraries, no network and no programs (docs/PLUGINS.md, When something goes wrong)",
     .run = isolated},
};

}  // namespace

std::span<const Test> answer_tests() { return table; }

}  // namespace dateline::check
