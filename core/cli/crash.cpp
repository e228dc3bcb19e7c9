#include "core/cli/crash.h"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "core/cli/blame.h"
#include "core/cli/exit_code.h"
#include "core/cli/output.h"
#include "core/plugin/host.h"
#include "core/plugin/sanitized.h"

namespace dateline::cli {
namespace {

bool told_by_others = false;

// What was done is written yet, in whole lines.
void blame(const char* did) {
    tell_of_plugin("", did, " and ended the run; try it with 'dateline plugins check FOLDER'");
    Output::end();
}

// A plugin that calls exit() would otherwise end the run as if all were well.
void tell_exit() {
    if (plugin::plugin_of_this_thread() != nullptr) {
        if (!told_by_others) {
            blame(" called exit");
        }
        _exit(exit_failed);
    }
}

void tell(int signal) {
    if (plugin::plugin_of_this_thread() != nullptr) {
        blame(" crashed");
    } else {
        constexpr std::string_view sentence = "dateline: this should not happen: dateline itself crashed and ended the run\n";
        const ssize_t ignored = ::write(STDERR_FILENO, sentence.data(), sentence.size());
        static_cast<void>(ignored);
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
