#include "core/cli/help.h"

#include <algorithm>

#include "core/cli/wrap.h"

namespace dateline::cli {
namespace {

constexpr std::size_t width = 96;

std::string usage_line(const Command& command) {
    std::string line = "Usage: dateline " + std::string(command.name);
    if (!command.options.empty()) {
        line += " [OPTION …]";
    }
    return command.operands.empty() ? line + "\n" : line + " " + std::string(command.operands) + "\n";
}

// "-f, --format FORMAT"
std::string spelling(const Option& option) {
    std::string text = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
    text.append("--").append(option.name);
    return option.argument.empty() ? text : text.append(" ").append(option.argument);
}

// Entries in two columns, the second wrapped.
void append_columns(std::string_view left, std::string_view right, std::size_t column, std::string& out) {
    out.append("  ").append(left);
    out.append(left.size() + 2 < column ? column - left.size() - 2 : 1, ' ');
    append_wrapped(right, column, width, out);
}

void append_options(const Command& command, bool with_details, std::string& out) {
    std::size_t longest = spelling(help_option).size();
    for (const Option& option : command.options) {
        longest = std::max(longest, spelling(option).size());
    }
    const auto append = [&](const Option& option) {
        if (option.hidden) {
            return;
        }
        std::string text(option.summary);
        if (with_details && !option.details.empty()) {
            text.append(". ").append(option.details);
        }
        append_columns(spelling(option), text, longest + 4, out);
    };
    out += "\nOptions:\n";
    std::for_each(command.options.begin(), command.options.end(), append);
    append(help_option);
}

void append_examples(const Command& command, std::string& out) {
    if (command.examples.empty()) {
        return;
    }
    out += "\nExamples:\n";
    for (const Example& example : command.examples) {
        out.append("  ").append(example.command).append("\n      ").append(example.meaning).append("\n");
    }
}

}  // namespace

std::string general_help() {
    std::string out =
        "Usage: dateline COMMAND [OPTION …] [ARGUMENT …]\n\n"
        "Reads press releases and news articles and writes what they state as JSON records: dates,\n"
        "organizations, people and bases, each with the exact place in the text that says so.\n\n"
        "Commands:\n";
    for (const Command& command : commands()) {
        if (!command.hidden) {
            append_columns(command.name, command.summary, 13, out);
        }
    }
    out +=
        "\n'dateline COMMAND --help' tells more. 'dateline NAME' runs dateline-NAME when it is none of these.\n"
        "\nExamples:\n  dateline extract --pretty release.txt\n      what a press release states, as JSON\n";
    return out;
}

std::string long_help(const Command& command) {
    std::string out = usage_line(command) + "\n";
    append_wrapped(command.description, 0, width, out);
    append_options(command, true, out);
    append_examples(command, out);
    return out;
}

std::string short_help(const Command& command) {
    std::string out = usage_line(command);
    append_options(command, false, out);
    return out;
}

std::string usage(const Command& command) {
    std::string out = usage_line(command);
    if (!command.examples.empty()) {
        out.append("Example: ").append(command.examples.front().command).append("\n");
    }
    return out.append("See 'dateline ").append(command.name).append(" --help'.\n");
}

}  // namespace dateline::cli
