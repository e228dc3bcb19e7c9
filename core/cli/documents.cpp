#include "core/cli/documents.h"

#include <unistd.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/progress.h"
#include "core/cli/run_options.h"
#include "core/isolate/isolation.h"
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
        add(input.path == "-" ? "standard input" : input.path, finished);
        for (const pipeline::Outcome& inner : finished.inner) {
            add(inner.source, inner);
        }
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
    void add(const std::string& name, const pipeline::Outcome& outcome) {
        if (outcome.status != Status::complete) {
            report(name, outcome);
        }
        output_.add(std::exchange(first_, false) ? std::string_view() : form_.between);
        output_.add(outcome.output);
    }

    void report(const std::string& name, const pipeline::Outcome& outcome) {
        progress_.clear();
        if (outcome.status == Status::failed) {
            fail(name + ": " + outcome.cause);
        } else {
            messages_.warning(name + " is partial: " + outcome.cause);
        }
    }

    const Form& form_;
    Output& output_;
    Messages& messages_;
    Progress& progress_;
    std::size_t done_ = 0;
    bool first_ = true, failed_ = false;
};

std::uint32_t jobs(const Arguments& arguments) {
    const std::uint64_t cores = std::max(1u, std::thread::hardware_concurrency());
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(arguments.number("jobs", cores), 1024));
}

// Null unless --isolate is given.
std::unique_ptr<isolate::Isolation> isolation_of(const Arguments& arguments, const pipeline::Engine& engine, const pipeline::Format& format) {
    if (!arguments.has("isolate")) {
        return nullptr;
    }
    isolate::Options options;
    options.seconds = std::min<std::uint64_t>(arguments.number("max-seconds", options.seconds), 1u << 30);
    options.memory = arguments.number("max-memory", options.memory);
    options.begin_process = leave_crashes_to_others;
    options.stop = interrupted;
    return std::make_unique<isolate::Isolation>(engine, format, options);
}

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
    const pipeline::Format format = [&](const pipeline::Worker& worker, const pipeline::Result& result, std::string& out) {
        form.write(*engine, worker, result, out);
    };
    const std::unique_ptr<isolate::Isolation> isolation = isolation_of(arguments, *engine, format);
    batch.performer = [&] { return isolation != nullptr ? isolation->performer() : pipeline::perform_here(*engine, format); };
    batch.take = [&](const pipeline::Input& input, const pipeline::Finished& finished) { return collector.take(input, finished); };
    try {
        pipeline::run(inputs.list, batch);
    } catch (const std::exception& error) {
        collector.fail(std::string("the run was ended: ") + error.what());
    }
    for (const std::string& sentence : isolation != nullptr ? isolation->missing() : std::vector<std::string>()) {
        messages.warning(sentence);
    }
    return collector.finish(inputs.list.size());
}

}  // namespace dateline::cli
