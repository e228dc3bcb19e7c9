/// Standard output as records go to it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace dateline::cli {

/// Collects whole lines and writes them in big chunks, so that whatever ends the run, what was written is whole lines. One thread at a time.
class Output {
public:
    /// `descriptor` stays the caller's. From now on SIGPIPE is ignored in the program: a write says so itself.
    explicit Output(int descriptor);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// `lines` end with a line feed. They are written at the latest when the next ones come a fifth of a second later, or by flush().
    void add(std::string_view lines);
    void flush();

    /// The reader went away: nothing more can be written, and that is no error.
    bool closed() const { return closed_; }
    /// Why writing failed, for people; empty when it did not. What comes after is dropped.
    const std::string& problem() const { return problem_; }
    bool usable() const { return !closed_ && problem_.empty(); }

    /// For a signal handler that is about to end the program: waits until no other thread is writing or adding, writes what is left of the Output that
    /// was made last, and lets nothing be written after it. Does only what a handler may do. Not to be called by a thread that may be writing.
    static void end();

private:
    void write();

    int descriptor_;
    Output* before_;  // the one made before
    bool closed_ = false;
    std::string problem_, buffer_;
    std::chrono::steady_clock::time_point flushed_ = std::chrono::steady_clock::now();
};

/// Writes `text` to standard output; says on standard error when that fails. The exit code: exit_ok or exit_failed.
int print(std::string_view text);

/// print() to a descriptor.
int print_to(int descriptor, std::string_view text);

}  // namespace dateline::cli
