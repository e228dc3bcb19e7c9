#include "core/cli/lexicon.h"

#include <unistd.h>

#include <filesystem>

#include "core/cli/exit_code.h"
#include "core/cli/messages.h"
#include "core/cli/parse.h"
#include "core/cli/usage.h"
#include "core/lexicon/build.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

int build(const std::filesystem::path& folder, const std::filesystem::path& file) {
    if (!std::filesystem::is_directory(folder)) {
        throw UsageError("'" + folder.string() + "' is no folder; 'lexicon build' takes a plugin's data folder");
    }
    try {
        lexicon::build_file(folder, file);
        return exit_ok;
    } catch (const std::exception& error) {
        Messages(false, wants_color("auto", STDERR_FILENO)).error(error.what());
        return exit_failed;
    }
}

}  // namespace

int lexicon_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("lexicon"), words);
    if (arguments.operands.empty()) {
        return show_usage("lexicon");
    }
    if (const std::string& verb = arguments.operands.front(); verb != "build") {
        throw UsageError("lexicon has no command '" + verb + "'" + text::did_you_mean(verb, {"build"}));
    }
    if (arguments.operands.size() != 2 || !arguments.has("output")) {
        throw UsageError("lexicon build takes one FOLDER, and the file to write after -o: dateline lexicon build data/ -o NAME.lexicon");
    }
    return build(arguments.operands[1], arguments.text("output"));
}

}  // namespace dateline::cli
