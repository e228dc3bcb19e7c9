/// A thread's work, done in another process.
#pragma once

#include <atomic>
#include <deque>

#include "core/isolate/isolation.h"
#include "core/isolate/nursery.h"
#include "core/isolate/process.h"

namespace dateline::isolate {

/// Holds one worker process at a time.
class Remote : public pipeline::Performer {
public:
    /// All must outlive it. The worker's processes write to `inside`, which nobody else does, whose code they are in. `taken` becomes false when the place is free again.
    Remote(const pipeline::Engine& engine, const Options& options, Nursery& nursery, std::uint32_t place, std::atomic<std::uint32_t>& inside, std::atomic<bool>& taken)
        : plugins_(engine.plugins()), options_(options), nursery_(nursery), place_(place), inside_(inside), taken_(taken) {}
    ~Remote() override;

    void begin(pipeline::Task task) override;
    bool wants_more() const override;
    void finish(pipeline::Finished& finished) override;

private:
    struct Begun {
        Request request;
        bool sent = false;                   ///< to the worker that there is now

        std::size_t size() const { return request.task.bytes.size() + request.task.source.size(); }
    };

    void send_ahead();
    bool try_first(pipeline::Finished& finished);
    void take(const Answer& answer, Begun& begun, pipeline::Finished& finished);
    void lose(Begun& begun, bool late);
    bool send(const Begun& begun);
    int retire();

    const plugin::Plugins& plugins_;
    const Options& options_;
    Nursery& nursery_;
    std::uint32_t place_;
    std::atomic<std::uint32_t>& inside_;
    std::atomic<bool>& taken_;
    Child child_;
    std::uint64_t done_ = 0;  ///< documents, by this process
    std::deque<Begun> tasks_;
    std::string answer_;
    Fields fields_;
};

}  // namespace dateline::isolate
