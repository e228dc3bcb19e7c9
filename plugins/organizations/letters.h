/// Hashes by which names, their initials and their spellings are found again.
#pragma once

#include <cstdint>
#include <string_view>

#include "page.h"

namespace dateline::organizations {

struct Span;

/// The hash of tokens [first, end), as in Span::name.
std::uint64_t hash_of(const Page& page, std::uint32_t first, std::uint32_t end);
/// The hash of the same and one token more.
std::uint64_t longer_hash(const Page& page, std::uint64_t hash, std::uint32_t token);
/// The hash of the first letters of a span without its legal form; with those of its small words when `small`. 0 when there are fewer than two.
std::uint64_t initials_of(const Page& page, const Span& span, bool small);
/// The hash of an abbreviation's letters, comparable with initials_of; 0 when it is none.
std::uint64_t letters_of(std::string_view word);
/// Whether the capitalised words of [first, end) begin, one after another, with these folded letters, the first word with the first.
bool have_initials(const Page& page, std::uint32_t first, std::uint32_t end, std::string_view letters);
/// Where the words end that an abbreviation in parentheses stands for: (FOIA) behind Freedom of Information Act; `nowhere` when it stands for none there.
std::uint32_t expansion_end(const Page& page, std::uint32_t token);
/// What another spelling of a word leaves: its first letter and the word behind it.
std::uint64_t spelling_key(const Page& page, std::uint32_t token);

}  // namespace dateline::organizations
