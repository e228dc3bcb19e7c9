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

Intake::Intake(const pipeline::Engine& engine, const std::string& store, Options options)
    : engine_(engine), options_(std::move(options)), writer_(store), lookup_(store) {}

void Intake::take(const std::vector<pipeline::Input>& inputs) {
    pipeline::Batch batch;
    batch.workers = options_.workers;
    batch.stop = options_.stop;
    batch.window = 2 * options_.batch;  // so that others go on while one writes
    batch.work = [this](pipeline::Worker& worker, const pipeline::Input& input, std::string& bytes, std::string& out) -> const pipeline::Result* {
        process(worker, input, bytes, out);
        return nullptr;
    };
    batch.take = [this](const pipeline::Input& input, const pipeline::Finished& finished) {
        take_one(input, finished.output);
        return true;
    };
    try {
        pipeline::run(engine_, inputs, batch);
    } catch (const store::Error&) {
        throw;
    } catch (...) {
        write_pending();
        throw;
    }
    write_pending();
}

// On a worker's thread: everything but the writing.
void Intake::process(pipeline::Worker& worker, const pipeline::Input& input, std::string& bytes, std::string& out) {
    std::string problem = pipeline::read_input(engine_, input, bytes);
    if (!problem.empty() && options_.retry && lookup_.kept(name_of(input.path, {}), bytes)) {
        problem.clear();
    }
    const bool whole = problem.empty() && bytes.size() <= engine_.options().limits.max_bytes;
    if (whole && is_known(input, bytes, out)) {
        return;
    }
    const pipeline::Result& result =
        problem.empty() ? worker.process(bytes, input.path) : worker.fail(input.path, "document.unreadable", "The file " + problem + ".");
    pack_result(engine_, worker, result, whole ? bytes : std::string_view(), out);
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
