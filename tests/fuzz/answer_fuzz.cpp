// What a plugin that is a program answers: submitted, or refused.
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "tests/process/listener.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static process::Listener listener;
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    try {
        listener.submit(line);
    } catch (const std::runtime_error&) {
    }
    try {
        process::read_abilities(line);
    } catch (const std::runtime_error&) {
    }
    return 0;
}
