/// Lines of standard input, as they come.
#pragma once

#include <cstddef>
#include <string>

namespace dateline::cli {

class Lines {
public:
    /// A longer line is skipped, all but its beginning.
    explicit Lines(std::size_t longest) : longest_(longest) {}

    /// The next line without its line feed, false at the end. The last one may have no line feed. Throws std::runtime_error when reading fails.
    bool next(std::string& line, bool& too_long);

private:
    bool fill();

    std::size_t longest_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

}  // namespace dateline::cli
