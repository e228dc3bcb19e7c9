/// Records as lines for a spreadsheet.
#pragma once

#include <string>
#include <string_view>

#include "core/explain/findings.h"

namespace dateline::cli {

/// The columns' names.
inline constexpr std::string_view tsv_head = "source\tid\ttype\tname\tfact\tvalue\tstart\tend\tconfidence\tsentence\n";

/// Appends a line for the publication date, each mention ("mention"), alias ("alias") and fact of a document. White space is folded in every cell; a
/// sentence is cut to what stands near; a cell that would be a formula has an apostrophe before it.
void write_tsv(const explain::Findings& findings, std::string& out);

}  // namespace dateline::cli
