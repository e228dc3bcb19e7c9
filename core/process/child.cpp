#include "core/process/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace dateline::process {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds grace{500};            // for a program to end when nothing more comes
constexpr std::size_t longest_error = 1000;   // bytes of a line on standard error
constexpr std::size_t most_logged = 64u << 10;  // bytes on standard error for each line that it is sent

std::string reason(int error) { return std::strerror(error); }

// Both ends are closed in programs that are started.
std::pair<int, int> make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw Failure("cannot be started: no pipe to it, " + reason(errno));
    return {ends[0], ends[1]};
}

// In the new process, where little but system calls is allowed. Writes an error to `problem` when it returns.
struct Plan {
    const char* program;
    char* const* arguments;
    const char* folder;
    int input, output, error, problem;
    pid_t parent;

    void run() const {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(0);
        ::setpgid(0, 0);
        for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        const bool ready = ::dup2(input, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 && ::dup2(error, STDERR_FILENO) >= 0 && ::chdir(folder) == 0;
        if (ready) {
            ::close_range(STDERR_FILENO + 1, static_cast<unsigned>(problem) - 1, 0);
            ::close_range(static_cast<unsigned>(problem) + 1, ~0u, 0);
            ::execv(program, arguments);
        }
        const int number = errno;
        [[maybe_unused]] const ssize_t written = ::write(problem, &number, sizeof number);
        ::_exit(127);
    }
};

}  // namespace

fs::path on_path(const std::string& name) {
    const char* given = std::getenv("PATH");
    std::string_view path = given == nullptr ? "/usr/bin:/bin" : given;
    while (!path.empty()) {
        const std::size_t colon = std::min(path.find(':'), path.size());
        const fs::path file = fs::path(path.substr(0, colon)) / name;
        std::error_code ignored;
        if (colon > 0 && fs::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0) return fs::absolute(file);
        path.remove_prefix(std::min(colon + 1, path.size()));
    }
    return {};
}

fs::path find_program(const std::string& name, const fs::path& folder) {
    if (name.find('/') != std::string::npos) return fs::absolute(folder / name);
    const fs::path file = on_path(name);
    if (file.empty()) throw Failure("cannot be started: no program '" + name + "' is on the PATH");
    return file;
}

void Child::Descriptor::reset(int descriptor) {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = descriptor;
}

Child::Child(const std::vector<std::string>& command, const fs::path& folder, Log log) : log_(std::move(log)) {
    start(find_program(command.front(), folder).string(), command, folder);
}

Child::~Child() {
    input_.close();
    bool can_send = false;
    const Clock::time_point deadline = Clock::now() + grace;
    try {
        while (process_ >= 0 && output_.get() >= 0 && wait({}, deadline, can_send)) take_answer(std::size_t{1} << 20);
    } catch (const std::exception&) {
        // It is ended below, whatever it does.
    }
    kill();
}

// Standard input is a socket: writing to a program that has ended must not raise SIGPIPE.
void Child::start(const std::string& program, const std::vector<std::string>& command, const fs::path& folder) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) throw Failure("cannot be started: no socket to it, " + reason(errno));
    input_.reset(ends[0]);
    const Descriptor input(ends[1]);
    const auto [output_read, output_write] = make_pipe();
    output_.reset(output_read);
    const Descriptor output(output_write);
    const auto [error_read, error_write] = make_pipe();
    error_.reset(error_read);
    const Descriptor error(error_write);
    const auto [problem_read, problem_write] = make_pipe();
    const Descriptor problem(problem_read);
    Descriptor telling(problem_write);
    for (const int ours : {output_.get(), error_.get()}) ::fcntl(ours, F_SETFL, O_NONBLOCK);
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string absolute = fs::absolute(folder).string();
    const Plan plan{program.c_str(), arguments.data(), absolute.c_str(), input.get(), output.get(), error.get(), telling.get(), ::getpid()};
    process_ = ::fork();
    if (process_ == 0) plan.run();
    if (process_ < 0) throw Failure("cannot be started: no new process, " + reason(errno));
    telling.close();
    int number = 0;
    if (::read(problem.get(), &number, sizeof number) == static_cast<ssize_t>(sizeof number)) {
        kill();
        throw Failure("cannot be started: " + program + ": " + reason(number));
    }
}

