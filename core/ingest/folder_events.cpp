#include "core/ingest/folder_events.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace dateline::ingest {
namespace {

[[noreturn]] void fail(const std::string& what, int number) {
    throw std::runtime_error(what + ": " +
                             (number == ENOSPC ? "the system allows no more; raise fs.inotify.max_user_watches" : std::strerror(number)));
}

}  // namespace

FolderEvents::FolderEvents() : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (descriptor_ < 0) {
        fail("folders cannot be watched", errno);
    }
}

FolderEvents::~FolderEvents() { close(descriptor_); }

int FolderEvents::watch(const std::string& folder, std::uint32_t events) {
    const int number = inotify_add_watch(descriptor_, folder.c_str(), events | IN_ONLYDIR);
    if (number < 0 && errno != ENOENT && errno != EACCES) {
        fail("'" + folder + "' cannot be watched", errno);
    }
    return number;
}

void FolderEvents::wait(std::chrono::milliseconds patience, const std::function<void(const inotify_event&)>& take) {
    pollfd ready = {descriptor_, POLLIN, 0};
    poll(&ready, 1, static_cast<int>(patience.count()));
    alignas(inotify_event) char buffer[64u << 10];
    for (ssize_t length; (length = read(descriptor_, buffer, sizeof buffer)) > 0;) {
        for (const char* at = buffer; at < buffer + length;) {
            const auto* event = reinterpret_cast<const inotify_event*>(at);
            take(*event);
            at += sizeof(inotify_event) + event->len;
        }
    }
}

}  // namespace dateline::ingest
