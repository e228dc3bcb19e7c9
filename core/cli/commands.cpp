#include "core/cli/commands.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/cli/about.h"
#include "core/cli/diff.h"
#include "core/cli/eval.h"
#include "core/cli/exit_code.h"
#include "core/cli/explain.h"
#include "core/cli/export.h"
#include "core/cli/external.h"
#include "core/cli/extract.h"
#include "core/cli/help.h"
#include "core/cli/ingest.h"
#include "core/cli/lexicon.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/parse.h"
#include "core/cli/plugins.h"
#include "core/cli/schema.h"
#include "core/cli/text.h"
#include "core/cli/train.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

using Words = std::vector<std::string>;

struct Entry {
    std::string_view name;
    int (*run)(const Words& arguments);
};

constexpr std::array entries = {
    Entry{"extract", extract_command}, Entry{"ingest", ingest_command},   Entry{"export", export_command},         Entry{"diff", diff_command},
    Entry{"explain", explain_command}, Entry{"text", text_command},       Entry{"plugins", plugins_command},       Entry{"lexicon", lexicon_command},
    Entry{"schema", schema_command},   Entry{"eval", eval_command},       Entry{"train", train_command},           Entry{"help", help_command},
    Entry{"version", version_command}, Entry{"man", man_command},         Entry{"completion", completion_command}};

// -h and --help, wherever they stand before "--": nothing else is looked at then, the configuration file neither.
std::string asked_help(const Command& command, const Words& words) {
    for (const std::string& word : words) {
        if (word == "--") {
            break;
        }
        if (word == "--help" || word == "-h") {
            return word == "-h" ? short_help(command) : long_help(command);
        }
    }
    return {};
}

int run_command(const Entry& entry, const Words& words) {
    const std::string help = asked_help(*find_command(entry.name), words);
    return help.empty() ? entry.run(words) : print(help);
}

[[noreturn]] void throw_unknown(const std::string& name) {
    std::error_code ignored;
    if (std::filesystem::exists(name, ignored)) {
        throw UsageError("'" + name + "' is no command; to read it say 'dateline extract " + name + "'");
    }
    std::vector<std::string_view> names;
    for (const Entry& entry : entries) {
        names.push_back(entry.name);
    }
    const std::string guess = text::did_you_mean(name, names);
    throw UsageError("there is no command '" + name + "', and no program 'dateline-" + name + "'" + (guess.empty() ? "; 'dateline help' lists the commands" : guess));
}

int run_first(const std::string& first, const Words& rest) {
    if (first == "--help" || first == "-h") {
        return print(general_help());
    }
    if (first == "--version" || first == "-V") {
        return version_command({});
    }
    if (first.starts_with('-')) {
        throw UsageError("a command comes first, then its options: dateline extract " + first + " …; 'dateline help' lists the commands");
    }
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.name == first; });
    if (entry != entries.end()) {
        return run_command(*entry, rest);
    }
    run_external(first, rest);
    throw_unknown(first);
}

}  // namespace

// The one place where what went wrong becomes an exit code.
int run(int argc, char** argv) {
    Messages messages(false, wants_color("auto", STDERR_FILENO));
    try {
        const Words words(argv + std::min(argc, 1), argv + argc);
        if (words.empty()) {
            write_error(general_help());
            return exit_usage;
        }
        return run_first(words.front(), {words.begin() + 1, words.end()});
    } catch (const UsageError& error) {
        messages.error(error.what());
        return exit_usage;
    } catch (const std::bad_alloc&) {
        messages.error("there is not enough memory");
    } catch (const std::exception& error) {
        messages.error(error.what());
    }
    return exit_failed;
}

}  // namespace dateline::cli
