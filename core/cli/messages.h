/// What is said on standard error.
#pragma once

#include <string>
#include <string_view>

namespace dateline::cli {

/// Whether colours go to a file descriptor: --color's word, and for "auto" a terminal, NO_COLOR and TERM.
bool wants_color(std::string_view when, int descriptor);

/// Messages of one run, each a whole line: "dateline: …". Any thread; never two at a time.
class Messages {
public:
    Messages(bool quiet, bool color) : quiet_(quiet), color_(color) {}

    /// Something failed.
    void error(std::string_view message);
    /// Something is not as it should be, but goes on. Not said when quiet.
    void warning(std::string_view message);

private:
    void say(std::string_view color, std::string_view message) const;

    bool quiet_, color_;
};

/// Writes all of `text` to standard error.
void write_error(std::string_view text);

}  // namespace dateline::cli
