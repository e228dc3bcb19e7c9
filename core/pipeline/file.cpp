#include "core/pipeline/file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace dateline::pipeline {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ > STDERR_FILENO) {
            close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

std::string kind_of(mode_t mode) {
    switch (mode & S_IFMT) {
        case S_IFDIR: return "is a folder";
        case S_IFIFO: return "is a FIFO, not a regular file; give it on standard input, with '-'";
        case S_IFSOCK: return "is a socket, not a regular file";
        default: return "is a device, not a regular file; give it on standard input, with '-'";
    }
}

// Waits in short turns, because standard input may be ended from elsewhere (by a signal's handler, in another thread).
void wait_for_standard_input() {
    constexpr int turn = 100;  // milliseconds
    pollfd input = {STDIN_FILENO, POLLIN, 0};
    for (int ready = 0; ready == 0 || (ready < 0 && errno == EINTR);) {
        ready = poll(&input, 1, turn);
    }
}

// Grows `bytes` only as far as there is something to read: std::string fills with zeros what it grows by.
std::string read_all(int descriptor, std::size_t expected, std::uint64_t limit, std::string& bytes) {
    constexpr std::size_t unknown_room = 64u << 10;
    std::size_t length = 0;
    bytes.resize(std::min<std::uint64_t>(expected > 0 ? expected + 1 : unknown_room, limit + 1));
    while (length <= limit) {
        if (length == bytes.size()) {
            bytes.resize(std::min<std::uint64_t>(bytes.size() * 2, limit + 1));
        }
        if (descriptor == STDIN_FILENO) {
            wait_for_standard_input();
        }
        const ssize_t count = ::read(descriptor, bytes.data() + length, bytes.size() - length);
        if (count == 0) {
            break;
        }
        if (count < 0 && errno != EINTR) {
            return std::string("cannot be read: ") + std::strerror(errno);
        }
        length += count < 0 ? 0 : static_cast<std::size_t>(count);
    }
    bytes.resize(length);
    return {};
}

}  // namespace

std::string read_document(const std::string& path, std::uint64_t limit, std::string& bytes) {
    if (path == "-") {
        return read_all(STDIN_FILENO, 0, limit, bytes);
    }
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status {};
    if (file.number() < 0 || fstat(file.number(), &status) != 0) {
        return std::string("cannot be read: ") + std::strerror(errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return kind_of(status.st_mode);
    }
    return read_all(file.number(), static_cast<std::size_t>(status.st_size), limit, bytes);
}

std::string outermost_file(const std::string& name) {
    std::error_code ignored;
    for (std::size_t at = name.find("!/"); at != std::string::npos; at = name.find("!/", at + 1)) {
        if (std::filesystem::is_regular_file(name.substr(0, at), ignored)) {
            return name.substr(0, at);
        }
    }
    return name;
}

}  // namespace dateline::pipeline
