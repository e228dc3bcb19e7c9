// The reader 'feed' over any bytes: it reads, refuses or fails, and what it says of entries is text.
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { return dateline::fuzz::read(data, size); }
