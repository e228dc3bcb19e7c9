#include "core/cli/performers.h"

#include <algorithm>

#include "core/cli/crash.h"
#include "core/cli/interrupt.h"

namespace dateline::cli {

Performers::Performers(const Arguments& arguments, bool isolated, const pipeline::Engine& engine, const pipeline::Format& format)
    : engine_(engine), format_(format) {
    if (!isolated) return;
    isolate::Options options;
    options.seconds = std::min<std::uint64_t>(arguments.number("max-seconds", options.seconds), 1u << 30);
    options.memory = arguments.number("max-memory", options.memory);
    options.begin_process = leave_crashes_to_others;
    options.stop = interrupted;
    isolation_ = std::make_unique<isolate::Isolation>(engine, format, options);
}

std::unique_ptr<pipeline::Performer> Performers::make() const { return isolation_ != nullptr ? isolation_->performer() : pipeline::perform_here(engine_, format_); }

std::vector<std::string> Performers::missing() const { return isolation_ != nullptr ? isolation_->missing() : std::vector<std::string>(); }

}  // namespace dateline::cli
