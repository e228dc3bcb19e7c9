/// Candidates in the shape in which plugins see them.
#pragma once

#include <span>
#include <vector>

#include "core/mention/candidate.h"
#include "dateline/plugin.h"

namespace dateline::plugin {

/// Reused by a worker from document to document.
class Mentions {
public:
    void clear();
    /// Takes in the candidates that were submitted since the last call; all by begin, then end, then handle.
    void add_new(const Proposals& proposals);
    /// Those that were accepted, in the same order.
    void take_accepted(const Proposals& proposals);

    std::span<const dateline_mention> list() const { return list_; }

private:
    void append(const Candidate& candidate, std::uint32_t handle, std::int32_t score);

    std::vector<dateline_mention> list_, merged_;
    std::size_t known_ = 0;  // candidates
};

}  // namespace dateline::plugin
