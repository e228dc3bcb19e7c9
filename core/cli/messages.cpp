#include "core/cli/messages.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace dateline::cli {

bool wants_color(std::string_view when, int descriptor) {
    if (when == "always" || when == "never") {
        return when == "always";
    }
    const char* no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): before any thread starts
    const char* terminal = std::getenv("TERM");      // NOLINT(concurrency-mt-unsafe)
    const bool refused = no_color != nullptr && *no_color != '\0';
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return !refused && !dumb && isatty(descriptor) == 1;
}

void write_error(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return;  // nobody is there to be told
        }
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

void Messages::error(std::string_view message) {
    say("\033[1;31m", message);
}

void Messages::warning(std::string_view message) {
    if (!quiet_) {
        say("\033[1;33m", message);
    }
}

// Names of files may hold anything; none of it shall steer the terminal.
void Messages::say(std::string_view color, std::string_view message) const {
    std::string line;
    if (color_) {
        line.append(color).append("dateline:").append("\033[0m ");
    } else {
        line = "dateline: ";
    }
    for (const char byte : message) {
        const bool steers = (byte >= 0 && byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
        line += steers ? '?' : byte;
    }
    write_error(line += '\n');
}

}  // namespace dateline::cli
