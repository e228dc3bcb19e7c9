#include "core/cli/explain.h"

#include <unistd.h>

#include <fstream>

#include "core/cli/exit_code.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/parse.h"
#include "core/explain/html.h"
#include "core/explain/json.h"
#include "core/explain/query.h"
#include "core/explain/terminal.h"
#include "core/pipeline/file.h"

namespace dateline::cli {
namespace {

pipeline::Options run_options(const Arguments& arguments) {
    pipeline::Options options;
    options.search = plugin::default_search();
    for (const std::string& folder : arguments.all("plugin")) {
        options.search.named.emplace_back(folder);
    }
    for (const std::string& file : arguments.all("lexicon")) {
        options.lexicons.emplace_back(file);
    }
    return options;
}

void check(const Arguments& arguments) {
    if (arguments.operands.size() != 1) {
        throw UsageError("explain takes one FILE, or '-' for standard input");
    }
    int shapes = 0;
    for (const std::string_view shape : {"at", "why", "html", "json"}) {
        shapes += arguments.has(shape) ? 1 : 0;
    }
    if (shapes > 1) {
        throw UsageError("explain takes only one of --at, --why, --html and --json at a time");
    }
    if (arguments.has("output") && !arguments.has("html") && !arguments.has("json")) {
        throw UsageError("option '--output' goes with --html or --json");
    }
}

const pipeline::Result& process(pipeline::Worker& worker, const std::string& path, std::uint64_t limit) {
    std::string bytes;
    const std::string problem = pipeline::read_document(path, limit, bytes);
    return problem.empty() ? worker.process(bytes, path) : worker.fail(path, "document.unreadable", problem);
}

std::string answer(const Arguments& arguments, const pipeline::Engine& engine, const explain::Findings& findings, const explain::Paint& paint) {
    const explain::Lookup lookup(engine);
    const explain::Look look = [&](std::uint32_t first_token, std::uint32_t end_token) {
        return lookup.at(findings.document, first_token, end_token);
    };
    std::string out;
    if (arguments.has("why")) {
        const std::string name(arguments.text("why"));
        if (explain::explain_name(findings, look, name, paint, out) == 0) {
            out = "The text does not have “" + explain::printable(name) + "”.\n";
        }
        return out;
    }
    const std::optional<std::uint32_t> at = explain::find_place(findings, arguments.text("at"));
    if (!at) {
        throw UsageError("option '--at' takes an offset below " + std::to_string(findings.offsets.length()) +
                         ", the length of this text, or LINE:COLUMN inside it, not '" + std::string(arguments.text("at")) + "'");
    }
    explain::explain_place(findings, look, *at, paint, out);
    return out;
}

std::string explanation(const Arguments& arguments, const pipeline::Engine& engine, const explain::Findings& findings) {
    const explain::Paint paint(wants_color(arguments.text("color", "auto"), STDOUT_FILENO));
    std::string out;
    if (arguments.has("json")) {
        explain::write_json(findings, out);
    } else if (arguments.has("html")) {
        explain::write_html(findings, out);
    } else if (arguments.has("at") || arguments.has("why")) {
        out = answer(arguments, engine, findings, paint);
    } else {
        explain::write_terminal(findings, paint, out);
    }
    return out;
}

int write_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    if (!file.write(text.data(), static_cast<std::streamsize>(text.size())).flush()) {
        Messages(false, wants_color("auto", STDERR_FILENO)).error("'" + path + "' cannot be written: check that its folder exists and that you may write there");
        return exit_failed;
    }
    return exit_ok;
}

}  // namespace

int explain_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("explain"), words);
    check(arguments);
    const pipeline::Engine engine(run_options(arguments));
    pipeline::Worker worker(engine);
    const pipeline::Result& result = process(worker, arguments.operands.front(), engine.options().limits.max_bytes);
    const bool failed = result.document.status == Status::failed;
    if (failed) {
        const std::string cause = result.document.diagnostics.empty() ? "it failed" : result.document.diagnostics.back().message;
        Messages(false, wants_color(arguments.text("color", "auto"), STDERR_FILENO)).error(arguments.operands.front() + ": " + cause);
        if (!arguments.has("json")) {
            return exit_failed;
        }
    }
    const std::string text = explanation(arguments, engine, explain::findings(engine, result));
    const int written = arguments.has("output") ? write_file(std::string(arguments.text("output")), text) : print(text);
    return failed ? exit_failed : written;
}

}  // namespace dateline::cli
