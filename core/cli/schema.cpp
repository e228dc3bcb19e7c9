#include "core/cli/schema.h"

#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/record/record.h"

namespace dateline::cli {

int schema_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("schema"), words);
    if (!arguments.operands.empty()) {
        throw UsageError("schema takes no operand, and got '" + arguments.operands.front() + "'");
    }
    const std::vector<plugin::Found> found = plugin::find_plugins(plugin_search(arguments));
    for (const plugin::Found& one : found) {
        if (one.origin == plugin::Found::Origin::option && one.state == plugin::Found::State::refused) {
            throw UsageError("the plugin '" + one.manifest.id + "' in " + one.folder.string() + " cannot be used: " + one.reason);
        }
    }
    return print(record::schema(plugin::types_of(found), arguments.has("strict")));
}

}  // namespace dateline::cli
