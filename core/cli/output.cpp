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

enum class State { idle, busy, ended };
std::atomic<State> state = State::idle;
std::atomic<Output*> last = nullptr;
static_assert(std::atomic<State>::is_always_lock_free && std::atomic<Output*>::is_always_lock_free);

bool turns(State from, State to) { return state.compare_exchange_strong(from, to); }

void wait_a_little() { ::poll(nullptr, 0, 1); }

// While it lives, what has been collected changes. Never begins when the program is ending.
class Busy {
public:
    Busy() {
        while (!turns(State::idle, State::busy)) wait_a_little();
    }
    ~Busy() { state = State::idle; }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
};

}  // namespace

Output::Output(int descriptor) : descriptor_(descriptor), before_(last.exchange(this)) {
    std::signal(SIGPIPE, SIG_IGN);
}

Output::~Output() {
    const Busy busy;
    last = before_;
}

void Output::add(std::string_view lines) {
    const Busy busy;
    buffer_ += lines;
    if (buffer_.size() >= chunk || std::chrono::steady_clock::now() - flushed_ >= patience) {
        write();
    }
}

void Output::flush() {
    const Busy busy;
    write();
}

void Output::write() {
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

void Output::end() {
    while (!turns(State::idle, State::ended)) {
        if (state == State::ended) return;
        wait_a_little();
    }
    const Output* output = last;
    std::string_view rest = output == nullptr ? std::string_view() : output->buffer_;
    for (ssize_t written = 0; !rest.empty() && (written >= 0 || errno == EINTR); rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written))) {
        written = ::write(output->descriptor_, rest.data(), rest.size());
    }
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
