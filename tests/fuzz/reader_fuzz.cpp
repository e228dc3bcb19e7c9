// What the text reader makes of any bytes: UTF-8, whatever charset they are taken for.
#include <cstdint>
#include <cstdlib>

#include "plugins/common/charsets.h"
#include "plugins/common/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace common;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    format_of(bytes);
    markup_of(bytes);
    looks_binary(bytes);
    for (const Decoded& decoded : {repair_utf8(bytes), decode_utf16(bytes, false), decode_utf16(bytes, true), detect(bytes)}) {
        if (valid_utf8(decoded.text) != decoded.text.size() || decoded.replaced > size) {
            std::abort();
        }
    }
    return 0;
}
