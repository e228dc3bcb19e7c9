#include "core/cli/blame.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/plugin/host.h"

namespace dateline::cli {
namespace {

// A line of limited length, without memory from the heap.
class Line {
public:
    // Names of files may hold what steers a terminal.
    void add(std::string_view text, std::size_t most = 4096) {
        for (const char c : text.substr(0, std::min(most, text_.size() - 1 - length_))) {
            text_[length_++] = c >= 0 && c < ' ' ? '?' : c;
        }
    }

    void write() {
        text_[length_++] = '\n';
        const ssize_t ignored = ::write(STDERR_FILENO, text_.data(), length_);
        static_cast<void>(ignored);
    }

private:
    std::array<char, 4096> text_;
    std::size_t length_ = 0;
};

}  // namespace

void tell_of_plugin(const char* before, const char* did, const char* after) {
    constexpr std::size_t longest_name = 3000;
    const std::string_view document = plugin::document_of_this_thread();
    Line line;
    line.add("dateline: ");
    line.add(before);
    line.add("the plugin '");
    line.add(plugin::plugin_of_this_thread());
    line.add("'");
    line.add(did);
    if (!document.empty()) {
        line.add(" on ");
        line.add(document, longest_name);
    }
    line.add(after);
    line.write();
}

}  // namespace dateline::cli
