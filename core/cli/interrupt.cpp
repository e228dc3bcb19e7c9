#include "core/cli/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace dateline::cli {
namespace {

std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

// Standard input ends, so that nobody goes on to wait for it. The next signal of either kind ends a run that does not come to its end.
void note(int) {
    signalled.store(true, std::memory_order_relaxed);
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    const int before = errno;
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
    struct sigaction action {};
    action.sa_handler = note;
    sigaction(signal, &action, nullptr);
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
