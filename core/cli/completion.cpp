#include "core/cli/completion.h"

#include <string_view>

#include "core/cli/options.h"

namespace dateline::cli {
namespace {

// Words a line each, as bash quotes them: file names may hold spaces, so only line feeds divide.
std::string quoted(std::string_view words) {
    std::string out = "$'";
    for (const char byte : words) {
        if (byte == '|') {
            out += "\\n";
        } else {
            out += byte;
        }
    }
    return out + "'";
}

std::string offer_words(std::string_view words) {
    return "compgen -W " + quoted(words) + " -- \"$word\"";
}

std::string command_names() {
    std::string names;
    for (const Command& command : commands()) {
        if (!command.hidden) {
            names.append(names.empty() ? "" : "|").append(command.name);
        }
    }
    return names;
}

std::string option_names(const Command& command) {
    std::string names = "--help";
    for (const Option& option : command.options) {
        if (!option.hidden) {
            names.append("|--").append(option.name);
        }
    }
    return names;
}

// What bash offers for a kind of word.
std::string offer(Kind kind, std::string_view words) {
    switch (kind) {
        case Kind::file: return "compgen -f -- \"$word\"";
        case Kind::folder: return "compgen -d -- \"$word\"";
        case Kind::word: return offer_words(words);
        case Kind::command: return offer_words(command_names());
        default: return ":";
    }
}

std::string option_cases(const Command& command) {
    std::string cases;
    for (const Option& option : command.options) {
        if (option.kind == Kind::none) {
            continue;
        }
        const std::string letter = option.letter == 0 ? "" : "|-" + std::string(1, option.letter);
        cases += "                --" + std::string(option.name) + letter + ") COMPREPLY=($(" + offer(option.kind, option.words) + ")); return ;;\n";
    }
    return cases;
}

std::string command_case(const Command& command) {
    std::string out = "        " + std::string(command.name) + ")\n            case \"$before\" in\n" + option_cases(command);
    out += "            esac\n            if [[ $word == -* ]]; then\n                COMPREPLY=($(" + offer_words(option_names(command)) +
           "))\n            else\n                COMPREPLY=($(" + offer(command.operand, "") + "))\n";
    if (!command.subcommands.empty()) {
        out += "                COMPREPLY+=($(" + offer_words(command.subcommands) + "))\n";
    }
    return out + "            fi ;;\n";
}

}  // namespace

std::string bash_completion() {
    std::string out =
        "# bash completion for dateline; made by 'dateline completion'\n"
        "_dateline() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} IFS=$'\\n'\n"
        "    compopt -o filenames 2>/dev/null\n"
        "    if ((COMP_CWORD == 1)); then\n"
        "        COMPREPLY=($(" + offer_words(command_names() + "|--help|--version") + ")); return\n"
        "    fi\n"
        "    case ${COMP_WORDS[1]} in\n";
    for (const Command& command : commands()) {
        out += command_case(command);
    }
    return out + "    esac\n}\ncomplete -F _dateline dateline\n";
}

}  // namespace dateline::cli
