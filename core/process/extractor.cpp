#include "core/process/extractor.h"

#include <optional>
#include <string>

#include "core/process/answer.h"
#include "core/process/child.h"
#include "core/process/document_line.h"
#include "core/text/interface.h"

namespace dateline::process {
namespace {

constexpr std::chrono::seconds start_limit{60};
constexpr std::size_t longest_answer = std::size_t{64} << 20;

class Instance {
public:
    explicit Instance(const Program& program) : program_(program) {
        try {
            child_.emplace(program.command, program.folder, program.log);
            abilities_ = read_abilities(child_->exchange(greeting(program, DATELINE_VERSION), start_limit, longest_answer));
            program.has_run = true;
        } catch (const std::exception& error) {
            problem_ = error.what();
            child_.reset();
        }
    }

    // Throws with a sentence.
    void run(bool relate, const dateline_document& document, const dateline_output& output) {
        try {
            if (!child_) throw std::runtime_error(problem_);
            if (relate ? !abilities_.relate : !abilities_.extract) return;
            const text::OffsetMap offsets({document.text.data, static_cast<std::size_t>(document.text.length)}, text::OffsetUnit::code_point);
            const std::string line = document_line(program_, relate ? "relate" : "extract", document, offsets);
            submit_answer(child_->exchange(line, program_.limit, longest_answer), program_, document, offsets, output);
        } catch (const std::exception& error) {
            throw std::runtime_error("its program '" + program_.command.front() + "' " + error.what());
        }
    }

    bool is_lost() const { return !child_ && program_.has_run; }

private:
    const Program& program_;
    std::optional<Child> child_;
    std::string problem_;
    Abilities abilities_;
};

dateline_status run(void* instance, bool relate, const dateline_document* document, const dateline_output* output) {
    try {
        static_cast<Instance*>(instance)->run(relate, *document, *output);
        return DATELINE_OK;
    } catch (const std::exception& error) {
        output->set_error(output->context, text::borrow(error.what()));
        return DATELINE_FAILED;
    }
}

dateline_status extract(void* instance, const dateline_document* document, const dateline_output* output) { return run(instance, false, document, output); }

dateline_status relate(void* instance, const dateline_document* document, const dateline_output* output) { return run(instance, true, document, output); }

}  // namespace

dateline_status create(void* shared, void** instance) {
    *instance = new Instance(*static_cast<const Program*>(shared));
    return DATELINE_OK;
}

void destroy(void* instance) { delete static_cast<Instance*>(instance); }

const dateline_extractor& extractor() {
    static constexpr dateline_extractor table = {sizeof table, 0, process::extract, process::relate};
    return table;
}

bool is_lost(void* instance) { return static_cast<const Instance*>(instance)->is_lost(); }

}  // namespace dateline::process
