/// What a worker process does.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "core/isolate/channel.h"
#include "core/isolate/isolation.h"

namespace dateline::isolate {

/// A task, and how far earlier processes came with it.
struct Request {
    pipeline::Task task;
    std::uint64_t answered = 0;                          ///< documents whose answers have been had
    std::set<std::uint64_t> containers;                  ///< which of these have others inside
    std::map<std::uint64_t, pipeline::Lesson> lessons;   ///< by document: 0 is the task's own, then those inside it as they come

    void write(Fields& fields) const;
    void read(std::string_view message);
};

/// What one document gave.
struct Answer {
    std::uint64_t status = 0;                   ///< Status
    bool is_container = false;                  ///< it has others inside
    bool more = false;                          ///< another document of the task follows
    bool tired = false;                         ///< the worker has grown, and ends after this
    std::string_view output, cause, source;

    void write(Fields& fields) const;
    static Answer read(std::string_view message);
};

inline constexpr std::uint32_t most_workers = 1024;

/// What all processes of a run share.
struct Shared {
    std::atomic<std::uint32_t> missing = 0;                 ///< Confinement that the kernel does not offer
    std::array<std::atomic<std::uint32_t>, most_workers> inside{};  ///< by worker: whose code it is in (plugin::show_plugin_in)
};

/// Confines this process, then answers requests until the channel ends.
void work(const pipeline::Engine& engine, const pipeline::Format& format, const Options& options, const Channel& channel, Shared& shared, std::uint32_t place);

/// Folders that plugins may still read: the system's programs, libraries and data, the plugins' own, and those of programs that are plugins.
std::vector<std::filesystem::path> readable_folders(const plugin::Plugins& plugins);

}  // namespace dateline::isolate
