/// Compiles a plugin's data folder (*.tsv lists, *.rules, evidence.tsv) into a lexicon. The source formats are docs/DATA.md's.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "core/lexicon/statement.h"

namespace dateline::lexicon {

/// What is wrong with a source file: "path:line:column: what, what to do", with the line and a caret below.
struct BuildError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The compiled bytes; the same sources always give the same bytes. Files are taken in the order of their names.
/// Throws BuildError.
std::string build(const std::filesystem::path& data_folder);

/// The same for a plugin without a library: `take` is told of what its rules submit.
std::string build(const std::filesystem::path& data_folder, const TakeStatement& take);

/// build(), written to `file` through a temporary file and rename.
void build_file(const std::filesystem::path& data_folder, const std::filesystem::path& file);

}  // namespace dateline::lexicon
