#include "core/check/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

#include "core/check/pages.h"
#include "core/plugin/host.h"

namespace dateline::check {
namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

[[noreturn]] void work_in_child(const std::function<void(Report&)>& work, int descriptor, int printed) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    signal(SIGPIPE, SIG_IGN);
    dup2(printed, STDOUT_FILENO);
    dup2(printed, STDERR_FILENO);
    static Report report(descriptor);
    explain_crashes(report);
    try {
        work(report);
    } catch (const std::exception& error) {
        report.wrong(error.what());
    }
    report.end();
    _exit(0);
}

std::string first_line(const std::string& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

// On a busy machine it may have to wait for a processor, which is not its fault.
bool wants_to_run(pid_t process) {
    const std::string line = first_line("/proc/" + std::to_string(process) + "/stat");
    const std::size_t state = line.rfind(')') + 2;
    return state < line.size() && (line[state] == 'R' || line[state] == 'D');
}

// What the kernel says of the process: seconds of processor time, bytes in memory.
double used_seconds(pid_t process) {
    const std::string line = first_line("/proc/" + std::to_string(process) + "/stat");
    std::istringstream fields(line.substr(std::min(line.size(), line.rfind(')') + 1)));
    std::string skipped;
    for (int i = 0; i < 11; ++i) {
        fields >> skipped;
    }
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::uint64_t used_memory(pid_t process) {
    std::istringstream fields(first_line("/proc/" + std::to_string(process) + "/statm"));
    std::uint64_t all = 0, resident = 0;
    fields >> all >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

bool has_ended(pid_t process) {
    siginfo_t info{};
    waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT);
    return info.si_pid != 0;
}

std::string short_number(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", number);
    return text;
}

}  // namespace

Child::Child(const std::function<void(Report&)>& work, const Allowance& allowance) : allowance_(allowance) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        fail("no pipe can be made");
    }
    printed_ = memfd_create("printed", MFD_CLOEXEC);
    process_ = fork();
    if (process_ < 0) {
        fail("no process can be started");
    }
    if (process_ == 0) {
        close(ends[0]);
        work_in_child(work, ends[1], printed_);
    }
    close(ends[1]);
    report_ = ends[0];
}

Child::~Child() {
    if (!over_) {
        kill(process_, SIGKILL);
        finish();
    }
    close(report_);
    close(printed_);
}

bool Child::go_on() {
    if (over_) {
        return false;
    }
    if (!read_some() && has_ended(process_)) {
        finish();
    } else {
        watch();
    }
    return !over_;
}

// False when there is no more to come.
bool Child::read_some() {
    pollfd wait = {report_, POLLIN, 0};
    while (poll(&wait, 1, 0) > 0) {
        char bytes[4096];
        const ssize_t count = ::read(report_, bytes, sizeof bytes);
        if (count == 0) {
            return false;
        }
        if (count > 0) {
            lines_.append(bytes, static_cast<std::size_t>(count));
            last_progress_ = Clock::now();
        }
    }
    return true;
}

void Child::watch() {
    const Clock::time_point now = Clock::now();
    if (now - last_look_ < std::chrono::milliseconds(50)) {
        return;
    }
    last_look_ = now;
    const double used = used_seconds(process_);
    if (used > used_ || wants_to_run(process_)) {
        used_ = used;
        last_progress_ = now;
    }
    if (has_ended(process_)) {
        read_some();
        finish();  // although a process that it has started holds the pipe open
    } else if (used > allowance_.seconds) {
        kill_for("it took more than " + short_number(allowance_.seconds) + " seconds and was ended");
    } else if (std::chrono::duration<double>(now - last_progress_).count() > allowance_.idle_seconds) {
        kill_for("it waited for something for more than " + short_number(allowance_.idle_seconds) + " seconds and was ended");
    } else if (used_memory(process_) > allowance_.memory) {
        kill_for("it took more than " + std::to_string(allowance_.memory >> 20) + " MiB of memory and was ended");
    }
}

void Child::kill_for(std::string why) {
    kill(-process_, SIGKILL);
    kill(process_, SIGKILL);
    death_ = std::move(why);
    finish();
}

void Child::finish() {
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    kill(-process_, SIGKILL);  // what it may have started
    read_some();
    end_ = Clock::now();
    over_ = true;
    if (!death_.empty()) {
        return;
    }
    if (WIFSIGNALED(status)) {
        const char* name = sigabbrev_np(WTERMSIG(status));
        death_ = std::string("it crashed (SIG") + (name == nullptr ? "?" : name) + ")";
    } else if (const std::string ended = std::string("\n") + static_cast<char>(Line::end) + "\n"; !("\n" + lines_).ends_with(ended)) {
        death_ = "it ended the program itself, with exit code " + std::to_string(WEXITSTATUS(status));
    } else if (WEXITSTATUS(status) != 0) {
        death_ = "its process ended with exit code " + std::to_string(WEXITSTATUS(status));
    }
}

double Child::seconds() const { return std::chrono::duration<double>((over_ ? end_ : Clock::now()) - begin_).count(); }

std::string Child::last_words() const {
    std::string text(4096, '\0');
    const off_t size = lseek(printed_, 0, SEEK_END);
    const ssize_t count = pread(printed_, text.data(), text.size(), std::max<off_t>(0, size - static_cast<off_t>(text.size())));
    text.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    while (text.ends_with('\n')) {
        text.pop_back();
    }
    return text.substr(text.rfind('\n') + 1);
}

}  // namespace dateline::check
