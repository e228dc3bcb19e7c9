#include "core/cli/lines.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace dateline::cli {
namespace {

constexpr std::size_t chunk = 256u << 10;

bool is_ready(int milliseconds) {
    pollfd input = {STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, milliseconds) > 0;
}

}  // namespace

bool Lines::next(std::string& line, bool& too_long) {
    line.clear();
    too_long = false;
    bool begun = false;
    while (at_ < buffer_.size() || fill()) {
        begun = true;
        const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
        const std::size_t room = longest_ - line.size();
        too_long = too_long || end - at_ > room;
        line.append(buffer_, at_, std::min(end - at_, room));
        at_ = end;
        if (end < buffer_.size()) {
            ++at_;
            return true;
        }
    }
    return begun;
}

// Waits in short turns: an interrupt puts an empty file in the place of standard input.
bool Lines::fill() {
    constexpr int turn = 100;  // milliseconds
    const bool waits = !ended_ && !is_ready(0);
    if (waits) {
        waiting_(true);
        while (!ended_ && !is_ready(turn)) {
            ended_ = stop_;
        }
        waiting_(false);
    }
    buffer_.resize(chunk);
    at_ = 0;
    ssize_t count = 0;
    while (!ended_ && (count = read(STDIN_FILENO, buffer_.data(), chunk)) < 0) {
        if (errno != EINTR) {
            throw std::runtime_error(std::string("standard input cannot be read: ") + std::strerror(errno));
        }
    }
    buffer_.resize(static_cast<std::size_t>(count));
    ended_ = buffer_.empty();
    return !ended_;
}

}  // namespace dateline::cli
