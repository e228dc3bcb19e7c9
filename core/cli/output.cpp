#include "core/cli/output.h"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "core/cli/exit_code.h"
#include "core/cli/messages.h"

namespace dateline::cli {
namespace {

constexpr std::size_t chunk = 256u << 10;
constexpr std::chrono::milliseconds patience{200};

enum class State { idle, writing, ended };
std::atomic<State> state = State::idle;
static_assert(std::atomic<State>::is_always_lock_free);

bool turns(State from, State to) { return state.compare_exchange_strong(from, to); }

void wait_a_little() { ::poll(nullptr, 0, 1); }

// Of the program's only writer, or none when the program is ending: then it never begins.
class Writing {
public:
    Writing() {
        while (!turns(State::idle, State::writing)) wait_a_little();
    }
    ~Writing() { state = State::idle; }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
};

}  // namespace

Output::Output(int descriptor) : descriptor_(descriptor) {
    std::signal(SIGPIPE, SIG_IGN);
}

void Output::add(std::string_view lines) {
    buffer_ += lines;
    if (buffer_.size() >= chunk || std::chrono::steady_clock::now() - flushed_ >= patience) {
        flush();
    }
}

void Output::flush() {
    const Writing writing;
    std::string_view rest = buffer_;
    while (!rest.empty() && usable()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            closed_ = true;
        } else if (errno != EINTR) {
            problem_ = std::strerror(errno);
        }
    }
    buffer_.clear();
    flushed_ = std::chrono::steady_clock::now();
}

void end_output() {
    while (!turns(State::idle, State::ended) && state != State::ended) wait_a_little();
}

int print_to(int descriptor, std::string_view text) {
    Output output(descriptor);
    output.add(text);
    output.flush();
    if (output.problem().empty()) {
        return exit_ok;
    }
    Messages(false, false).error("standard output cannot be written: " + output.problem());
    return exit_failed;
}

int print(std::string_view text) {
    return print_to(STDOUT_FILENO, text);
}

}  // namespace dateline::cli
