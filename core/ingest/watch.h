/// New files in folders, as they arrive.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/ingest/folder_events.h"
#include "core/pipeline/inputs.h"

namespace dateline::ingest {

/// Watches folders and all folders below them by inotify. Hidden files and folders are left out, as everywhere; links to folders are not followed.
class Watch {
public:
    /// Throws std::runtime_error: no such folder, or the system allows no more watches.
    explicit Watch(const std::vector<std::string>& folders);

    /// Waits until files are whole: closed by who wrote them, moved here, or there already and not touched of late. At first those that are there.
    /// A file comes again when it was written again; a folder below that cannot be listed comes once, with its problem. Empty only when `stop` became true. Throws std::runtime_error when a folder is gone.
    std::vector<pipeline::Input> wait(const std::atomic<bool>& stop);

private:
    using Clock = std::chrono::steady_clock;

    void watch(const std::string& folder);
    bool is_root(const std::string& folder) const;
    void look_through(const std::string& folder);
    void take(const inotify_event& event);
    void take_file(const std::string& path, std::uint32_t what);
    std::vector<pipeline::Input> ready();

    FolderEvents events_;
    std::vector<std::string> folders_;
    std::map<int, std::string> watched_;            // by the number of the watch
    std::map<std::string, Clock::time_point> due_;  // files, and when they are taken for whole
    std::vector<pipeline::Input> problems_;         // folders that cannot be listed
};

}  // namespace dateline::ingest
