#include "core/ingest/watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace dateline::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds quiet_for{2};  // nobody writes to a file that has not changed for so long
constexpr std::chrono::milliseconds turn{100};  // between looks at `stop`
constexpr std::uint32_t wanted =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MODIFY | IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;

std::string below(const std::string& folder, std::string_view name) {
    return std::string(folder).append(folder.ends_with('/') ? "" : "/").append(name);
}

// A link, or another name of a file that exists: whole from the start, and nobody will close it.
bool is_whole_when_made(const std::string& path) {
    struct stat status {};
    return lstat(path.c_str(), &status) == 0 && (S_ISLNK(status.st_mode) || status.st_nlink > 1);
}

bool has_bytes(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

// Not gone again, and no FIFO or link to a folder.
bool is_file(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool changed_of_late(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && std::time(nullptr) - status.st_mtime <= quiet_for.count();
}

}  // namespace

Watch::Watch(const std::vector<std::string>& folders) : folders_(folders) {
    for (const std::string& folder : folders_) {
        watch(folder);
        look_through(folder);
    }
}

// First the watch, then a look at what is there: so nothing falls between the two.
void Watch::watch(const std::string& folder) {
    const int number = events_.watch(folder, wanted);
    if (number < 0) {
        if (is_root(folder)) {
            throw std::runtime_error("the folder '" + folder + "' that was to be watched is not there, or cannot be listed");
        }
        return;  // gone again; or the look at what is there tells that it cannot be listed
    }
    watched_[number] = folder;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with('.') && entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
            watch(below(folder, name));
        }
    }
}

bool Watch::is_root(const std::string& folder) const {
    return std::find(folders_.begin(), folders_.end(), folder) != folders_.end();
}

void Watch::look_through(const std::string& folder) {
    for (const pipeline::Input& input : pipeline::expand({folder}).list) {
        if (!input.problem.empty()) {
            problems_.push_back(input);
            continue;
        }
        due_.emplace(input.path, changed_of_late(input.path) ? Clock::now() + quiet_for : Clock::now());
    }
}

std::vector<pipeline::Input> Watch::wait(const std::atomic<bool>& stop) {
    while (!stop) {
        events_.wait(turn, [this](const inotify_event& event) { take(event); });
        if (std::vector<pipeline::Input> files = ready(); !files.empty()) {
            return files;
        }
    }
    return {};
}

std::vector<pipeline::Input> Watch::ready() {
    std::vector<pipeline::Input> files = std::exchange(problems_, {});
    const Clock::time_point now = Clock::now();
    for (auto one = due_.begin(); one != due_.end();) {
        if (one->second > now) {
            ++one;
            continue;
        }
        if (is_file(one->first)) {
            files.push_back({.path = one->first});
        }
        one = due_.erase(one);
    }
    return files;
}

void Watch::take(const inotify_event& event) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {  // some were lost: everything is looked at again; what the store has costs little
        due_.clear();
        for (const std::string& folder : folders_) {
            watch(folder);
            look_through(folder);
        }
        return;
    }
    const auto watched = watched_.find(event.wd);
    if (watched == watched_.end()) {
        return;
    }
    const std::string folder = watched->second;
    if ((event.mask & IN_IGNORED) != 0) {
        watched_.erase(watched);
    } else if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
        if (is_root(folder)) {
            throw std::runtime_error("the folder '" + folder + "' that was watched is gone");
        }
    } else if (event.len > 0 && event.name[0] != '.') {
        const std::string path = below(folder, event.name);
        const bool may_be_new = (event.mask & (IN_CREATE | IN_MOVED_TO | IN_ATTRIB)) != 0;  // also one that may be listed from now on
        if ((event.mask & IN_ISDIR) == 0) {
            take_file(path, event.mask);
        } else if (may_be_new) {
            watch(path);
            look_through(path);
        }
    }
}

void Watch::take_file(const std::string& path, std::uint32_t what) {
    if ((what & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 || ((what & IN_CREATE) != 0 && is_whole_when_made(path))) {
        due_[path] = Clock::now();
    } else if ((what & IN_CREATE) != 0 && has_bytes(path)) {
        due_[path] = Clock::now() + quiet_for;  // one that was written before it had a name (O_TMPFILE) is closed under none
    } else if ((what & (IN_CREATE | IN_MODIFY)) != 0) {
        due_[path] = Clock::time_point::max();  // until it is closed
    } else if ((what & IN_ATTRIB) == 0) {
        due_.erase(path);
    }
}

}  // namespace dateline::ingest
