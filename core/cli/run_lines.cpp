#include "core/cli/run_lines.h"

#include <atomic>

#include "core/cli/line_document.h"
#include "core/cli/lines.h"

namespace dateline::cli {
namespace {

// JSON may write a byte as six, and there are other fields.
std::size_t longest_line(const pipeline::Engine& engine) { return static_cast<std::size_t>(engine.options().limits.max_bytes * 6 + (64u << 10)); }

void prepare(const pipeline::Engine& engine, const pipeline::Input& input, pipeline::Task& task) {
    LineDocument document;
    document.problem = input.problem;
    if (document.problem.empty()) {
        document = read_line_document(input.line);
    }
    task.source = document.path.empty() ? input.path : document.path;
    task.media_type = document.media_type;
    task.is_text = document.is_text;
    task.input_id = document.id;
    if (!document.problem.empty()) {
        task.fail("input.broken", "Line " + input.path.substr(2) + " of the input holds no document: " + document.problem + ".");
    } else if (document.path.empty()) {
        task.bytes = std::move(document.bytes);
    } else if (const std::string problem = pipeline::read_input(engine, {.path = document.path}, task.bytes); !problem.empty()) {
        task.fail("document.unreadable", "The file " + problem + ".");
    }
}

}  // namespace

void run_lines(const pipeline::Engine& engine, pipeline::Batch batch, const std::function<void(bool)>& waiting) {
    std::atomic<bool> ended = false;
    batch.ended = &ended;
    Lines lines(longest_line(engine), waiting, ended);
    batch.prepare = [&engine](const pipeline::Input& input, pipeline::Task& task) { prepare(engine, input, task); };
    std::size_t number = 0;
    const pipeline::Source source = [&](pipeline::Input& input) {
        bool too_long = false;
        const bool found = lines.next(input.line, too_long);
        input.path = "-:" + std::to_string(++number);
        input.problem = too_long ? "it is longer than " + std::to_string(longest_line(engine)) + " bytes; raise that with --max-bytes" : "";
        return found;
    };
    pipeline::run_from(source, batch);
}

}  // namespace dateline::cli
