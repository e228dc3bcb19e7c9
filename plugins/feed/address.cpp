#include "address.h"

#include <algorithm>

#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

constexpr std::size_t longest_address = 2000;

// "http" of "http://example.org"; empty when it is relative.
std::string_view scheme_of(std::string_view address) {
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(address[0])) return {};
    const std::string_view scheme = address.substr(0, colon);
    const auto is_allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
    return std::all_of(scheme.begin(), scheme.end(), is_allowed) ? scheme : std::string_view();
}

// "http://example.org" of "http://example.org/a/b".
std::string_view root_of(std::string_view address) {
    const std::size_t host = address.find("//");
    return host == std::string_view::npos ? scheme_of(address) : address.substr(0, address.find_first_of("/?#", host + 2));
}

// "/a/" of "http://example.org/a/b".
std::string_view folder_of(std::string_view address) {
    const std::string_view path = address.substr(root_of(address).size());
    return path.empty() ? "/" : path.substr(0, path.rfind('/') + 1);
}

std::string without_dots(std::string_view path) {
    std::string result;
    while (!path.empty()) {
        const std::size_t end = path.find('/', 1);
        const std::string_view segment = path.substr(0, end);
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
        if (segment == "/..") result.resize(std::min(result.rfind('/'), result.size()));
        if (segment != "/.." && segment != "/.") {
            result += segment;
        } else if (path.empty()) {
            result += '/';
        }
    }
    return result;
}

}  // namespace

bool is_web_address(std::string_view address) { return begins_with(address, "http://") || begins_with(address, "https://"); }

std::string resolved(std::string_view base, std::string_view reference) {
    reference = trimmed(reference);
    if (reference.size() > longest_address) return {};
    if (!scheme_of(reference).empty() || !is_web_address(base)) return std::string(reference);
    base = base.substr(0, base.find('#'));
    if (reference.empty()) return std::string(base);
    if (reference.starts_with("//")) return std::string(scheme_of(base)) + ":" + std::string(reference);
    if (reference.starts_with('#')) return std::string(base) + std::string(reference);
    base = base.substr(0, base.find('?'));
    if (reference.starts_with('?')) return std::string(base) + std::string(reference);
    const std::size_t query = std::min(reference.find_first_of("?#"), reference.size());
    std::string path(reference.starts_with('/') ? std::string_view() : folder_of(base));
    path += reference.substr(0, query);
    return std::string(root_of(base)) + without_dots(path) + std::string(reference.substr(query));
}

}  // namespace feed
