/// The one document that a command is about: a file, standard input, or a document inside one, as records name it.
#pragma once

#include <cstdint>
#include <string>

#include "core/pipeline/pipeline.h"

namespace dateline::cli {

enum class How { process, read };

/// `name`: a path, `-`, or OUTER!/INNER. The result is the worker's; a document that is not there, or not in there, has failed and says why.
const pipeline::Result& one_document(pipeline::Worker& worker, const std::string& name, std::uint64_t most_bytes, How how);

/// Why it failed, after its name, for standard error. Precondition: it has.
std::string failure_of(const Document& document);

/// What else there is to ask for when the document has no text of its own but others inside; empty otherwise.
std::string hint_of(const pipeline::Worker& worker, const Document& document);

}  // namespace dateline::cli
