/// Lines of standard input, as they come.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>

namespace dateline::cli {

class Lines {
public:
    /// A longer line is skipped, all but its beginning. `waiting` is called with true before a read that may wait, and with false after it. When `stop`,
    /// which must outlive this, becomes true while it waits, that is the end.
    Lines(std::size_t longest, std::function<void(bool)> waiting, const std::atomic<bool>& stop) : longest_(longest), waiting_(std::move(waiting)), stop_(stop) {}

    /// The next line without its line feed, false at the end. The last one may have no line feed. Throws std::runtime_error when reading fails.
    bool next(std::string& line, bool& too_long);

private:
    bool fill();

    std::size_t longest_;
    std::function<void(bool)> waiting_;
    const std::atomic<bool>& stop_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

}  // namespace dateline::cli
