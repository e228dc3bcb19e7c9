#include "charsets.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace common {
namespace {

using Byte = unsigned char;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t detected_bytes = 256u << 10;

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
    constexpr std::size_t step = 4 * sizeof(std::uint64_t);
    for (; at + step <= bytes.size(); at += step) {
        std::uint64_t words[4];
        std::memcpy(words, bytes.data() + at, step);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) != 0) {
            break;
        }
    }
    while (at < bytes.size() && static_cast<Byte>(bytes[at]) < 0x80) {
        ++at;
    }
    return at;
}

// A character that begins at `at` and is not ASCII: its length, and how much of it there is when it is cut short or broken.
struct Character {
    std::size_t length, valid;
};

Character character_at(std::string_view bytes, std::size_t at) {
    const Byte lead = static_cast<Byte>(bytes[at]);
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    Byte low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    Byte high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    std::size_t valid = 1;
    for (; valid < length && at + valid < bytes.size(); ++valid) {
        const Byte next = static_cast<Byte>(bytes[at + valid]);
        if (next < low || next > high) {
            break;
        }
        low = 0x80;
        high = 0xBF;
    }
    return {length, valid};
}

void append_utf8(char32_t code_point, std::string& out) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | code_point >> 12);
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | code_point >> 18);
        put(0x80 | (code_point >> 12 & 0x3F));
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

class Converter {
public:
    explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
    ~Converter() {
        if (*this) {
            iconv_close(handle_);
        }
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    explicit operator bool() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    // What cannot be converted becomes U+FFFD, byte for byte.
    std::uint64_t convert(std::string_view bytes, std::string& out) {
        std::string input(bytes);  // iconv wants it so
        char* from = input.data();
        std::size_t left = input.size();
        std::uint64_t replaced = 0;
        while (left > 0) {
            const bool broken = step(from, left, out);
            if (broken && left > 0) {
                out += replacement;
                ++from;
                --left;
                ++replaced;
            }
        }
        step_out(out);
        return replaced;
    }

private:
    bool step(char*& from, std::size_t& left, std::string& out) {
        std::array<char, 16u << 10> buffer;
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t result = iconv(handle_, &from, &left, &to, &room);
        const bool broken = result == static_cast<std::size_t>(-1) && errno != E2BIG;
        out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
        return broken;
    }
    // A character that a stateful charset still holds back.
    void step_out(std::string& out) {
        std::array<char, 64> buffer;
        char* to = buffer.data();
        std::size_t room = buffer.size();
        iconv(handle_, nullptr, nullptr, &to, &room);
        out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
    }

    iconv_t handle_;
};

struct DeleteDetector {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

std::string detected_charset(std::string_view bytes) {
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, DeleteDetector> detector(uchardet_new());
    const std::string_view head = bytes.substr(0, detected_bytes);
    if (!detector || uchardet_handle_data(detector.get(), head.data(), head.size()) != 0) {
        return {};
    }
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

}  // namespace

std::size_t valid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while ((at = skip_ascii(bytes, at)) < bytes.size()) {
        while (at < bytes.size() && static_cast<Byte>(bytes[at]) >= 0x80) {
            const Character character = character_at(bytes, at);
            if (character.length == 0 || character.valid < character.length) {
                return at;
            }
            at += character.length;
        }
    }
    return at;
}

Decoded repair_utf8(std::string_view bytes) {
    Decoded decoded;
    decoded.charset = "UTF-8";
    decoded.text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t valid = valid_utf8(bytes);
        decoded.text.append(bytes.substr(0, valid));
        bytes.remove_prefix(valid);
        if (!bytes.empty()) {
            const std::size_t broken = character_at(bytes, 0).valid;
            decoded.text += replacement;
            decoded.replaced += broken;
            bytes.remove_prefix(broken);
        }
    }
    return decoded;
}

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
    Decoded decoded;
    decoded.charset = big_endian ? "UTF-16BE" : "UTF-16LE";
    decoded.text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<Byte>(bytes[at]), second = static_cast<Byte>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    const std::size_t whole = bytes.size() / 2 * 2;
    for (std::size_t at = 0; at < whole; at += 2) {
        const char32_t first = unit(at);
        const char32_t second = at + 2 < whole ? unit(at + 2) : 0;
        if (first < 0xD800 || first > 0xDFFF) {
            append_utf8(first, decoded.text);
        } else if (first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF) {
            append_utf8(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), decoded.text);
            at += 2;
        } else {
            decoded.text += replacement;
            decoded.replaced += 2;
        }
    }
    if (whole < bytes.size()) {
        decoded.text += replacement;
        ++decoded.replaced;
    }
    return decoded;
}

Decoded decode(std::string_view bytes, std::string_view charset) {
    Decoded decoded;
    Converter converter{std::string(charset)};
    if (!converter) {
        return decoded;
    }
    decoded.charset = charset;
    decoded.text.reserve(bytes.size() * 3 / 2);
    decoded.replaced = converter.convert(bytes, decoded.text);
    return decoded;
}

Decoded detect(std::string_view bytes) {
    Decoded decoded;
    decoded.charset = detected_charset(bytes);
    if (decoded.charset == "UTF-8" || decoded.charset == "ASCII") {
        return repair_utf8(bytes);
    }
    if (decoded.charset.empty()) {
        decoded.charset = "WINDOWS-1252";
    }
    return decode(bytes, decoded.charset);
}

}  // namespace common
