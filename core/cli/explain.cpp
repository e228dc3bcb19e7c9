#include "core/cli/explain.h"

#include <unistd.h>

#include "core/cli/crash.h"
#include "core/cli/documents.h"
#include "core/cli/exit_code.h"
#include "core/cli/explain_profile.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/one_document.h"
#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/cli/usage.h"
#include "core/cli/watch.h"
#include "core/explain/html.h"
#include "core/explain/json.h"
#include "core/explain/query.h"
#include "core/explain/terminal.h"

namespace dateline::cli {
namespace {

void check(const Arguments& arguments) {
    int shapes = 0;
    for (const std::string_view shape : {"at", "why", "html", "json", "profile"}) {
        shapes += arguments.has(shape) ? 1 : 0;
    }
    if (shapes > 1) {
        throw UsageError("explain takes only one of --at, --why, --html and --profile at a time");
    }
    if (arguments.has("profile") && !arguments.operands.empty() && arguments.operands.front() == "-") {
        throw UsageError("explain --profile reads its document many times; give it a FILE, not standard input");
    }
    if (arguments.has("watch") && (arguments.has("html") || arguments.has("json"))) {
        throw UsageError("explain --watch draws on the terminal; it does not go with --html");
    }
    if (arguments.operands.size() > 1 && !arguments.has("json")) {
        throw UsageError("explain takes one FILE, or '-' for standard input");
    }
}

std::string answer(const Arguments& arguments, const pipeline::Engine& engine, const explain::Findings& findings, const explain::Paint& paint) {
    const explain::Lookup lookup(engine, findings.document, findings.proposals);
    const explain::Look look = [&](std::uint32_t first_token, std::uint32_t end_token) { return lookup.at(first_token, end_token); };
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

std::string explanation(const Arguments& arguments, const pipeline::Engine& engine, const pipeline::Result& result, const explain::Paint& paint) {
    const explain::Findings findings = explain::findings(engine, result);
    std::string out;
    if (arguments.has("html")) {
        explain::write_html(findings, out);
    } else if (arguments.has("at") || arguments.has("why")) {
        out = answer(arguments, engine, findings, paint);
    } else {
        explain::write_terminal(findings, paint, out);
    }
    return out;
}

int explain_one(const Arguments& arguments) {
    const std::string& path = arguments.operands.front();
    catch_interrupts();
    report_crashes();
    const explain::Paint paint(wants_color(arguments.text("color", "auto"), STDOUT_FILENO));
    const int descriptor = plugin::take_standard_output();
    const std::unique_ptr<pipeline::Engine> engine = make_engine(run_options(arguments));
    pipeline::Worker worker(*engine);
    const pipeline::Result& result = one_document(worker, path, engine->options().limits.max_bytes, How::process);
    Messages messages(false, wants_color(arguments.text("color", "auto"), STDERR_FILENO));
    if (result.document.status == Status::failed) {
        messages.error(failure_of(result.document));
        return exit_failed;
    }
    if (const std::string hint = hint_of(worker, result.document); !hint.empty()) {
        messages.warning(hint);
    }
    if (arguments.has("profile")) {
        return explain_profile(worker, path, engine->options().limits.max_bytes, descriptor);
    }
    return print_to(descriptor, explanation(arguments, *engine, result, paint));
}

}  // namespace

int explain_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("explain"), words);
    if (arguments.operands.empty()) {
        return show_usage("explain");
    }
    check(arguments);
    if (arguments.has("watch")) {
        return watch_and_draw(arguments, explain_one);
    }
    if (!arguments.has("json")) {
        return explain_one(arguments);
    }
    Form form;
    form.write = [](const pipeline::Engine& engine, const pipeline::Worker&, const pipeline::Result& result, std::string& out) {
        explain::write_json(explain::findings(engine, result), out);
    };
    return run_documents(arguments, form);
}

}  // namespace dateline::cli
