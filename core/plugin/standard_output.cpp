#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/plugin/host.h"

namespace dateline::plugin {

int take_standard_output() {
    std::fflush(stdout);
    const int records = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (records < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        throw std::system_error(errno, std::generic_category(), "standard output cannot be set aside for records");
    }
    return records;
}

}  // namespace dateline::plugin
