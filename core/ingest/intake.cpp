#include "core/ingest/intake.h"

#include <filesystem>

#include "core/document/digest.h"
#include "core/ingest/rows_of.h"
#include "core/pipeline/batch.h"

namespace dateline::ingest {
namespace {

constexpr std::chrono::seconds longest_batch{1};
constexpr std::size_t largest_batch = std::size_t{32} << 20;  // bytes

}  // namespace

std::string name_of(const std::string& path, std::string_view sha256) {
    if (path == "-") {
        return "-:" + std::string(sha256.substr(0, 32));
    }
    if (path.starts_with("-:")) {
        return path;  // tried again
    }
    return std::filesystem::absolute(path).lexically_normal().string();
}

pipeline::Format row_format(const pipeline::Engine& engine) {
    return [&engine](const pipeline::Worker& worker, const pipeline::Result& result, std::string_view bytes, std::string& out) {
        const bool whole = bytes.size() <= engine.options().limits.max_bytes;
        pack_result(engine, worker, result, whole ? bytes : std::string_view(), out);
    };
}

Intake::Intake(const pipeline::Engine& engine, const std::string& store, Options options)
    : engine_(engine), options_(std::move(options)), writer_(store), lookup_(store) {}

void Intake::take(const std::vector<pipeline::Input>& inputs) {
    pipeline::Batch batch;
    batch.workers = options_.workers;
    batch.stop = options_.stop;
    batch.window = 2 * options_.batch;  // so that others go on while one writes
    batch.prepare = [this](const pipeline::Input& input, pipeline::Task& task) { prepare(input, task); };
    batch.performer = options_.performer;
    batch.take = [this](const pipeline::Input& input, const pipeline::Finished& finished) {
        take_one(input, finished.output);
        return true;
    };
    try {
        pipeline::run(inputs, batch);
    } catch (const store::Error&) {
        throw;
    } catch (...) {
        write_pending();
        throw;
    }
    write_pending();
}

// On a worker's thread, before it works.
void Intake::prepare(const pipeline::Input& input, pipeline::Task& task) {
    task.source = input.path;
    std::string problem = pipeline::read_input(engine_, input, task.bytes);
    if (!problem.empty() && options_.retry && lookup_.kept(name_of(input.path, {}), task.bytes)) {
        problem.clear();
    }
    if (!problem.empty()) {
        task.bytes.clear();  // of a file that could be read in part
        task.fail("document.unreadable", "The file " + problem + ".");
    } else if (task.bytes.size() <= engine_.options().limits.max_bytes) {
        task.done = is_known(input, task.bytes, task.output);
    }
}

// Nothing needs to be done when the store has the bytes; then that is packed.
bool Intake::is_known(const pipeline::Input& input, std::string_view bytes, std::string& out) {
    using Known = store::Lookup::Known;
    const std::string digest = sha256(bytes);
    const Known known = lookup_.find(name_of(input.path, digest), digest);
    if (known == Known::no || (known == Known::quarantined && options_.retry)) {
        return false;
    }
    store::Rows rows;
    rows.status = known == Known::copy ? "copy" : known == Known::unchanged ? "unchanged" : "quarantined";
    rows.sha256 = digest;
    rows.bytes = bytes.size();
    store::pack(rows, out);
    return true;
}

void Intake::take_one(const pipeline::Input& input, const std::string& packed) {
    pending_.push_back({input.path, packed});
    pending_bytes_ += packed.size();
    if (pending_.size() >= options_.batch || pending_bytes_ >= largest_batch || Clock::now() - written_ >= longest_batch) {
        write_pending();
    }
}

void Intake::write_pending() {
    std::vector<Event> events;
    for (const Pending& one : pending_) {
        store::unpack(one.packed, rows_);
        std::string name = name_of(one.source, rows_.sha256);
        const store::Outcome outcome = writer_.take(name, one.source, rows_);
        events.push_back({one.source, std::move(name), outcome, std::string(rows_.status), std::string(rows_.cause)});
    }
    writer_.commit();
    pending_.clear();
    pending_bytes_ = 0;
    written_ = Clock::now();
    for (const Event& event : events) {
        options_.tell(event);
    }
}

}  // namespace dateline::ingest
