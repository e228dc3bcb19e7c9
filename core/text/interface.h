/// The strings and the numbered words of the plugin interface (dateline/plugin.h), as the host itself says them.
#pragma once

#include <array>
#include <string_view>

#include "dateline/text.h"

namespace dateline::text {

inline std::string_view view(dateline_string string) { return {string.data, static_cast<std::size_t>(string.length)}; }

/// Lives as long as `text`.
inline dateline_string borrow(std::string_view text) { return {text.data(), text.size()}; }

/// By dateline_block_kind.
inline constexpr std::array<std::string_view, 7> block_kinds = {"paragraph", "title", "heading", "list-item", "table-row", "caption", "quote"};

/// By dateline_link_reason.
inline constexpr std::array<std::string_view, 7> link_reasons = {
    "abbreviation", "defined-as", "shorter-form", "legal-form", "family-name", "transliteration", "renamed"};

/// By dateline_severity.
inline constexpr std::array<std::string_view, 3> severities = {"info", "warning", "error"};

}  // namespace dateline::text
