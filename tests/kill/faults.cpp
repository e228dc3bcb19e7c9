// dateline, but for this: DATELINE_FAULT=PLACE:N kills it when the store reaches PLACE (core/store/fault.h) for the Nth time.
#include <csignal>
#include <cstdlib>
#include <string>

#include "core/cli/commands.h"
#include "core/store/fault.h"

namespace {

std::string wanted;
int left = 0;

void kill_at(const char* place) {
    if (wanted == place && --left == 0) {
        std::raise(SIGKILL);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (const char* fault = std::getenv("DATELINE_FAULT")) {
        wanted = fault;
        const std::size_t colon = wanted.find(':');
        left = std::atoi(wanted.c_str() + colon + 1);
        wanted.resize(colon);
        dateline::store::fault_point = kill_at;
    }
    return dateline::cli::run(argc, argv);
}
