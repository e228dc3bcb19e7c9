/// Who does a run's documents: threads of this process, or processes of their own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/cli/parse.h"
#include "core/isolate/isolation.h"

namespace dateline::cli {

class Performers {
public:
    /// To be made before the program has a second thread. `engine` and `format` must outlive it. --max-seconds and --max-memory count when it is isolated.
    Performers(const Arguments& arguments, bool isolated, const pipeline::Engine& engine, const pipeline::Format& format);

    /// One thread's; called by several.
    std::unique_ptr<pipeline::Performer> make() const;
    /// What the kernel does not offer to confine processes, sentences.
    std::vector<std::string> missing() const;

private:
    const pipeline::Engine& engine_;
    const pipeline::Format& format_;
    std::unique_ptr<isolate::Isolation> isolation_;  // null when not isolated
};

}  // namespace dateline::cli
