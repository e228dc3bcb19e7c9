#include "core/cli/man.h"

#include <string_view>

#include "core/pipeline/version.h"

namespace dateline::cli {
namespace {

// What troff would take for its own: a backslash, a hyphen that must stay a minus, a dot or quote that begins a line.
std::string escape(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const bool at_line_begin = out.empty() || out.back() == '\n';
        if (at_line_begin && (byte == '.' || byte == '\'')) {
            out += "\\&";
        }
        switch (byte) {
            case '\\': out += "\\e"; break;
            case '-': out += "\\-"; break;
            case '\'': out += "\\(aq"; break;
            default: out += byte;
        }
    }
    return out;
}

std::string header(std::string_view name, std::string_view summary) {
    const std::string page = escape(name);
    return ".TH \"" + page + "\" 1 \"\" \"dateline " + escape(pipeline::version()) + "\" \"dateline\"\n.SH NAME\n" + page + " \\- " + escape(summary) + "\n";
}

std::string section(std::string_view title) {
    return ".SH " + std::string(title) + "\n";
}

// A term and what it means.
std::string entry(std::string_view term, std::string_view meaning) {
    return ".TP\n" + std::string(term) + "\n" + escape(meaning) + "\n";
}

std::string paragraphs(std::string_view text) {
    std::string out = escape(text);
    for (std::size_t at = out.find("\n\n"); at != std::string::npos; at = out.find("\n\n", at)) {
        out.replace(at, 2, "\n.PP\n");
    }
    return out + "\n";
}

std::string option_entry(const Option& option) {
    std::string term = option.letter == 0 ? "" : "\\fB\\-" + std::string(1, option.letter) + "\\fR, ";
    term += "\\fB\\-\\-" + escape(option.name) + "\\fR";
    if (!option.argument.empty()) {
        term += " \\fI" + escape(option.argument) + "\\fR";
    }
    std::string meaning(option.summary);
    meaning += '.';
    return entry(term, option.details.empty() ? meaning : meaning + " " + std::string(option.details));
}

std::string exit_codes() {
    return section("EXIT STATUS") + entry("0", "All well. Warnings and partial documents leave it so, and so does a reader that closes the pipe.") +
           entry("1", "A document failed, a build or a check found something wrong, or output could not be written. The other documents were read.") +
           entry("2", "Wrong use: an option, the configuration file, a word list, or a plugin named on the command line.") +
           entry("130", "Interrupted by Ctrl-C or SIGTERM. What was written is whole lines. A second signal ends the program at once.");
}

std::string examples(const Command& command) {
    std::string out = command.examples.empty() ? std::string() : section("EXAMPLES");
    for (const Example& example : command.examples) {
        out += entry("\\fB" + escape(example.command) + "\\fR", example.meaning);
    }
    return out;
}

}  // namespace

std::string manual() {
    std::string out = header("dateline", "read what press releases and news articles state");
    out += section("SYNOPSIS") + "\\fBdateline\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR …] [\\fIARGUMENT\\fR …]\n";
    out += section("DESCRIPTION") +
           "Reads press releases and news articles and writes what they state as JSON records: the dates, organizations, people and bases, each with the "
           "exact place in the text that says so.\n";
    out += section("COMMANDS");
    for (const Command& command : commands()) {
        if (!command.hidden) {
            out += entry("\\fBdateline\\-" + std::string(command.name) + "\\fR(1)", command.summary);
        }
    }
    out += "When NAME is none of these, \\fBdateline\\fR NAME runs the program dateline\\-NAME from the libexec folder or the PATH.\n";
    out += section("FILES") +
           entry("~/.config/dateline/dateline.conf",
                 "The configuration file (in XDG_CONFIG_HOME where that is set): lines of the form NAME = VALUE, with the names of the long options. "
                 "What stands on the command line goes before it. Relative paths are meant from the file's folder.");
    out += section("ENVIRONMENT") + entry("DATELINE_PLUGIN_PATH", "Folders of plugins, with colons between them.") +
           entry("NO_COLOR", "When set, no colours.") + entry("XDG_CONFIG_HOME", "Where the configuration file is.");
    return out + exit_codes();
}

std::string manual(const Command& command) {
    std::string out = header("dateline-" + std::string(command.name), command.summary);
    out += section("SYNOPSIS") + "\\fBdateline " + escape(command.name) + "\\fR [\\fIOPTION\\fR …] " + escape(command.operands) + "\n";
    out += section("DESCRIPTION") + paragraphs(command.description);
    out += section("OPTIONS");
    for (const Option& option : command.options) {
        out += option.hidden ? "" : option_entry(option);
    }
    out += option_entry(help_option);
    return out + examples(command) + exit_codes() + section("SEE ALSO") + "\\fBdateline\\fR(1)\n";
}

}  // namespace dateline::cli
