/// The closed lists that the record and its schema share. docs/RECORD.md has an example of each word.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/text/interface.h"

namespace dateline::record {

inline constexpr std::string_view schema_name = "dateline.record/1";

/// By dateline_link_reason, and by dateline_severity.
inline constexpr const auto& alias_reasons = text::link_reasons;
using text::severities;

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
