#include "core/cli/usage.h"

#include "core/cli/exit_code.h"
#include "core/cli/help.h"
#include "core/cli/messages.h"

namespace dateline::cli {

int show_usage(std::string_view command) {
    write_error(usage(*find_command(command)));
    return exit_usage;
}

}  // namespace dateline::cli
