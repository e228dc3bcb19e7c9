/// URLs and e-mail addresses.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::text {

/// An e-mail address's local part is at most this long (RFC 5321).
inline constexpr std::uint32_t longest_local_part = 64;

/// Where the URL that begins at `begin` with a scheme or www. ends, without trailing punctuation; `begin` when there is none.
/// `rest` is the first byte after "scheme://" or "www.". ASCII only; at most `limit` bytes.
std::uint32_t url_end(std::string_view text, std::uint32_t begin, std::uint32_t rest, std::uint32_t limit);

/// Where the e-mail address ends whose local part begins at `begin` and whose @ is at `at_sign`; `begin` when there is none.
std::uint32_t email_end(std::string_view text, std::uint32_t begin, std::uint32_t at_sign, std::uint32_t limit);

}  // namespace dateline::text
