#include "core/cli/text.h"

#include <unistd.h>

#include <memory>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/one_document.h"
#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/cli/usage.h"

namespace dateline::cli {
namespace {

int print_text(const std::string& name, const Arguments& arguments) {
    const int descriptor = plugin::take_standard_output();
    const std::unique_ptr<pipeline::Engine> engine = make_engine(run_options(arguments));
    pipeline::Worker worker(*engine);
    const Document& document = one_document(worker, name, engine->options().limits.max_bytes, How::read).document;
    Messages messages(false, wants_color("auto", STDERR_FILENO));
    if (document.status == Status::failed) {
        messages.error(failure_of(document));
        return exit_failed;
    }
    if (const std::string hint = hint_of(worker, document); !hint.empty()) {
        messages.warning(hint);
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
