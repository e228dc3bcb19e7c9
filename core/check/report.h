/// What a test tells while it runs, from its process to the one that waits for it.
#pragma once

#include <string>
#include <string_view>

namespace dateline::check {

/// The beginning of a line of the report, which goes on with a text.
enum class Line : char { doing = 'd', wrong = 'w', skipped = 's', measure = 'm', crash = 'c', end = 'e' };

/// The end of a pipe that a test writes its report to: whole lines, so that what was said before a crash is known. One thread at a time.
class Report {
public:
    explicit Report(int descriptor) : descriptor_(descriptor) {}

    /// What it does from now on: "on an empty text". A crash, and what is wrong, is about that; empty: about nothing special.
    void doing(std::string_view what);
    /// A sentence without a full stop.
    void wrong(std::string_view sentence);
    /// Why nothing can be found out. The last thing that a test says.
    void skip(std::string_view reason);
    void measure(std::string_view name, double value);
    void end() { send(Line::end, ""); }

    /// Why it crashes, said from a signal handler; `length` bytes.
    void crash(const char* sentence, std::size_t length) const noexcept;

private:
    void send(Line kind, std::string_view text) const;

    int descriptor_;
    std::string doing_;
};

}  // namespace dateline::check
