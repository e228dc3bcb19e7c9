/// UTF-8: validation, repair, characters and the code-point offsets that records use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// The number of leading bytes of `bytes` that are valid UTF-8; bytes.size() when all are.
std::size_t valid_prefix(std::string_view bytes);

/// `bytes` with U+FFFD for each that is no UTF-8: for names of files, which may be anything.
std::string valid(std::string_view bytes);

/// The code point at byte `at` and its length in bytes. Precondition: valid UTF-8, `at` on a character boundary inside it.
struct Character {
    char32_t code_point;
    std::uint32_t length;
};
Character character_at(std::string_view text, std::size_t at);

/// Whether `at` is on a character boundary of valid UTF-8 (0 and text.size() are).
bool is_boundary(std::string_view text, std::size_t at);

/// Whether a grapheme cluster ends at `at` (UAX #29 extended grapheme clusters). Precondition: is_boundary(text, at).
bool is_grapheme_boundary(std::string_view text, std::size_t at);

enum class OffsetUnit { code_point, utf_8, utf_16 };

/// Turns byte offsets of one text into another unit. Costs one pass over the text to build, constant time to ask; for
/// ASCII text it is free. The text must outlive it.
class OffsetMap {
public:
    OffsetMap() = default;
    OffsetMap(std::string_view text, OffsetUnit unit);
    /// Precondition: `byte` is on a character boundary of the text.
    std::uint64_t operator()(std::uint32_t byte) const;
    /// The byte offset where the given offset in the unit lies; the end of the text when it lies beyond.
    std::uint32_t byte(std::uint64_t offset) const;
    /// The length of the whole text in the unit.
    std::uint64_t length() const { return length_; }

private:
    OffsetUnit unit_ = OffsetUnit::utf_8;
    std::uint64_t length_ = 0;
    std::uint32_t bytes_ = 0;
    std::string_view text_;
    std::vector<std::uint32_t> stride_;  ///< the offset at every 64th byte; empty when bytes and units agree
};

}  // namespace dateline::text
