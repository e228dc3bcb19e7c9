#include "core/cli/explain_profile.h"

#include "core/cli/one_document.h"
#include "core/cli/output.h"
#include "core/explain/profile.h"

namespace dateline::cli {
namespace {

constexpr std::int64_t enough = 500'000'000;  // nanoseconds
constexpr std::size_t most_runs = 10'000;

}  // namespace

int explain_profile(pipeline::Worker& worker, const std::string& name, std::uint64_t most_bytes, int descriptor) {
    Profile profile;
    std::size_t runs = 0, bytes = 0;
    std::string record;
    do {
        bytes = one_document(worker, name, most_bytes, How::process).document.text.size();
        record.clear();
        worker.write(record);
        ++runs;
    } while (profile.sum() < enough && runs < most_runs);
    std::string out;
    explain::write_profile(profile, runs, bytes, out);
    return print_to(descriptor, out);
}

}  // namespace dateline::cli
