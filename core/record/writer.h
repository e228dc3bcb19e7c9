/// JSON as it is written: no tree, no streams.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dateline::record {

/// Appends `text` as a JSON string; bytes that are not UTF-8 (file names may be anything) become U+FFFD.
void append_any_string(std::string_view text, std::string& out);

/// Puts commas, and in pretty mode line breaks and spaces, around what is written. Not checked: that keys and values alternate.
class Writer {
public:
    Writer(std::string& out, bool pretty) : out_(out), pretty_(pretty) {}

    /// How a container stands in pretty mode: an entry a line, or all of it on one.
    enum class Layout { lines, line };

    void open(char bracket, Layout layout = Layout::lines);
    void close(char bracket);
    /// `name` needs no escaping: names in the record are letters, digits, - and _.
    void key(std::string_view name);
    /// The same for a literal: half of a record is keys, so they are put together on the stack and appended in one go.
    template <std::size_t size>
    void key(const char (&name)[size]) {
        if (pretty_ || first_) {
            key(std::string_view(name, size - 1));
            return;
        }
        char text[size + 3] = {',', '"'};
        std::memcpy(text + 2, name, size - 1);
        text[size + 1] = '"';
        text[size + 2] = ':';
        out_.append(text, sizeof text);
        after_key_ = true;
    }

    void string(std::string_view text);          ///< valid UTF-8
    void string_or_null(std::string_view text);  ///< null when empty; any bytes
    void integer(std::uint64_t number);
    void number(double number);                  ///< the shortest digits that give it back; null when it is not finite
    void hundredths(int number);                 ///< 87 is 0.87
    void boolean(bool value);
    void null();

private:
    void separate() {
        if (after_key_) {
            after_key_ = false;
        } else {
            separate_entry();
        }
    }
    void separate_entry();
    void break_line();

    std::string& out_;
    bool pretty_;
    bool first_ = true;      // nothing stands in the innermost container
    bool after_key_ = false;
    int depth_ = 0;          // of containers whose entries have a line each
    int inside_line_ = 0;    // containers open within one line
};

}  // namespace dateline::record
