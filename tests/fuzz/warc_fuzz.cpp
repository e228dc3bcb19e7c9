// The reader 'warc' over any bytes: it reads, refuses or fails, and gives documents within their limit.
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { return dateline::fuzz::read(data, size); }
