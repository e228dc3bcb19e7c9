#include "core/cli/progress.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "core/cli/messages.h"

namespace dateline::cli {
namespace {

constexpr std::size_t bar_width = 24;

bool is_terminal() {
    const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): before any thread starts
    return terminal != nullptr && std::string_view(terminal) != "dumb" && isatty(STDERR_FILENO) == 1;
}

std::string clock_time(double seconds) {
    const auto whole = static_cast<std::size_t>(seconds + 0.5);
    const std::string minutes = std::to_string(whole / 60), rest = std::to_string(whole % 60);
    return minutes + (rest.size() == 1 ? ":0" : ":") + rest;
}

}  // namespace

Progress::Progress(std::size_t total, bool wanted, bool beside_output)
    : total_(total), wanted_(wanted && total > 1 && is_terminal() && !(beside_output && isatty(STDOUT_FILENO) == 1)) {}

void Progress::update(std::size_t done) {
    if (!wanted_ || Clock::now() - last_ < std::chrono::milliseconds(100)) {
        return;
    }
    last_ = Clock::now();
    const double seconds = std::chrono::duration<double>(last_ - started_).count();
    const double rate = static_cast<double>(done) / seconds;
    const std::size_t filled = done * bar_width / total_;
    std::string line = "\r[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " + std::to_string(done) + "/" + std::to_string(total_) +
                       " documents, " + std::to_string(static_cast<std::size_t>(rate)) + " a second";
    if (done > 0) {
        line += ", " + clock_time(static_cast<double>(total_ - done) / rate) + " left";
    }
    write_error(line + "\033[K");
    drawn_ = true;
}

void Progress::clear() {
    if (drawn_) {
        write_error("\r\033[K");
        drawn_ = false;
    }
}

}  // namespace dateline::cli
