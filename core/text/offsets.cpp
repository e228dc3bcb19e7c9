#include <algorithm>

#include "core/text/utf8.h"

namespace dateline::text {
namespace {

constexpr std::size_t stride = 64;

/// Units of the characters that begin in `bytes`.
std::uint32_t count_units(std::string_view bytes, OffsetUnit unit) {
    std::uint32_t count = 0;
    for (const char byte : bytes) count += static_cast<signed char>(byte) > static_cast<signed char>(0xBF);
    if (unit == OffsetUnit::utf_16) {
        for (const char byte : bytes) count += static_cast<unsigned char>(byte) >= 0xF0;
    }
    return count;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit)
    : unit_(unit), length_(text.size()), bytes_(static_cast<std::uint32_t>(text.size())), text_(text) {
    if (unit == OffsetUnit::utf_8) return;
    std::uint32_t units = 0;
    stride_.reserve(text.size() / stride + 1);
    for (std::size_t at = 0; at < text.size(); at += stride) {
        stride_.push_back(units);
        units += count_units(text.substr(at, stride), unit);
    }
    length_ = units;
    if (length_ == bytes_) stride_.clear();
}

std::uint64_t OffsetMap::operator()(std::uint32_t byte) const {
    if (stride_.empty()) return byte;
    if (byte >= bytes_) return length_;
    const std::size_t start = byte / stride * stride;
    return stride_[byte / stride] + count_units(text_.substr(start, byte - start), unit_);
}

std::uint32_t OffsetMap::byte(std::uint64_t offset) const {
    if (offset >= length_) return bytes_;
    if (stride_.empty()) return static_cast<std::uint32_t>(offset);
    const auto after = std::upper_bound(stride_.begin(), stride_.end(), offset);
    const std::size_t index = static_cast<std::size_t>(after - stride_.begin()) - 1;
    std::uint64_t units = stride_[index];
    std::size_t at = index * stride;
    while (!is_boundary(text_, at)) ++at;
    while (units < offset) {
        const std::uint32_t length = character_at(text_, at).length;
        units += unit_ == OffsetUnit::utf_16 && length == 4 ? 2 : 1;
        if (units > offset) break;
        at += length;
    }
    return static_cast<std::uint32_t>(at);
}

}  // namespace dateline::text
