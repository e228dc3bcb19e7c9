#include "core/cli/eval.h"

#include <unistd.h>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/messages.h"
#include "core/cli/output.h"
#include "core/cli/run_options.h"
#include "core/cli/usage.h"
#include "core/evaluate/reliability.h"
#include "core/evaluate/score.h"

namespace dateline::cli {
namespace {

struct Measured {
    evaluate::Score score;
    evaluate::Reliability reliability;
};

// Reads the annotated articles, extracts from their text and compares. How many had faults.
std::size_t score_all(const std::vector<std::filesystem::path>& files, pipeline::Worker& worker, Messages& messages, Measured& measured) {
    std::size_t faulty = 0;
    std::string record;
    for (const std::filesystem::path& file : files) {
        if (interrupted()) {
            break;
        }
        const evaluate::Gold gold = evaluate::read_gold(file);
        for (const std::string& fault : gold.faults) {
            messages.error(fault);
        }
        faulty += gold.faults.empty() ? 0 : 1;
        worker.process(gold.text, gold.name + ".txt");
        record.clear();
        worker.write(record);
        measured.score.add(gold, record);
        measured.reliability.add(evaluate::judge(gold, record));
    }
    return faulty;
}

std::string report(const Arguments& arguments, const Measured& measured) {
    const auto& score = measured.score;
    if (arguments.has("json")) {
        return evaluate::json(score.tallies());
    }
    if (arguments.has("confidence")) {
        return measured.reliability.table();
    }
    return arguments.has("misses") ? evaluate::miss_lines(score.tallies()) : evaluate::table(score.tallies());
}

std::vector<std::filesystem::path> articles(const std::string& folder) {
    try {
        return evaluate::find_gold(folder);
    } catch (const std::runtime_error& error) {
        throw UsageError(error.what());
    }
}

}  // namespace

int eval_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("eval"), words);
    if (arguments.operands.empty()) {
        return show_usage("eval");
    }
    if (arguments.operands.size() > 1) {
        throw UsageError("eval takes one GOLD_DIR");
    }
    if (arguments.has("json") + arguments.has("misses") + arguments.has("confidence") > 1) {
        throw UsageError("eval takes only one of --json, --misses and --confidence");
    }
    const std::vector<std::filesystem::path> files = articles(arguments.operands.front());
    catch_interrupts();
    report_crashes();
    Messages messages(false, wants_color("auto", STDERR_FILENO));
    const int descriptor = plugin::take_standard_output();
    const std::unique_ptr<pipeline::Engine> engine = make_engine(run_options(arguments));
    pipeline::Worker worker(*engine);
    Measured measured;
    const std::size_t faulty = score_all(files, worker, messages, measured);
    if (interrupted()) {
        return exit_interrupted;
    }
    const int printed = print_to(descriptor, report(arguments, measured));
    return faulty > 0 ? exit_failed : printed;
}

}  // namespace dateline::cli
