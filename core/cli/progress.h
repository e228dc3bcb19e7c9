/// How far a run is, on a terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace dateline::cli {

/// A line on standard error that is drawn over itself ten times a second: documents, rate, time left. One thread at a time.
class Progress {
public:
    /// Nothing is ever drawn unless standard error is a terminal and there is more than one document; nor, when `beside_output`, if standard
    /// output is a terminal too.
    Progress(std::size_t total, bool wanted, bool beside_output = true);
    void update(std::size_t done);
    /// Wipes the line, so that messages stand on clean ground.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::size_t total_;
    bool wanted_;
    bool drawn_ = false;
    Clock::time_point started_ = Clock::now(), last_ = started_;
};

}  // namespace dateline::cli
