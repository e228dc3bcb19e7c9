#include "core/pipeline/performer.h"

#include <algorithm>
#include <new>
#include <numeric>
#include <utility>

#include "core/pipeline/file.h"

namespace dateline::pipeline {
namespace {

// What was dropped or repaired leaves a document complete.
bool is_cause(const Diagnostic& diagnostic, Status status) {
    if (status == Status::failed) {
        return diagnostic.severity == DATELINE_ERROR;
    }
    const std::string_view code = diagnostic.code;
    return diagnostic.severity == DATELINE_ERROR || code.starts_with("limit.") || code == "language.unsupported" || code == "plugin.failed" || code == "plugin.stopped" ||
           code == "plugin.rule-limit" || code == "plugin.unloadable";
}

void take(const Worker& worker, const Result& result, std::string_view bytes, const Format& format, Outcome& outcome) {
    outcome.output.clear();
    format(worker, result, bytes, outcome.output);
    outcome.status = result.document.status;
    outcome.source = result.document.source;
    outcome.is_container = result.document.is_container;
    outcome.cause.clear();
    if (outcome.status != Status::complete) {
        outcome.cause = cause_of(result.document);
    }
}

class Here : public Performer {
public:
    Here(const Engine& engine, const Format& format) : format_(format), worker_(engine) {}

    void begin(Task task) override { task_ = std::move(task); }
    void finish(Finished& finished) override {
        perform(worker_, task_, {}, format_, finished);
        finished.inner.clear();
        while (worker_.has_next()) {
            perform_next(worker_, {}, format_, finished.inner.emplace_back());
        }
    }

private:
    const Format& format_;
    Worker worker_;
    Task task_;
};

}  // namespace

std::string read_input(const Engine& engine, const Input& input, std::string& bytes) {
    if (!input.problem.empty()) {
        return "cannot be listed: " + input.problem;
    }
    try {
        return read_document(input.path, engine.options().limits.max_bytes, bytes);
    } catch (const std::bad_alloc&) {
        return "does not fit into memory";
    }
}

Prepare reading(const Engine& engine) {
    return [&engine](const Input& input, Task& task) {
        task.source = input.path;
        if (const std::string problem = read_input(engine, input, task.bytes); !problem.empty()) {
            task.fail("document.unreadable", "The file " + problem + ".");
        }
    };
}

const std::string& cause_of(const Document& document) {
    static const std::string unknown = "no reason is known";
    const auto found = std::find_if(document.diagnostics.begin(), document.diagnostics.end(),
                                    [&](const Diagnostic& diagnostic) { return is_cause(diagnostic, document.status); });
    return found == document.diagnostics.end() ? unknown : found->message;
}

std::size_t Finished::size() const {
    return std::accumulate(inner.begin(), inner.end(), output.size(), [](std::size_t sum, const Outcome& one) { return sum + one.output.size(); });
}

void perform(Worker& worker, const Task& task, const Lesson& lesson, const Format& format, Outcome& outcome) {
    const Result& result = !task.code.empty()   ? worker.fail(task.origin(), task.code, task.message)
                         : !lesson.code.empty() ? worker.fail(task.origin(), lesson.code, lesson.message)
                                                : worker.process(task.bytes, task.origin(), lesson.absent);
    take(worker, result, task.bytes, format, outcome);
}

void perform_next(Worker& worker, const Lesson& lesson, const Format& format, Outcome& outcome) {
    const Result& result = lesson.code.empty() ? worker.process_next(lesson.absent) : worker.fail_next(lesson.code, lesson.message);
    take(worker, result, worker.inner_bytes(), format, outcome);
}

std::unique_ptr<Performer> perform_here(const Engine& engine, const Format& format) {
    return std::make_unique<Here>(engine, format);
}

}  // namespace dateline::pipeline
