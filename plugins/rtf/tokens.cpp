#include "tokens.h"

#include <algorithm>

namespace rtf {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

Token Tokens::next() {
    while (at_ < bytes_.size() && (bytes_[at_] == '\r' || bytes_[at_] == '\n')) ++at_;  // they only break lines of the file
    const std::size_t begin = at_;
    Token token = read();
    token.begin = begin;
    token.end = at_;
    return token;
}

Token Tokens::read() {
    if (at_ >= bytes_.size()) return {};
    const char c = bytes_[at_];
    if (c == '{' || c == '}') {
        ++at_;
        return {.kind = c == '{' ? TokenKind::open : TokenKind::close};
    }
    if (c == '\\') return control();
    const std::size_t end = std::min(bytes_.find_first_of("{}\\\r\n", at_), bytes_.size());
    const std::string_view text = bytes_.substr(at_, end - at_);
    at_ = end;
    return {.kind = TokenKind::text, .text = text};
}

Token Tokens::control() {
    ++at_;
    if (at_ >= bytes_.size()) return {};
    if (is_letter(bytes_[at_])) return word();
    const std::string_view symbol = bytes_.substr(at_, 1);
    ++at_;
    if (symbol != "'") return {.kind = TokenKind::symbol, .text = symbol};
    const int high = at_ < bytes_.size() ? hex(bytes_[at_]) : -1, low = at_ + 1 < bytes_.size() ? hex(bytes_[at_ + 1]) : -1;
    if (high < 0 || low < 0) return {.kind = TokenKind::symbol, .text = symbol};
    at_ += 2;
    return {.kind = TokenKind::byte, .number = high * 16 + low, .has_number = true};
}

Token Tokens::word() {
    constexpr std::int64_t greatest = 2147483647;
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
    Token token{.kind = TokenKind::word, .text = bytes_.substr(begin, at_ - begin)};
    const bool negative = at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1]);
    at_ += negative;
    std::int64_t number = 0;
    for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_) {
        number = std::min(greatest, number * 10 + (bytes_[at_] - '0'));
        token.has_number = true;
    }
    token.number = static_cast<std::int32_t>(negative ? -number : number);
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    return token;
}

bool Tokens::skip(std::uint64_t count) {
    const bool enough = count <= bytes_.size() - at_;
    at_ = enough ? at_ + static_cast<std::size_t>(count) : bytes_.size();
    return enough;
}

}  // namespace rtf
