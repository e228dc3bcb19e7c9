/// A result of the pipeline as rows of a store.
#pragma once

#include <string>
#include <string_view>

#include "core/pipeline/pipeline.h"

namespace dateline::ingest {

/// Appends, packed, the rows of the worker's last result. `content` are the bytes to keep when the document failed. Offsets are in the run's unit, as
/// in the record.
void pack_result(const pipeline::Engine& engine, const pipeline::Worker& worker, const pipeline::Result& result, std::string_view content,
                 std::string& out);

}  // namespace dateline::ingest
