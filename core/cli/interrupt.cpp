#include "core/cli/interrupt.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "core/cli/blame.h"
#include "core/plugin/host.h"

namespace dateline::cli {
namespace {

std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr unsigned patience = 1;  // seconds that a run has to end before it says what it waits for

// A thread alone can tell what it is in: each is sent the signal.
void ask_threads() {
    const int folder = open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    alignas(dirent64) std::array<char, 4096> entries;
    for (ssize_t count = 0; folder >= 0 && (count = getdents64(folder, entries.data(), entries.size())) > 0;) {
        for (ssize_t at = 0; at < count;) {
            const auto* entry = reinterpret_cast<const dirent64*>(entries.data() + at);
            if (const int thread = std::atoi(entry->d_name); thread > 0) {
                tgkill(getpid(), thread, SIGALRM);
            }
            at += entry->d_reclen;
        }
    }
    close(folder);
}

void tell_what_is_waited_for(int) {
    static std::atomic<bool> asked = false;
    const int before = errno;
    if (!asked.exchange(true)) {
        ask_threads();
    } else if (plugin::plugin_of_this_thread() != nullptr) {
        tell_of_plugin("waiting for ", "", "; a second signal (Ctrl-C or kill) ends the run at once");
    }
    errno = before;
}

void act_on(int signal, void (*handler)(int), int flags = 0) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(signal, &action, nullptr);
}

// Standard input ends, so that nobody goes on to wait for it. The next signal of either kind ends a run that does not come to its end.
void note(int) {
    signalled.store(true, std::memory_order_relaxed);
    const int before = errno;
    act_on(SIGINT, SIG_DFL);
    act_on(SIGTERM, SIG_DFL);
    act_on(SIGALRM, tell_what_is_waited_for, SA_RESTART);
    alarm(patience);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0) {
        dup2(nothing, STDIN_FILENO);
        close(nothing);
    }
    errno = before;
}

void catch_one(int signal) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN) {
        return;
    }
    act_on(signal, note);
}

}  // namespace

const std::atomic<bool>& catch_interrupts() {
    catch_one(SIGINT);
    catch_one(SIGTERM);
    return signalled;
}

bool interrupted() {
    return signalled.load(std::memory_order_relaxed);
}

}  // namespace dateline::cli
