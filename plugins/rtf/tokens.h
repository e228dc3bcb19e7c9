/// RTF as a row of tokens: braces, control words, control symbols, text. One pass, nothing is copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rtf {

enum class TokenKind { end, open, close, word, symbol, byte, text };

struct Token {
    TokenKind kind = TokenKind::end;
    std::string_view text = {};  ///< the name of a word, a symbol's character, or plain text
    std::int32_t number = 0;  ///< a word's parameter; the value of a byte (\'hh)
    bool has_number = false;
    std::size_t begin = 0, end = 0;  ///< where it stands
};

class Tokens {
public:
    explicit Tokens(std::string_view bytes) : bytes_(bytes) {}

    Token next();
    /// Passes over raw bytes. False when there are fewer, and then none are left.
    bool skip(std::uint64_t count);

private:
    Token read();
    Token control();
    Token word();

    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace rtf
