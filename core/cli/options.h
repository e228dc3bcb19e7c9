/// The one table of commands and options: parsing, help, configuration file, man pages and completion are made from it.
#pragma once

#include <span>
#include <string_view>

namespace dateline::cli {

/// What stands after an option, or as an operand of a command.
enum class Kind {
    none,    ///< nothing: the option is a switch
    text,    ///< anything
    number,  ///< a whole number from 1 on
    size,    ///< the same with k, M or G behind it
    word,    ///< one of Option::words
    file,
    folder,
    command  ///< the name of a command
};

struct Option {
    std::string_view name;            ///< "format"
    char letter = 0;                  ///< 'f', or 0
    Kind kind = Kind::none;
    std::string_view argument = {};   ///< how help calls what stands after it: "FORMAT"
    std::string_view words = {};      ///< "jsonl|json|tsv"
    std::string_view summary;         ///< one line, no full stop
    std::string_view details = {};    ///< more sentences for --help and the man page
    bool repeatable = false;
    bool configurable = true;         ///< may stand in the configuration file
    bool hidden = false;              ///< for developers, or no longer needed: works, and no help names it
    std::string_view needs = {};      ///< the option without which it does nothing; giving it alone is wrong use
    std::string_view excludes = {};   ///< the option beside which it does nothing
};

struct Example {
    std::string_view command, meaning;
};

struct Command {
    std::string_view name;
    std::string_view operands;        ///< as usage shows them: "FILE|DIR|- …"
    std::string_view summary;         ///< one line, no full stop
    std::string_view description;     ///< paragraphs, an empty line between them
    std::span<const Option> options;
    std::span<const Example> examples;  ///< the first is shown after a mistake
    Kind operand = Kind::none;        ///< what completion offers
    std::string_view subcommands = {};  ///< "check", for completion
    bool hidden = false;              ///< not in the list of commands
};

std::span<const Command> commands();

/// Null when there is none of this name.
const Command* find_command(std::string_view name);

/// Null when the command has no such option; `--help` belongs to every command.
const Option* find_option(const Command& command, std::string_view name);

extern const Option help_option;

}  // namespace dateline::cli
