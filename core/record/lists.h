/// The closed lists that the record and its schema share. docs/RECORD.md has an example of each word.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace dateline::record {

inline constexpr std::string_view schema_name = "dateline.record/1";

/// By dateline_link_reason.
inline constexpr std::array<std::string_view, 7> alias_reasons = {
    "abbreviation", "defined-as", "shorter-form", "legal-form", "family-name", "transliteration", "renamed"};

/// By dateline_severity.
inline constexpr std::array<std::string_view, 3> severities = {"info", "warning", "error"};

/// By Status.
inline constexpr std::array<std::string_view, 3> statuses = {"complete", "partial", "failed"};

/// By text::OffsetUnit.
inline constexpr std::array<std::string_view, 3> offset_units = {"code-point", "utf-8", "utf-16"};

/// A diagnostic's code that the host itself gives; plugins have theirs, which begin with the plugin's id.
struct Code {
    std::string_view code;
    std::string_view meaning;  ///< a sentence for people, in the schema
};

/// In the order of their bytes.
std::span<const Code> codes();

}  // namespace dateline::record
