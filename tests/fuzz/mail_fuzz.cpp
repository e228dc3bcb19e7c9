// The reader 'mail' over any bytes: it reads, refuses or fails, and what it gives is text.
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { return dateline::fuzz::read(data, size); }
