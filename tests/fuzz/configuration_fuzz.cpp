// The configuration file: taken, or refused as wrong use.
#include <cstdint>

#include "core/cli/configuration.h"
#include "core/cli/options.h"
#include "tests/fuzz/temporary_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const fuzz::TemporaryFolder folder;
    const std::string path = folder.write("dateline.conf", {reinterpret_cast<const char*>(data), size}).string();
    try {
        cli::parse(*cli::find_command("extract"), {"--config", path, "-"});
    } catch (const cli::UsageError&) {
    }
    return 0;
}
