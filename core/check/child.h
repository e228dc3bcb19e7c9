/// A test's process, and what comes of it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>

#include "core/check/report.h"

namespace dateline::check {

/// What a process may use before it is ended.
struct Allowance {
    double seconds = 10;                          ///< of processor time
    double idle_seconds = 5;                      ///< without using any
    std::uint64_t memory = std::uint64_t{1536} << 20;  ///< bytes in memory
};

/// One process, forked. What it prints is kept, not shown.
class Child {
public:
    /// Throws std::system_error.
    Child(const std::function<void(Report&)>& work, const Allowance& allowance);
    /// Ends the process when it has not ended.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    int descriptor() const { return report_; }   ///< readable when there is something to do
    /// Takes what there is to take, and looks whether the process keeps to its allowance. False when all is over.
    bool go_on();

    pid_t process() const { return process_; }
    double seconds() const;
    const std::string& lines() const { return lines_; }
    /// How it ended before its report did, "it crashed (SIGSEGV)"; empty when it ended as it should.
    const std::string& death() const { return death_; }
    /// The last line that it printed.
    std::string last_words() const;

private:
    bool read_some();
    void watch();
    void finish();
    void kill_for(std::string why);

    using Clock = std::chrono::steady_clock;
    Allowance allowance_;
    pid_t process_ = -1;
    int report_ = -1, printed_ = -1;
    std::string lines_, death_;
    Clock::time_point begin_ = Clock::now(), end_ = begin_, last_progress_ = begin_, last_look_ = begin_;
    double used_ = 0;
    bool over_ = false;
};

}  // namespace dateline::check
