/// Documents in worker processes: what a plugin does to its process costs that plugin's part of one document.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/pipeline/performer.h"

namespace dateline::isolate {

struct Options {
    std::uint64_t seconds = 30;                        ///< a document may take, all its plugins together
    std::uint64_t memory = std::uint64_t{2} << 30;     ///< bytes that a worker may add to what it begins with; not held where a sanitizer needs address space
    std::function<void()> begin_process = [] {};       ///< called first in each new process
    std::function<bool()> stop = [] { return false; };  ///< when true, whoever waits for a worker gives up
};

/// The nursery: a process with one thread that was forked before there were others, and forks the workers.
class Isolation {
public:
    /// Forks the nursery; to be made before the program has a second thread, and to live until all performers are gone. `engine` and `format` must outlive it.
    /// Throws std::system_error when there can be no process.
    Isolation(const pipeline::Engine& engine, const pipeline::Format& format, Options options);
    ~Isolation();
    Isolation(const Isolation&) = delete;
    Isolation& operator=(const Isolation&) = delete;

    /// Works in a process of its own, which is replaced when it ends. A document that ends it, or takes longer than it may, is done again without the plugin
    /// whose code that was (`plugin.failed`); a reader's, or dateline's own, fails (`document.crashed`). Throws std::runtime_error when there are no more processes.
    std::unique_ptr<pipeline::Performer> performer();
    /// What the kernel does not offer to confine workers, as far as they have met it: sentences.
    std::vector<std::string> missing() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::isolate
