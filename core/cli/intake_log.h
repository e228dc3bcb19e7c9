/// What `dateline ingest` says on standard error while it works.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/cli/messages.h"
#include "core/cli/progress.h"
#include "core/ingest/intake.h"

namespace dateline::cli {

/// Text for people, or JSON lines for programs. One thread at a time.
class IntakeLog {
public:
    IntakeLog(bool json, bool quiet, bool color) : json_(json), quiet_(quiet), messages_(quiet, color) {}

    /// Of so many inputs that follow; draws a bar on a terminal.
    void begin(std::size_t inputs);
    void tell(const ingest::Event& event);
    /// Something is not as it should be, but goes on.
    void warn(std::string_view message);
    /// The run cannot go on.
    void error(std::string_view message);
    /// The summary.
    void finish(const std::string& store);

    /// Documents that failed, now or before, among those that were given.
    std::size_t failed() const { return failed_; }

private:
    void say(const ingest::Event& event);
    void say_json(std::string_view level, std::string_view event, std::string_view message);
    std::string summary(double seconds, const std::string& store) const;
    std::string summary_json(double seconds, const std::string& store) const;
    std::size_t count(store::Outcome outcome) const { return counts_[static_cast<std::size_t>(outcome)]; }

    bool json_, quiet_;
    Messages messages_;
    Progress progress_{0, false};
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::array<std::size_t, 7> counts_{};  // by outcome
    std::size_t done_ = 0, inputs_ = 0,  // documents; inputs since begin()
         failed_ = 0, partial_ = 0;
};

}  // namespace dateline::cli
