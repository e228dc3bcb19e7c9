#include "core/cli/text.h"

#include <unistd.h>

#include <algorithm>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/cli/usage.h"
#include "core/pipeline/file.h"

namespace dateline::cli {
namespace {

// Extractors are not needed for the text, so none is loaded.
std::vector<plugin::Found> readers(const Arguments& arguments) {
    std::vector<plugin::Found> found = plugin::find_plugins(plugin_search(arguments));
    const auto is_other = [](const plugin::Found& one) {
        return one.state == plugin::Found::State::usable && one.manifest.kind != plugin::Manifest::Kind::reader;
    };
    found.erase(std::remove_if(found.begin(), found.end(), is_other), found.end());
    return found;
}

std::string read(const std::string& path, const Arguments& arguments, Document& document) {
    const plugin::Limits limits = run_options(arguments).limits;
    std::string bytes;
    const std::string problem = pipeline::read_document(path, limits.max_bytes, bytes);
    if (!problem.empty()) {
        return "The file " + problem + ".";
    }
    if (bytes.size() > limits.max_bytes) {
        return "The document has more than " + std::to_string(limits.max_bytes) + " bytes, the limit; raise it with --max-bytes.";
    }
    const plugin::Plugins plugins(readers(arguments));
    plugin::Instances instances(plugins);
    if (instances.read(bytes, path, {}, document, limits)) {
        return {};
    }
    return document.diagnostics.empty() ? "No reader could make text of it." : document.diagnostics.back().message;
}

int print_text(const std::string& path, const Arguments& arguments) {
    const int descriptor = plugin::take_standard_output();
    Document document;
    try {
        const std::string problem = read(path, arguments, document);
        if (!problem.empty()) {
            Messages(false, wants_color("auto", STDERR_FILENO)).error((path == "-" ? "standard input" : path) + ": " + problem);
            return exit_failed;
        }
    } catch (const plugin::LoadError& error) {
        throw UsageError(error.what());
    }
    return print_to(descriptor, document.text);
}

}  // namespace

int text_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("text"), words);
    if (arguments.operands.empty()) {
        return show_usage("text");
    }
    if (arguments.operands.size() > 1) {
        throw UsageError("text takes one FILE, or '-' for standard input");
    }
    catch_interrupts();
    report_crashes();
    return print_text(arguments.operands.front(), arguments);
}

}  // namespace dateline::cli
