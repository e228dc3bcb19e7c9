/// Steps through a file of rules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/lexicon/source.h"

namespace dateline::lexicon {

class Cursor {
public:
    static constexpr const char* own_line = "a comment has a line of its own, which begins with “# ”; move it there";

    explicit Cursor(const Source& source) : source_(source), text_(source.text()) {}

    std::size_t at() const { return at_; }
    bool at_end() const { return at_ >= text_.size(); }
    bool at_line_start() const { return at_ == 0 || text_[at_ - 1] == '\n'; }
    /// What was read since a place.
    std::string_view since(std::size_t begin) const { return text_.substr(begin, at_ - begin); }
    /// NUL at the end.
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool take(std::string_view expected);
    /// Precondition: not at the end.
    char next() { return text_[at_++]; }
    /// Skips white space and comment lines.
    void skip_space();

    /// These throw BuildError with the message when it is not there.
    void need(std::string_view expected, const char* message);
    std::string_view name(const char* message);
    [[noreturn]] void fail(std::size_t at, const std::string& message) const { source_.fail(at, message); }

    static bool is_name_character(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

protected:
    const Source& source_;
    std::string_view text_;
    std::size_t at_ = 0;

private:
    bool is_first_in_line() const;
};

}  // namespace dateline::lexicon
