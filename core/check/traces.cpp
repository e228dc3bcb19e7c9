#include "core/check/traces.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__SSE__)
#include <xmmintrin.h>
#endif

#include <algorithm>
#include <cfenv>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <new>
#include <sstream>
#include <thread>
#include <vector>

namespace dateline::check {
namespace {

namespace fs = std::filesystem;

std::string signal_name(int signal) {
    const char* name = sigabbrev_np(signal);
    return name == nullptr ? "signal " + std::to_string(signal) : std::string("SIG") + name;
}

std::string content(const char* file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::string locale() { return std::string(std::setlocale(LC_ALL, nullptr)) + ", C++ " + std::locale().name(); }

std::string signals() {
    std::ostringstream out;
    constexpr int flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER | SA_NOCLDSTOP | SA_NOCLDWAIT;  // those that are the program's
    sigset_t blocked;
    sigemptyset(&blocked);
    pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
    for (int signal = 1; signal < SIGRTMAX; ++signal) {
        struct sigaction action = {};
        sigaction(signal, nullptr, &action);
        if (action.sa_handler != SIG_DFL) {
            out << signal_name(signal) << (action.sa_handler == SIG_IGN ? " ignored" : " handled by ");
            if (action.sa_handler != SIG_IGN) {
                out << reinterpret_cast<const void*>(action.sa_handler) << " with flags " << (action.sa_flags & flags);
            }
            out << ", ";
        }
        out << (sigismember(&blocked, signal) == 1 ? signal_name(signal) + " blocked, " : "");
    }
    out << "terminate " << reinterpret_cast<const void*>(std::get_terminate()) << ", new " << reinterpret_cast<const void*>(std::get_new_handler());
    return out.str();
}

std::string floating_point() {
    std::string out = "rounding " + std::to_string(std::fegetround()) + ", traps " + std::to_string(fegetexcept());
#if defined(__SSE__)
    out += ", denormals " + std::to_string(_mm_getcsr() & 0x8040u);
#endif
    return out;
}

std::string umask_and_limits() {
    const mode_t mask = umask(0);
    umask(mask);
    std::ostringstream out;
    out << "umask " << std::oct << mask << std::dec << ", priority " << getpriority(PRIO_PROCESS, 0) << ", limits";
    for (int resource = 0; resource < RLIM_NLIMITS; ++resource) {
        rlimit limit{};
        getrlimit(static_cast<__rlimit_resource>(resource), &limit);
        out << ' ' << limit.rlim_cur;
    }
    return out.str();
}

std::string working_directory() { return fs::current_path().string(); }

std::string environment() {
    std::vector<std::string> variables;
    for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }
    std::sort(variables.begin(), variables.end());
    std::string out;
    for (const std::string& variable : variables) {
        out += variable + "; ";
    }
    return out;
}

std::string timers() {
    std::string out;
    for (const int which : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF}) {
        itimerval timer{};
        getitimer(static_cast<__itimer_which>(which), &timer);
        out += timer.it_value.tv_sec != 0 || timer.it_value.tv_usec != 0 ? "a timer runs, " : "";
    }
    return out + content("/proc/self/timers");
}

std::string descriptors() {
    std::vector<std::string> open;
    std::error_code error;
    for (fs::directory_iterator entry("/proc/self/fd", error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        const std::string target = fs::read_symlink(entry->path(), ignored).string();
        if (!target.starts_with("/proc/")) {
            open.push_back(entry->path().filename().string() + " on " + target);
        }
    }
    std::sort(open.begin(), open.end());
    std::string out;
    for (const std::string& one : open) {
        out += one + ", ";
    }
    return out;
}

std::string threads() {
    const auto count = [] {
        std::error_code error;
        return std::distance(fs::directory_iterator("/proc/self/task", error), fs::directory_iterator());
    };
    for (int i = 0; i < 20 && count() > 1; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return std::to_string(count() - 1);
}

std::string processes() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const bool there_are = waitpid(-1, nullptr, WNOHANG) >= 0;
    return there_are ? "there is one, or one that nobody has waited for" : used.ru_maxrss > 0 ? "there has been one" : "none";
}

}  // namespace dateline::check
