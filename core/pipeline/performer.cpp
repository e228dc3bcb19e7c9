#include "core/pipeline/performer.h"

#include <algorithm>
#include <new>

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

const std::string& cause_of(const Document& document) {
    static const std::string unknown = "no reason is known";
    const auto found = std::find_if(document.diagnostics.begin(), document.diagnostics.end(),
                                    [&](const Diagnostic& diagnostic) { return is_cause(diagnostic, document.status); });
    return found == document.diagnostics.end() ? unknown : found->message;
}

class Here : public Performer {
public:
    Here(const Engine& engine, const Format& format) : engine_(engine), format_(format), worker_(engine) {}

    void begin(const Input& input) override { input_ = &input; }

    void finish(Finished& finished) override {
        const std::string problem = read_input(*input_, engine_.options().limits.max_bytes, bytes_);
        const Result& result = problem.empty() ? worker_.process(bytes_, input_->path) : worker_.fail(input_->path, "document.unreadable", problem);
        pipeline::finish(worker_, result, format_, finished);
        finished.inner.clear();
        while (worker_.has_next()) {
            const Result& inner = worker_.process_next();
            pipeline::finish(worker_, inner, format_, finished.inner.emplace_back());
            finished.inner.back().source = inner.document.source;
        }
    }

private:
    const Engine& engine_;
    const Format& format_;
    Worker worker_;
    const Input* input_ = nullptr;
    std::string bytes_;
};

}  // namespace

void finish(const Worker& worker, const Result& result, const Format& format, Outcome& outcome) {
    outcome.output.clear();
    format(worker, result, outcome.output);
    outcome.status = result.document.status;
    outcome.cause.clear();
    if (outcome.status != Status::complete) {
        outcome.cause = cause_of(result.document);
    }
}

std::string read_input(const Input& input, std::uint64_t most_bytes, std::string& bytes) {
    std::string problem = "cannot be listed: " + input.problem;
    if (input.problem.empty()) {
        try {
            problem = read_document(input.path, most_bytes, bytes);
        } catch (const std::bad_alloc&) {
            problem = "does not fit into memory";
        }
    }
    return problem.empty() ? problem : "The file " + problem + ".";
}

std::unique_ptr<Performer> perform_here(const Engine& engine, const Format& format) {
    return std::make_unique<Here>(engine, format);
}

}  // namespace dateline::pipeline
