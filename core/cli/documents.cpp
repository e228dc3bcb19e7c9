#include "core/cli/documents.h"

#include <unistd.h>

#include <mutex>
#include <utility>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/performers.h"
#include "core/cli/progress.h"
#include "core/cli/run_lines.h"
#include "core/cli/run_options.h"
#include "core/pipeline/batch.h"

namespace dateline::cli {
namespace {

// Takes finished documents one after another.
class Collector {
public:
    Collector(const Form& form, Output& output, Messages& messages, Progress& progress)
        : form_(form), output_(output), messages_(messages), progress_(progress) {
        output_.add(form_.head);
    }

    bool take(const pipeline::Input& input, const pipeline::Finished& finished) {
        const std::lock_guard lock(mutex_);
        add(input.path == "-" ? "standard input" : input.path, finished);
        for (const pipeline::Outcome& inner : finished.inner) {
            add(inner.source, inner);
        }
        progress_.update(++done_);
        if (waiting_) {
            output_.flush();
        }
        return output_.usable();
    }

    // While the input is waited for, nothing that is done is held back: whoever writes it may wait for the answer.
    void wait(bool waiting) {
        const std::lock_guard lock(mutex_);
        waiting_ = waiting;
        if (waiting_) {
            output_.flush();
        }
    }

    void fail(std::string_view message) {
        progress_.clear();
        messages_.error(message);
        failed_ = true;
    }

    // The exit code.
    int finish(bool all_done) {
        output_.add(form_.tail);
        output_.flush();
        progress_.clear();
        if (!output_.problem().empty()) {
            messages_.error("standard output cannot be written: " + output_.problem());
            return exit_failed;
        }
        if (interrupted() && !all_done && !output_.closed()) {
            return exit_interrupted;
        }
        return failed_ ? exit_failed : exit_ok;
    }

    std::size_t done() const { return done_; }

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
    std::mutex mutex_;
    std::size_t done_ = 0;
    bool first_ = true, failed_ = false, waiting_ = false;
};

// The documents that the operands name, or that stand in the lines of standard input.
class Run {
public:
    Run(const Arguments& arguments, const Form& form) : arguments_(arguments), form_(form), messages_(arguments.has("quiet"), wants_color(arguments.text("color", "auto"), STDERR_FILENO)) {}

    // The exit code.
    int operator()() {
        const std::atomic<bool>& stop = catch_interrupts();
        report_crashes();
        const bool lines = arguments_.text("from") == "jsonl";
        const pipeline::Inputs inputs = pipeline::expand(lines ? std::vector<std::string>() : arguments_.operands);
        for (const std::string& note : inputs.notes) {
            messages_.warning(note);
        }
        Progress progress(inputs.list.size(), !arguments_.has("quiet"));
        Output output(plugin::take_standard_output());
        const std::unique_ptr<pipeline::Engine> engine = make_engine(run_options(arguments_));
        for (const Diagnostic& diagnostic : engine->plugins().diagnostics()) {
            messages_.warning(diagnostic.message);
        }
        Collector collector(form_, output, messages_, progress);
        const pipeline::Format format = [this, &engine](const pipeline::Worker& worker, const pipeline::Result& result, std::string_view, std::string& out) { form_.write(*engine, worker, result, out); };
        const Performers performers(arguments_, arguments_.has("isolate"), *engine, format);
        pipeline::Batch batch;
        batch.workers = jobs(arguments_);
        batch.in_order = !arguments_.has("unordered");
        batch.prepare = pipeline::reading(*engine);
        batch.performer = [&performers] { return performers.make(); };
        batch.take = [&collector](const pipeline::Input& input, const pipeline::Finished& finished) { return collector.take(input, finished); };
        batch.stop = &stop;
        try {
            lines ? run_lines(*engine, batch, [&collector](bool waiting) { collector.wait(waiting); }) : pipeline::run(inputs.list, batch);
        } catch (const std::exception& error) {
            collector.fail(std::string("the run was ended: ") + error.what());
        }
        for (const std::string& sentence : performers.missing()) {
            messages_.warning(sentence);
        }
        return collector.finish(!lines && collector.done() == inputs.list.size());
    }

private:
    const Arguments& arguments_;
    const Form& form_;
    Messages messages_;
};

}  // namespace

int run_documents(const Arguments& arguments, const Form& form) {
    return Run(arguments, form)();
}

}  // namespace dateline::cli
