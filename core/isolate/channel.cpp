#include "core/isolate/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

namespace dateline::isolate {
namespace {

constexpr std::uint64_t longest_message = std::uint64_t{8} << 30;  // more is no message: the other end's memory is damaged
constexpr int slice = 100;                                         // milliseconds between two looks at Stop

// What has been sent need not be sent again.
void pass_over(std::span<iovec> parts, std::size_t sent) {
    for (iovec& part : parts) {
        const std::size_t of_this = std::min(sent, part.iov_len);
        part.iov_base = static_cast<char*>(part.iov_base) + of_this;
        part.iov_len -= of_this;
        sent -= of_this;
    }
}

}  // namespace

Channel::~Channel() { close(); }

Channel::Channel(Channel&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Channel& Channel::operator=(Channel&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

void Channel::close() {
    if (is_open()) ::close(std::exchange(descriptor_, -1));
}

// `message`: the socket is ready, or its end is.
Channel::Got Channel::wait(short event, Clock::time_point deadline, const Stop& stop) const {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return Got::late;
        pollfd one{descriptor_, event, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(std::min<std::int64_t>(left, slice)));
        if (ready > 0) return Got::message;
        if (ready < 0 && errno != EINTR) return Got::ended;
        if (stop()) return Got::stopped;
    }
}

Channel::Got Channel::send(std::string_view message, Clock::time_point deadline, const Stop& stop) const {
    std::uint64_t size = message.size();
    std::array<iovec, 2> parts = {{{&size, sizeof size}, {const_cast<char*>(message.data()), message.size()}}};
    for (std::size_t left = sizeof size + message.size(); left > 0;) {
        msghdr whole{};
        whole.msg_iov = parts.data();
        whole.msg_iovlen = parts.size();
        const ssize_t count = ::sendmsg(descriptor_, &whole, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count > 0) {
            left -= static_cast<std::size_t>(count);
            pass_over(parts, static_cast<std::size_t>(count));
        }
        if (count > 0 || errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) return Got::ended;
        if (const Got got = wait(POLLOUT, deadline, stop); got != Got::message) return got;
    }
    return Got::message;
}

Channel::Got Channel::receive_bytes(char* bytes, std::size_t size, Clock::time_point deadline, const Stop& stop) const {
    while (size > 0) {
        const ssize_t count = ::recv(descriptor_, bytes, size, MSG_DONTWAIT);
        if (count == 0) return Got::ended;
        if (count > 0) {
            bytes += count;
            size -= static_cast<std::size_t>(count);
            continue;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) return Got::ended;
        if (const Got got = wait(POLLIN, deadline, stop); got != Got::message) return got;
    }
    return Got::message;
}

Channel::Got Channel::receive(std::string& message, Clock::time_point deadline, const Stop& stop) const {
    std::uint64_t size = 0;
    const Got got = receive_bytes(reinterpret_cast<char*>(&size), sizeof size, deadline, stop);
    if (got != Got::message) return got;
    if (size > longest_message) return Got::ended;
    message.resize(size);
    return receive_bytes(message.data(), size, deadline, stop);
}

void Fields::add(std::uint64_t number) { message_.append(reinterpret_cast<const char*>(&number), sizeof number); }

void Fields::add(std::string_view text) {
    add(std::uint64_t{text.size()});
    message_ += text;
}

std::uint64_t FieldReader::number() {
    std::uint64_t number = 0;
    if (rest_.size() < sizeof number) return 0;
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
    return number;
}

std::string_view FieldReader::text() {
    const std::uint64_t size = number();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(text.size());
    return text;
}

}  // namespace dateline::isolate
