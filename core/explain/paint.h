/// Text for the terminal: a colour for each type, nothing that could steer the terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/mention/type.h"

namespace dateline::explain {

/// Colours when they are wanted; without them marks are brackets.
class Paint {
public:
    explicit Paint(bool color) : color_(color) {}

    bool color() const { return color_; }
    std::string bold(std::string_view text) const { return painted("1", text); }
    std::string dim(std::string_view text) const { return painted("2", text); }
    std::string good(std::string_view text) const { return painted("32", text); }
    std::string bad(std::string_view text) const { return painted("31", text); }
    std::string type(std::uint32_t type, std::string_view text) const;
    /// Words of the text that are marked, with the id of their entity.
    std::string mark(std::uint32_t type, std::string_view text, std::string_view entity) const;

private:
    std::string painted(std::string_view code, std::string_view text) const;

    bool color_;
};

/// Appends `text` with control characters (line feed and tab apart) shown as the symbols for them, so that no document can move the cursor or change
/// the title of the window; characters that turn the direction of writing are shown as U+FFFD. `text` must be valid UTF-8.
void append_printable(std::string_view text, std::string& out);
std::string printable(std::string_view text);

}  // namespace dateline::explain
