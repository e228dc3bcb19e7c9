/// A source file of a lexicon, and how mistakes in it are told.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/build.h"

namespace dateline::lexicon {

/// Text of a source file. Lines may end with CR LF.
class Source {
public:
    /// Reads a file. Throws BuildError when it cannot be read, is not UTF-8 or holds NUL.
    static Source read(const std::filesystem::path& path);
    /// The same for text that is there already.
    Source(std::string name, std::string text);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    std::size_t line_number(std::size_t at) const;

    /// Throws the BuildError "name:line:column: message", with the line and a caret. `at` is a byte of the text, or its end.
    [[noreturn]] void fail(std::size_t at, const std::string& message) const;

private:
    std::string name_, text_;
};

/// A line without its end, and where it begins in the text.
struct Line {
    std::string_view text;
    std::size_t begin = 0;
};

/// Steps through lines: false at the end of the text. `next` begins at 0.
bool next_line(std::string_view text, std::size_t& next, Line& line);

/// "; did you mean “x”?" for the nearest of the names, or nothing.
std::string suggestion(std::string_view name, const std::vector<std::string_view>& names);

}  // namespace dateline::lexicon
