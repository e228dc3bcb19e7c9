/// What happens to files in folders, as the kernel tells it (inotify).
#pragma once

#include <sys/inotify.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace dateline::ingest {

class FolderEvents {
public:
    /// Throws std::runtime_error: the system allows no more.
    FolderEvents();
    ~FolderEvents();
    FolderEvents(const FolderEvents&) = delete;
    FolderEvents& operator=(const FolderEvents&) = delete;

    /// Watches a folder for events (IN_…), and gives the number that they carry; a folder that is watched keeps its number. Files in folders below
    /// are not watched. -1 when the folder is not there or cannot be listed. Throws std::runtime_error when it cannot be watched for another reason.
    int watch(const std::string& folder, std::uint32_t events);

    /// Hands on the events that have come, at the latest after `patience` without any.
    void wait(std::chrono::milliseconds patience, const std::function<void(const inotify_event&)>& take);

private:
    int descriptor_;
};

}  // namespace dateline::ingest
