/// A document's bytes, from a file or standard input.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::pipeline {

/// Reads all of `path` ("-": standard input) into `bytes`, whose memory is reused; of what is larger than `limit` only limit + 1 bytes. Only
/// regular files are read by name: a FIFO or device could wait for ever. The problem in a sentence for people, empty when all went well.
std::string read_document(const std::string& path, std::uint64_t limit, std::string& bytes);

/// The file that a document of this name is in: of OUTER!/INNER the outermost that is there. The name itself when there is none, or it is no such name.
std::string outermost_file(const std::string& name);

}  // namespace dateline::pipeline
