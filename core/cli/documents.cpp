#include "core/cli/documents.h"

#include <unistd.h>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/progress.h"
#include "core/cli/run_options.h"
#include "core/pipeline/batch.h"

namespace dateline::cli {
namespace {

// Takes finished documents one after another, in their order.
class Collector {
public:
    Collector(const Form& form, Output& output, Messages& messages, Progress& progress)
        : form_(form), output_(output), messages_(messages), progress_(progress) {
        output_.add(form_.head);
    }

    bool take(const pipeline::Input& input, const pipeline::Finished& finished) {
        if (finished.status != Status::complete) {
            report(input, finished);
        }
        if (done_ > 0) {
            output_.add(form_.between);
        }
        output_.add(finished.output);
        progress_.update(++done_);
        return output_.usable();
    }

    void fail(std::string_view message) {
        progress_.clear();
        messages_.error(message);
        failed_ = true;
    }

    // The exit code.
    int finish(std::size_t total) {
        output_.add(form_.tail);
        output_.flush();
        progress_.clear();
        if (!output_.problem().empty()) {
            messages_.error("standard output cannot be written: " + output_.problem());
            return exit_failed;
        }
        if (interrupted() && done_ < total && !output_.closed()) {
            return exit_interrupted;
        }
        return failed_ ? exit_failed : exit_ok;
    }

private:
    void report(const pipeline::Input& input, const pipeline::Finished& finished) {
        progress_.clear();
        const std::string name = input.path == "-" ? "standard input" : input.path;
        if (finished.status == Status::failed) {
            fail(name + ": " + finished.cause);
        } else {
            messages_.warning(name + " is partial: " + finished.cause);
        }
    }

    const Form& form_;
    Output& output_;
    Messages& messages_;
    Progress& progress_;
    std::size_t done_ = 0;
    bool failed_ = false;
};

}  // namespace

int run_documents(const Arguments& arguments, const Form& form) {
    const std::atomic<bool>& stop = catch_interrupts();
    report_crashes();
    const bool quiet = arguments.has("quiet");
    Messages messages(quiet, wants_color(arguments.text("color", "auto"), STDERR_FILENO));
    const pipeline::Inputs inputs = pipeline::expand(arguments.operands);
    for (const std::string& note : inputs.notes) {
        messages.warning(note);
    }
    Progress progress(inputs.list.size(), !quiet);
    Output output(plugin::take_standard_output());
    const std::unique_ptr<pipeline::Engine> engine = make_engine(run_options(arguments));
    for (const Diagnostic& diagnostic : engine->plugins().diagnostics()) {
        messages.warning(diagnostic.message);
    }
    Collector collector(form, output, messages, progress);
    pipeline::Batch batch;
    batch.workers = jobs(arguments);
    batch.stop = &stop;
    batch.format = [&](const pipeline::Worker& worker, const pipeline::Result& result, std::string& out) { form.write(*engine, worker, result, out); };
    batch.take = [&](const pipeline::Input& input, const pipeline::Finished& finished) { return collector.take(input, finished); };
    try {
        pipeline::run(*engine, inputs.list, batch);
    } catch (const std::exception& error) {
        collector.fail(std::string("the run was ended: ") + error.what());
    }
    return collector.finish(inputs.list.size());
}

}  // namespace dateline::cli
