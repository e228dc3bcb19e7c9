#include "core/plugin/signature.h"

#include <algorithm>

namespace dateline::plugin {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 1024;

}  // namespace

std::string_view head_of(std::string_view bytes) {
    const std::size_t begin = std::min(bytes.find_first_not_of(" \t\n\v\f\r\0"sv), bytes.size());
    return bytes.substr(begin, head_bytes);
}

bool may_read(const Manifest& reader, std::string_view head, std::string_view media_type) {
    const auto stands_there = [&](std::string_view signature) { return head.find(signature) != std::string_view::npos; };
    const auto is_declared = [&](std::string_view known) { return media_type.starts_with(known); };
    return reader.signatures.empty() || std::any_of(reader.signatures.begin(), reader.signatures.end(), stands_there) ||
           std::any_of(reader.media_types.begin(), reader.media_types.end(), is_declared);
}

}  // namespace dateline::plugin
