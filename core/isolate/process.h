/// What a worker process does.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/isolate/channel.h"
#include "core/isolate/isolation.h"

namespace dateline::isolate {

/// How a request and its answer look: fields in the order of the members.
struct Request {
    /// A document of the input: 0 is the input itself, 1 and more are those inside it. Each is done as `process` does it, unless one of these says otherwise.
    struct Without {
        std::uint64_t document = 0;
        plugin::Absent plugin;
    };
    struct Failed {
        std::uint64_t document = 0;
        std::string code, message;
    };

    std::string_view source, bytes;
    std::uint64_t first = 0;                    ///< the first document of the input that is to be answered; those before it have been
    std::vector<Without> without;
    std::vector<Failed> failed;

    void write(Fields& fields) const;
    static Request read(std::string_view message);
};

struct Answer {
    std::uint64_t status = 0;                   ///< Status
    bool more = false;                          ///< there is another document inside this one, or beside it
    bool tired = false;                         ///< the worker has grown, and ends after this
    std::string_view output, cause, source;

    void write(Fields& fields) const;
    static Answer read(std::string_view message);
};

/// What all processes of a run share.
struct Shared {
    std::atomic<std::uint32_t> missing = 0;                 ///< Confinement that the kernel does not offer
    std::array<std::atomic<std::uint32_t>, 1024> inside{};  ///< by worker: whose code it is in (plugin::show_plugin_in)
};

/// Confines this process, then answers requests until the channel ends.
void work(const pipeline::Engine& engine, const pipeline::Format& format, const Options& options, const Channel& channel, Shared& shared, std::uint32_t place);

/// Folders that plugins may still read: the system's libraries and data, the plugins' own.
std::vector<std::filesystem::path> readable_folders(const plugin::Plugins& plugins);

}  // namespace dateline::isolate
