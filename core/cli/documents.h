/// What commands that write something of many documents have in common.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/cli/parse.h"
#include "core/pipeline/pipeline.h"

namespace dateline::cli {

/// What goes to standard output: the documents' parts with something around them. Everything ends with line feeds.
struct Form {
    std::string_view head = {}, between = {}, tail = {};
    /// Appends a document's part. Called by several threads at a time.
    std::function<void(const pipeline::Engine&, const pipeline::Worker&, const pipeline::Result&, std::string& out)> write;
};

/// Runs over the operands (files, folders, standard input), or with --from jsonl over the lines of standard input, with the options --jobs, --unordered, --quiet
/// and --color: the parts stand in the order of the input unless that is not wanted, what failed is named on standard error and the rest goes on. The exit code. Throws UsageError.
int run_documents(const Arguments& arguments, const Form& form);

}  // namespace dateline::cli
