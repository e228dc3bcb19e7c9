#include "core/cli/commands.h"

namespace dateline::cli {

int run(int, char**) { return 2; }

}  // namespace dateline::cli
