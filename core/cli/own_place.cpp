#include "core/cli/own_place.h"

#include <algorithm>
#include <string_view>

#include "core/process/child.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

fs::path own_file() {
    std::error_code unknown;
    return fs::read_symlink("/proc/self/exe", unknown);
}

}  // namespace

std::string own_name() {
    const fs::path file = own_file(), found = process::on_path("dateline");
    std::error_code unknown;
    const bool is_own = !found.empty() && fs::equivalent(found, file, unknown) && !unknown;
    return is_own ? "dateline" : shell_word(file.string());
}

fs::path own_prefix() { return own_file().parent_path().parent_path(); }

bool is_usual_prefix(const fs::path& prefix) { return prefix == "/usr" || prefix == "/usr/local"; }

std::string shell_word(const std::string& text) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("/._-+,:@%=").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) {
        return text;
    }
    std::string word = "'";
    for (const char c : text) {
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return word + "'";
}

}  // namespace dateline::cli
