/// Eight bytes of text at a time: which are ASCII letters and digits, and their lower case.
#pragma once

#include <bit>
#include <cstdint>

namespace dateline::text {

/// The run of ASCII letters and digits at the start of 8 bytes. Masks have the top bit of each byte of the run that fits.
struct AsciiRun {
    std::uint64_t upper, lower, digit;
    std::uint64_t folded;   ///< the run in lower case, zeros after it
    std::uint32_t length;   ///< 0 to 8
};

/// How many bytes of a mask are set. Plain x86-64 has no instruction for std::popcount, only a function.
inline std::uint32_t count_bytes(std::uint64_t mask) {
    return static_cast<std::uint32_t>((mask >> 7) * 0x0101010101010101u >> 56);
}

inline AsciiRun ascii_run(std::uint64_t word) {
    constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    const std::uint64_t low = word & ~tops;
    // Adding 0x80 - c carries into a byte's top bit exactly when the byte is c or more.
    const auto from = [&](std::uint64_t c) { return low + (0x80 - c) * ones; };
    const std::uint64_t ascii = ~word & tops;
    const std::uint64_t upper = from('A') & ~from('Z' + 1) & ascii;
    const std::uint64_t lower = from('a') & ~from('z' + 1) & ascii;
    const std::uint64_t digit = from('0') & ~from('9' + 1) & ascii;
    const std::uint64_t stop = ~(upper | lower | digit) & tops;
    const std::uint32_t length = stop == 0 ? 8 : static_cast<std::uint32_t>(std::countr_zero(stop)) / 8;
    const std::uint64_t keep = length == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * length)) - 1;
    return {upper & keep, lower & keep, digit & keep, (word | upper >> 2) & keep, length};
}

}  // namespace dateline::text
