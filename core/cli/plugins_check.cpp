#include "core/cli/plugins_check.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "core/cli/exit_code.h"
#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/cli/trial.h"
#include "core/pipeline/file.h"

namespace dateline::cli {
namespace {

constexpr int patience = 60'000;  // milliseconds for a step

// The child's report: lines of a letter and a text.
constexpr char begin_line = 'b', wrong_line = 'w', end_line = 'e';

void send(int descriptor, char kind, std::string text) {
    for (char& byte : text) {
        byte = byte == '\n' ? ' ' : byte;
    }
    text.insert(text.begin(), kind);
    text += '\n';
    Output output(descriptor);
    output.add(text);
    output.flush();
}

[[noreturn]] void try_in_child(const pipeline::Options& options, const std::vector<TrialText>& texts, int descriptor) {
    try {
        plugin::take_standard_output();
        TrialReport report;
        report.begin = [&](const std::string& step) { send(descriptor, begin_line, step); };
        report.wrong = [&](const std::string& problem) { send(descriptor, wrong_line, problem); };
        try_plugin(options, texts, report);
    } catch (const std::exception& error) {
        send(descriptor, wrong_line, error.what());
    }
    send(descriptor, end_line, "");
    _exit(0);
}

// Follows the child and prints what it reports.
class Follower {
public:
    Follower(pid_t child, int descriptor) : child_(child), descriptor_(descriptor) {}

    // How many things are wrong.
    std::size_t follow() {
        std::string rest;
        while (read_some(rest)) {
            for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
                take(rest.front(), rest.substr(1, end - 1));
                rest.erase(0, end + 1);
            }
        }
        int status = 0;
        waitpid(child_, &status, 0);
        if (!ended_ && !killed_) {
            take(wrong_line, WIFSIGNALED(status) ? std::string("it crashed: ") + strsignal(WTERMSIG(status)) : "it ended the program itself");
        }
        finish_step();
        return wrong_;
    }

private:
    bool read_some(std::string& rest) {
        pollfd wait = {descriptor_, POLLIN, 0};
        const int ready = poll(&wait, 1, patience);
        if (ready == 0) {
            kill(child_, SIGKILL);
            killed_ = true;
            take(wrong_line, "it took more than " + std::to_string(patience / 1000) + " seconds and was ended; its work must be linear in the text");
            return false;
        }
        char bytes[4096];
        const ssize_t count = ready < 0 ? -1 : ::read(descriptor_, bytes, sizeof bytes);
        if (count < 0) {
            return errno == EINTR;
        }
        rest.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    }

    void take(char kind, const std::string& text) {
        if (kind == wrong_line) {
            print("wrong   " + step_ + ": " + text + "\n");
            ++wrong_;
            step_is_wrong_ = true;
        } else {
            finish_step();
            ended_ = kind == end_line;
            step_ = text;
        }
    }

    void finish_step() {
        if (!step_.empty() && !step_is_wrong_) {
            print("ok      " + step_ + "\n");
        }
        step_.clear();
        step_is_wrong_ = false;
    }

    pid_t child_;
    int descriptor_;
    bool ended_ = false, killed_ = false, step_is_wrong_ = false;
    std::string step_;
    std::size_t wrong_ = 0;
};

std::size_t try_and_follow(const pipeline::Options& options, const std::vector<TrialText>& texts) {
    int ends[2];
    if (pipe(ends) != 0) {
        throw std::system_error(errno, std::generic_category(), "no pipe can be made");
    }
    const pid_t child = fork();
    if (child < 0) {
        throw std::system_error(errno, std::generic_category(), "no process can be started");
    }
    if (child == 0) {
        close(ends[0]);
        try_in_child(options, texts, ends[1]);
    }
    close(ends[1]);
    const std::size_t wrong = Follower(child, ends[0]).follow();
    close(ends[0]);
    return wrong;
}

std::vector<TrialText> texts_with(const std::vector<std::string>& files) {
    std::vector<TrialText> texts = trial_texts();
    for (const std::string& file : files) {
        TrialText& text = texts.emplace_back();
        text.name = file;
        const std::string problem = pipeline::read_document(file, plugin::Limits().max_bytes, text.bytes);
        if (!problem.empty()) {
            throw UsageError("the file '" + file + "' " + problem);
        }
    }
    return texts;
}

}  // namespace

int check_plugin(const std::string& folder, const std::vector<std::string>& files, const Arguments& arguments) {
    pipeline::Options options = run_options(arguments);
    options.search.named.emplace_back(folder);
    const std::size_t wrong = try_and_follow(options, texts_with(files));
    if (wrong == 0) {
        return print("Nothing is wrong with " + folder + ".\n");
    }
    print((wrong == 1 ? std::string("One thing is") : std::to_string(wrong) + " things are") + " wrong with " + folder + ".\n");
    return exit_failed;
}

}  // namespace dateline::cli
