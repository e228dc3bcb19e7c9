/// The process that forks worker processes.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>

#include "core/isolate/channel.h"

namespace dateline::isolate {

/// A worker process, as the program sees it.
struct Child {
    pid_t process = -1;
    Channel channel;
};

/// The program's side of the nursery. Any thread.
class Nursery {
public:
    /// What a worker process does: talks over its channel until that ends.
    using Work = std::function<void(Channel channel, std::uint32_t place)>;

    /// Forks. In the nursery and in each worker `begin_process` is called first.
    Nursery(Work work, std::function<void()> begin_process);
    /// Workers end with the nursery.
    ~Nursery();

    /// `place` is handed to the worker. Throws std::system_error.
    Child start(std::uint32_t place);
    /// Waits for the end of a worker that has ended or has been killed: its status as waitpid gives it.
    int wait_for(pid_t process);

private:
    std::mutex mutex_;
    pid_t process_;
    Channel channel_;
};

}  // namespace dateline::isolate
