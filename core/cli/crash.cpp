#include "core/cli/crash.h"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

#include "core/cli/exit_code.h"
#include "core/plugin/host.h"
#include "core/plugin/sanitized.h"

namespace dateline::cli {
namespace {

bool told_by_others = false;

// Only what a signal handler may do. Names of files may hold what steers a terminal.
void say(const char* text) {
    for (; *text != '\0'; ++text) {
        const bool steers = *text > 0 && *text < ' ' && *text != '\n';
        const ssize_t ignored = ::write(STDERR_FILENO, steers ? "?" : text, 1);
        static_cast<void>(ignored);
    }
}

void blame(const char* plugin, const char* did) {
    say("dateline: the plugin '");
    say(plugin);
    say(did);
    if (const char* document = plugin::document_of_this_thread(); *document != '\0') {
        say(" on ");
        say(document);
    }
    say(" and ended the run; try it with 'dateline plugins check FOLDER'\n");
}

// A plugin that calls exit() would otherwise end the run as if all were well.
void tell_exit() {
    if (const char* plugin = plugin::plugin_of_this_thread()) {
        if (!told_by_others) {
            blame(plugin, "' called exit");
        }
        _exit(exit_failed);
    }
}

void tell(int signal) {
    if (const char* plugin = plugin::plugin_of_this_thread()) {
        blame(plugin, "' crashed");
    } else {
        say("dateline: this should not happen: dateline itself crashed and ended the run\n");
    }
    raise(signal);  // its usual effect: SA_RESETHAND has put that back
}

}  // namespace

void leave_crashes_to_others() { told_by_others = true; }

void report_crashes() {
    std::atexit(tell_exit);
    if (sanitized) {
        return;
    }
    static std::array<char, 64u << 10> stack;  // for when the usual one is used up
    stack_t place{};
    place.ss_sp = stack.data();
    place.ss_size = stack.size();
    sigaltstack(&place, nullptr);
    struct sigaction action {};
    action.sa_handler = tell;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
        sigaction(signal, &action, nullptr);
    }
}

}  // namespace dateline::cli
