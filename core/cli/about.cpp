#include "core/cli/about.h"

#include "core/cli/completion.h"
#include "core/cli/help.h"
#include "core/cli/man.h"
#include "core/cli/output.h"
#include "core/cli/parse.h"
#include "core/pipeline/version.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

Arguments parse_at_most(std::string_view command, const std::vector<std::string>& words, std::size_t operands) {
    Arguments arguments = parse(*find_command(command), words);
    if (arguments.operands.size() > operands) {
        throw UsageError(std::string(command) + " takes " + (operands == 0 ? "no operand" : "one COMMAND") + ", and got '" + arguments.operands[operands] + "' as well");
    }
    return arguments;
}

const Command& named(const std::string& name) {
    if (const Command* command = find_command(name)) {
        return *command;
    }
    std::vector<std::string_view> names;
    for (const Command& command : commands()) {
        names.push_back(command.name);
    }
    throw UsageError("there is no command '" + name + "'" + text::did_you_mean(name, names));
}

}  // namespace

int help_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse_at_most("help", words, 1);
    return print(arguments.operands.empty() ? general_help() : long_help(named(arguments.operands.front())));
}

int version_command(const std::vector<std::string>& words) {
    parse_at_most("version", words, 0);
    return print("dateline " + std::string(pipeline::version()) + "\n");
}

int man_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse_at_most("man", words, 1);
    return print(arguments.operands.empty() ? manual() : manual(named(arguments.operands.front())));
}

int completion_command(const std::vector<std::string>& words) {
    parse_at_most("completion", words, 0);
    return print(bash_completion());
}

}  // namespace dateline::cli
