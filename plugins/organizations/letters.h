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
/// Which letters of a name make its abbreviation: those that begin capitalised words, small words too, or all capitals (DFK of DeFi Kingdoms).
enum class Letters : std::uint8_t { capitals, small, inner };
/// The hash of the letters of tokens [first, end); all letters of dotted words (U.S.) count. 0 when there are fewer than `least`.
std::uint64_t initials_of(const Page& page, std::uint32_t first, std::uint32_t end, Letters letters, std::uint32_t least);
/// The hash of what a word shares with its plural and with other ways to write it; 0 for a word that is part of a longer such entry.
std::uint64_t plain_hash(const Page& page, std::uint32_t token);
/// The hash of an abbreviation's letters, comparable with initials_of; 0 when it is none.
std::uint64_t letters_of(std::string_view word);
/// Whether the capitalised words of [first, end) begin, one after another, with these folded letters, the first word with the first.
bool have_initials(const Page& page, std::uint32_t first, std::uint32_t end, std::string_view letters);
/// The same for names with the same words in another order or written otherwise: Department of Defence and Defense Department.
std::uint64_t bag_of(const Page& page, const Span& span);
/// Where the words end that an abbreviation in parentheses stands for: (FOIA) behind Freedom of Information Act; `nowhere` when it stands for none there.
std::uint32_t expansion_end(const Page& page, std::uint32_t token);
/// What another spelling of a word leaves: its first letter and the word behind it.
std::uint64_t spelling_key(const Page& page, std::uint32_t token);

}  // namespace dateline::organizations
