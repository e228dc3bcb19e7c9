#include "core/cli/ingest.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <optional>
#include <set>

#include "core/cli/crash.h"
#include "core/cli/exit_code.h"
#include "core/cli/intake_log.h"
#include "core/cli/interrupt.h"
#include "core/cli/performers.h"
#include "core/cli/run_options.h"
#include "core/cli/store_options.h"
#include "core/cli/store_status.h"
#include "core/cli/usage.h"
#include "core/ingest/watch.h"
#include "core/pipeline/file.h"
#include "core/store/status.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

// Where a file is, or will be made: behind all links, also one to nothing.
fs::path real_place(fs::path file) {
    constexpr int most_links = 40;  // as many as the system follows
    std::error_code ignored;
    for (int links = 0; links < most_links && fs::is_symlink(file, ignored); ++links) {
        file = file.parent_path() / fs::read_symlink(file, ignored);
    }
    return fs::weakly_canonical(file, ignored);
}

bool lies_in(const fs::path& file, const fs::path& folder) {
    const auto end = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first;
    return end == folder.end();
}

// Folders that documents come from are never written to: SQLite would put the store and its log there.
void check_place(const std::string& store, const std::vector<std::string>& operands) {
    std::error_code ignored;
    const fs::path named = fs::weakly_canonical(fs::absolute(store).parent_path(), ignored) / "store", real = real_place(fs::absolute(store));
    for (const std::string& operand : operands) {
        const fs::path place = fs::weakly_canonical(fs::absolute(operand), ignored);
        const bool is_folder = fs::is_directory(place, ignored);
        const auto is_taken = [&](const fs::path& file) { return is_folder ? lies_in(file, place) : file.parent_path() == place.parent_path(); };
        if (operand != "-" && (is_taken(named) || is_taken(real))) {
            if (!fs::exists(fs::symlink_status(operand, ignored))) throw UsageError("there is no file or folder '" + operand + "'");
            throw UsageError("the store '" + store + "' would lie " + (is_folder ? "in '" : "beside '") + operand +
                             "', and folders that documents come from are never written to; give it another place with --store");
        }
    }
}

void check_use(const Arguments& arguments) {
    std::error_code ignored;
    if (arguments.has("watch") && arguments.operands.empty()) {
        throw UsageError("--watch needs a DIR");
    }
    for (const std::string& operand : arguments.operands) {
        if (arguments.has("watch") && !fs::is_directory(operand, ignored)) {
            throw UsageError("--watch takes folders, and '" + operand + "' is none");
        }
    }
    check_place(store_path(arguments), arguments.operands);
}

// What is in a folder that could not be listed before goes in, and the folder, unless it cannot be listed still.
void add_folder(const std::string& folder, pipeline::Inputs& inputs) {
    pipeline::Inputs below = pipeline::expand({folder});
    if (below.list.empty() || below.list.front().path != folder) {
        inputs.list.push_back({.path = folder});
    }
    inputs.list.insert(inputs.list.end(), below.list.begin(), below.list.end());
}

pipeline::Inputs inputs_of(const Arguments& arguments) {
    if (!arguments.operands.empty()) {
        return pipeline::expand(arguments.operands);
    }
    pipeline::Inputs inputs;  // --retry alone
    store::Database database = store::open(store_path(arguments), store::Access::read);
    std::set<std::string> names;
    for (const std::string& name : store::names_to_retry(database, arguments.has("partial"))) {
        names.insert(pipeline::outermost_file(name));  // when that is gone, alone, from the bytes that were kept
    }
    for (const std::string& name : names) {
        if (std::error_code ignored; fs::is_directory(name, ignored)) {
            add_folder(name, inputs);
        } else {
            inputs.list.push_back({.path = name});
        }
    }
    return inputs;
}

// A store is for good, and what a missing plugin would have found is missed for good.
void check_installation(const plugin::Plugins& plugins) {
    if (!plugins.broken().empty()) {
        throw UsageError("nothing is taken in, because the installation is broken, or is being replaced right now: " + plugins.broken().front());
    }
}

class Run {
public:
    explicit Run(const Arguments& arguments)
        : arguments_(arguments),
          log_(arguments.text("log", "text") == "jsonl", arguments.has("quiet"), wants_color(arguments.text("color", "auto"), STDERR_FILENO)) {}

    // The exit code.
    int operator()() {
        const std::atomic<bool>& stop = catch_interrupts();
        report_crashes();
        std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is a full disk, no crash
        std::optional<ingest::Watch> watch;
        if (arguments_.has("watch")) {
            watch.emplace(arguments_.operands);
        }
        plugin::take_standard_output();
        pipeline::Options options = run_options(arguments_);
        options.loading = plugin::Loading::at_once;  // what cannot be loaded is to be known before anything is taken in
        const std::unique_ptr<pipeline::Engine> engine = make_engine(options);
        check_installation(engine->plugins());
        for (const Diagnostic& diagnostic : engine->plugins().diagnostics()) {
            log_.warn(diagnostic.message);
        }
        const bool whole = take_in(*engine, stop, watch);
        log_.finish(store_path(arguments_));
        return interrupted() ? exit_interrupted : whole && log_.failed() == 0 ? exit_ok : exit_failed;
    }

private:
    // False: something ended the run.
    bool take_in(const pipeline::Engine& engine, const std::atomic<bool>& stop, std::optional<ingest::Watch>& watch) {
        try {
            const pipeline::Inputs inputs = watch ? pipeline::Inputs() : inputs_of(arguments_);  // --retry alone wants a store that is there
            const pipeline::Format format = ingest::row_format(engine);
            const Performers performers(arguments_, !arguments_.has("in-process"), engine, format);
            ingest::Options options;
            options.workers = jobs(arguments_);
            options.performer = [&performers] { return performers.make(); };
            options.retry = arguments_.has("retry");
            options.partial = arguments_.has("partial");
            options.stop = &stop;
            options.waiting = [this] { log_.warn("the store '" + store_path(arguments_) + "' is in use by another program; waiting for it, a minute at most"); };
            options.tell = [this](const ingest::Event& event) { log_.tell(event); };
            ingest::Intake intake(engine, store_path(arguments_), std::move(options));
            if (!watch) {
                for (const std::string& note : inputs.notes) {
                    log_.warn(note);
                }
                take(intake, inputs.list);
            }
            while (watch && !stop) {
                take(intake, watch->wait(stop));
            }
            for (const std::string& sentence : performers.missing()) {
                log_.warn(sentence);
            }
            return true;
        } catch (const std::exception& error) {
            log_.error(error.what());
            return false;
        }
    }

    void take(ingest::Intake& intake, const std::vector<pipeline::Input>& inputs) {
        log_.begin(inputs.size());
        intake.take(inputs);
    }

    const Arguments& arguments_;
    IntakeLog log_;
};

}  // namespace

int ingest_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("ingest"), words);
    if (arguments.has("status") && !arguments.operands.empty()) {
        throw UsageError("--status tells of the whole store and takes no FILE");
    }
    if (arguments.has("status")) {
        return show_status(store_path(arguments), arguments.has("json"));
    }
    if (arguments.operands.empty() && !arguments.has("retry")) {
        return show_usage("ingest");
    }
    check_use(arguments);
    return Run(arguments)();
}

}  // namespace dateline::cli
