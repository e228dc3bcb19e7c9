/// Documents that come as lines of JSON on standard input.
#pragma once

#include <functional>

#include "core/pipeline/batch.h"

namespace dateline::cli {

/// Runs the batch over the lines of standard input, each a document or a failed one with the diagnostic `input.broken`; the batch's work is set here.
/// `waiting` is called with true before input is waited for, and with false when some has come. Throws as pipeline::run_from, and std::runtime_error
/// when reading fails.
void run_lines(const pipeline::Engine& engine, pipeline::Batch batch, const std::function<void(bool)>& waiting);

}  // namespace dateline::cli
