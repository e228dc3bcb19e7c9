#include "core/text/addresses.h"

namespace dateline::text {
namespace {

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_url_character(char c) {
    return c > ' ' && c < 0x7F && std::string_view("\"<>[]{}|\\^`").find(c) == std::string_view::npos;
}

bool is_local_character(char c) {
    return is_alphanumeric(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

bool is_domain_character(char c) {
    return is_alphanumeric(c) || c == '.' || c == '-';
}

}  // namespace

std::uint32_t url_end(std::string_view text, std::uint32_t begin, std::uint32_t rest, std::uint32_t limit) {
    if (rest >= limit || !is_alphanumeric(text[rest])) return begin;
    std::uint32_t end = rest;
    int open = 0;
    for (; end < limit && is_url_character(text[end]); ++end) {
        open += text[end] == '(';
        if (text[end] == ')' && --open < 0) break;
    }
    while (end > rest && std::string_view(".,;:!?'*_(").find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

std::uint32_t email_end(std::string_view text, std::uint32_t begin, std::uint32_t at_sign, std::uint32_t limit) {
    if (!is_alphanumeric(text[begin]) || text[at_sign - 1] == '.') return begin;
    for (std::uint32_t i = begin; i < at_sign; ++i) {
        if (!is_local_character(text[i])) return begin;
    }
    std::uint32_t end = at_sign + 1;
    while (end < limit && is_domain_character(text[end])) ++end;
    while (end > at_sign + 1 && !is_alphanumeric(text[end - 1])) --end;
    const std::string_view domain = text.substr(at_sign + 1, end - at_sign - 1);
    const bool whole = domain.find('.') != std::string_view::npos && domain.find("..") == std::string_view::npos && is_alphanumeric(domain[0]);
    return whole ? end : begin;
}

}  // namespace dateline::text
