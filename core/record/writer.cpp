#include "core/record/writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/record/record.h"
#include "core/text/utf8.h"

namespace dateline::record {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What must be escaped in a JSON string.
constexpr std::array<bool, 256> escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) {
        table[byte] = true;
    }
    table['"'] = table['\\'] = true;
    return table;
}();

void append_escaped(char byte, std::string& out) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (byte) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(byte) >> 4];
            out += digits[static_cast<unsigned char>(byte) & 0xF];
    }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
    out += '"';
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (escaped[static_cast<unsigned char>(text[at])]) {
            out.append(text, begin, at - begin);
            append_escaped(text[at], out);
            begin = at + 1;
        }
    }
    out.append(text, begin, text.size() - begin);
    out += '"';
}

void append_any_string(std::string_view text, std::string& out) {
    std::size_t valid = text::valid_prefix(text);
    if (valid == text.size()) {
        append_json_string(text, out);
        return;
    }
    std::string repaired;
    for (; valid < text.size(); valid = text::valid_prefix(text)) {
        repaired.append(text.substr(0, valid)).append(replacement);
        text.remove_prefix(valid + 1);
    }
    append_json_string(repaired.append(text), out);
}

void Writer::open(char bracket, Layout layout) {
    separate();
    out_ += bracket;
    first_ = true;
    if (inside_line_ > 0 || layout == Layout::line) {
        ++inside_line_;
    } else {
        ++depth_;
    }
}

void Writer::close(char bracket) {
    if (inside_line_ > 0) {
        --inside_line_;
    } else {
        --depth_;
        if (!first_) {
            break_line();
        }
    }
    out_ += bracket;
    first_ = false;
}

void Writer::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += pretty_ ? "\": " : "\":";
    after_key_ = true;
}

void Writer::string(std::string_view text) {
    separate();
    append_json_string(text, out_);
}

void Writer::string_or_null(std::string_view text) {
    if (text.empty()) {
        null();
    } else {
        separate();
        append_any_string(text, out_);
    }
}

void Writer::integer(std::uint64_t number) {
    separate();
    char digits[24];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void Writer::number(double number) {
    if (!std::isfinite(number)) {
        null();
        return;
    }
    separate();
    char digits[32];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void Writer::hundredths(int number) {
    separate();
    const char digits[] = {static_cast<char>('0' + number / 100), '.', static_cast<char>('0' + number / 10 % 10),
                           static_cast<char>('0' + number % 10)};
    out_.append(digits, sizeof digits);
}

void Writer::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
}

void Writer::null() {
    separate();
    out_ += "null";
}

void Writer::separate_entry() {
    if (!first_) {
        out_ += ',';
    }
    if (inside_line_ > 0) {
        if (pretty_ && !first_) {
            out_ += ' ';
        }
    } else if (depth_ > 0) {
        break_line();
    }
    first_ = false;
}

void Writer::break_line() {
    if (pretty_) {
        out_ += '\n';
        out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    }
}

}  // namespace dateline::record
