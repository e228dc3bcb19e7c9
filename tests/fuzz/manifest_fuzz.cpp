// The reader of plugin.json: it gives a manifest or a ManifestError, nothing else.
#include <cstdint>
#include <string_view>

#include "core/plugin/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        dateline::plugin::parse_manifest({reinterpret_cast<const char*>(data), size}, "plugin.json");
    } catch (const dateline::plugin::ManifestError&) {
    }
    return 0;
}
