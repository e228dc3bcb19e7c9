#include "core/isolate/isolation.h"

#include <sys/mman.h>

#include <array>
#include <cerrno>
#include <new>
#include <stdexcept>
#include <system_error>

#include "core/isolate/nursery.h"
#include "core/isolate/process.h"
#include "core/isolate/remote.h"
#include "core/isolate/sandbox.h"

namespace dateline::isolate {
namespace {

// Shared with processes that are forked later.
class SharedMemory {
public:
    SharedMemory() : memory_(::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
        if (memory_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "no memory to share with worker processes");
        shared_ = new (memory_) Shared();
    }
    ~SharedMemory() { ::munmap(memory_, sizeof(Shared)); }
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    Shared& operator*() const { return *shared_; }
    Shared* operator->() const { return shared_; }

private:
    void* memory_;
    Shared* shared_;
};

}  // namespace

struct Isolation::State {
    State(const pipeline::Engine& given, const pipeline::Format& format, Options chosen)
        : engine(given), options(std::move(chosen)),
          nursery([this, &format](const Channel& channel, std::uint32_t place) { work(engine, format, options, channel, *shared, place); },
                  options.begin_process) {}

    const pipeline::Engine& engine;
    Options options;
    SharedMemory shared;
    Nursery nursery;
    std::array<std::atomic<bool>, most_workers> taken{};  // which place a performer has
};

Isolation::Isolation(const pipeline::Engine& engine, const pipeline::Format& format, Options options)
    : state_(std::make_unique<State>(engine, format, std::move(options))) {}

Isolation::~Isolation() = default;

std::unique_ptr<pipeline::Performer> Isolation::performer() {
    State& state = *state_;
    for (std::uint32_t place = 0; place < most_workers; ++place) {
        if (!state.taken[place].exchange(true)) return std::make_unique<Remote>(state.engine, state.options, state.nursery, place, state.shared->inside[place], state.taken[place]);
    }
    throw std::runtime_error("there are " + std::to_string(most_workers) + " worker processes at most");
}

std::vector<std::string> Isolation::missing() const { return sentences(state_->shared->missing); }

}  // namespace dateline::isolate