std::string_view Child::exchange(std::string_view line, std::chrono::seconds limit, std::size_t most) {
    const Clock::time_point deadline = Clock::now() + limit;
    answer_.erase(0, std::exchange(taken_, 0));
    logged_ = 0;
    if (process_ < 0) throw Failure("has ended");
    take_answer(most);
    if (!answer_.empty()) fail("wrote a line that nobody asked for: '" + answer_.substr(0, 100) + "'");
    std::string rest(line);
    rest += '\n';
    std::size_t sent = 0;
    while (true) {
        bool can_send = false;
        if (!wait(std::string_view(rest).substr(sent), deadline, can_send)) {
            fail("took longer than " + std::to_string(limit.count()) + " s");
        }
        if (can_send) {
            const ssize_t count = ::send(input_.get(), rest.data() + sent, rest.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count < 0 && errno != EAGAIN && errno != EINTR) {
                sent = rest.size();  // it reads no more: what it does next tells why
            }
            sent += count > 0 ? static_cast<std::size_t>(count) : 0;
        }
        const std::size_t searched = answer_.size();
        take_answer(most);
        const std::size_t end = answer_.find('\n', searched);
        if (end != std::string::npos && sent == rest.size()) {
            take_log();  // all that it wrote before: there may be no later exchange
            taken_ = end + 1;
            return std::string_view(answer_).substr(0, end);
        }
        if (end != std::string::npos) fail("answered before it had read the whole line");
        if (output_.get() < 0) fail(ending());
    }
}

// Until something can be sent, or has come. False when the time is over.
bool Child::wait(std::string_view rest, Clock::time_point deadline, bool& can_send) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    std::array<pollfd, 3> events = {{{output_.get(), POLLIN, 0}, {error_.get(), POLLIN, 0}, {rest.empty() ? -1 : input_.get(), POLLOUT, 0}}};
    const int ready = ::poll(events.data(), events.size(), static_cast<int>(std::min<milliseconds::rep>(left.count() + 1, 60'000)));
    if (ready < 0 && errno != EINTR) return false;
    if (ready > 0 && events[1].revents != 0) take_log();
    can_send = ready > 0 && events[2].revents != 0;
    return true;
}

void Child::take_answer(std::size_t most) {
    std::array<char, 1u << 16> bytes;
    while (output_.get() >= 0) {
        const ssize_t count = ::read(output_.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) return;
        if (count <= 0) return output_.close();
        answer_.append(bytes.data(), static_cast<std::size_t>(count));
        if (answer_.size() > most) fail("answered a line longer than " + std::to_string(most) + " bytes");
    }
}

// All that lies ready.
void Child::take_log() {
    std::array<char, 4096> bytes;
    for (std::size_t taken = 0; error_.get() >= 0 && taken < 2 * most_logged;) {
        const ssize_t count = ::read(error_.get(), bytes.data(), bytes.size());
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (count <= 0) return error_.close();
        errors_.append(bytes.data(), static_cast<std::size_t>(count));
        write_log(false);
        taken += static_cast<std::size_t>(count);
    }
}

// Whole lines, of which long ones are cut; with `all` what follows the last one too.
void Child::write_log(bool all) {
    std::size_t at = 0;
    while (at < errors_.size()) {
        std::size_t end = errors_.find('\n', at);
        if (end == std::string::npos && !all && errors_.size() - at < longest_error) break;
        end = std::min({end, errors_.size(), at + longest_error});
        const bool was_full = logged_ > most_logged;
        logged_ += end - at + 1;
        if (logged_ <= most_logged) {
            log_(std::string_view(errors_).substr(at, end - at));
        } else if (!was_full) {
            log_("(more that it wrote is left out)");
        }
        at = end + (end < errors_.size() && errors_[end] == '\n' ? 1 : 0);
    }
    errors_.erase(0, at);
}

void Child::fail(const std::string& why) {
    kill();
    throw Failure(why);
}

// Why it is gone, when it has closed its output.
std::string Child::ending() {
    for (int tries = 0; tries < 50; ++tries) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) == process_) {
            ::kill(-std::exchange(process_, -1), SIGKILL);  // what it has started
            if (!WIFSIGNALED(status)) return "ended (exit code " + std::to_string(WEXITSTATUS(status)) + ")";
            const char* name = ::sigabbrev_np(WTERMSIG(status));
            return "crashed (SIG" + (name != nullptr ? std::string(name) : std::to_string(WTERMSIG(status))) + ")";
        }
        ::usleep(10'000);
    }
    return "closed its standard output";
}

// With all that it has started. A worker that may no longer end processes (--isolate) leaves that to the system, which does so when the worker ends.
void Child::kill() {
    if (process_ >= 0 && ::kill(-process_, SIGKILL) == 0) ::waitpid(process_, nullptr, 0);
    process_ = -1;
    take_log();
    write_log(true);
    input_.close();
    output_.close();
    error_.close();
}

}  // namespace dateline::process
