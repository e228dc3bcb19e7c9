#include "core/ingest/intake.h"

#include <filesystem>
#include <map>

#include "core/document/digest.h"
#include "core/ingest/rows_of.h"
#include "core/pipeline/batch.h"

namespace dateline::ingest {
namespace {

constexpr std::chrono::seconds longest_batch{1};
constexpr std::size_t largest_batch = std::size_t{32} << 20;  // bytes

// Nothing is left to do for it but what the store makes of that.
void settle(std::string_view status, std::string_view cause, pipeline::Task& task) {
    store::Rows rows;
    rows.status = status;
    rows.cause = cause;
    store::pack(rows, task.output);
    task.done = true;
}

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
    : engine_(engine), options_(std::move(options)), writer_(store, options_.waiting), lookup_(store) {}

void Intake::take(const std::vector<pipeline::Input>& inputs) {
    pipeline::Batch batch;
    batch.workers = options_.workers;
    batch.stop = options_.stop;
    batch.window = 2 * options_.batch;  // so that others go on while one writes
    batch.prepare = [this](const pipeline::Input& input, pipeline::Task& task) { prepare(input, task); };
    batch.performer = options_.performer;
    batch.take = [this](const pipeline::Input& input, pipeline::Finished& finished) {
        take_one(input, finished);
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
    if (std::error_code ignored; options_.retry && input.problem.empty() && input.path != "-" && std::filesystem::is_directory(input.path, ignored)) {
        settle("listed", {}, task);
        return;
    }
    std::string problem = pipeline::read_input(engine_, input, task.bytes);
    if (!problem.empty() && options_.retry && lookup_.kept(name_of(input.path, {}), task.bytes, task.parent)) {
        problem.clear();
    }
    if (!problem.empty()) {
        refuse(input, "The file " + problem + ".", task);
    } else if (task.bytes.size() <= engine_.options().limits.max_bytes) {
        task.done = is_known(input, task.bytes, task.output);
    }
}

// A file that is gone is no new version of what the store has of it.
void Intake::refuse(const pipeline::Input& input, const std::string& problem, pipeline::Task& task) {
    std::error_code ignored;
    task.bytes.clear();  // of a file that could be read in part
    const bool is_gone = std::filesystem::status(input.path, ignored).type() == std::filesystem::file_type::not_found;
    if (is_gone && lookup_.has(name_of(input.path, {}))) {
        settle("unreadable", problem, task);
    } else {
        task.fail("document.unreadable", problem);
    }
}

// Nothing needs to be done when the store has the bytes; then that is packed.
bool Intake::is_known(const pipeline::Input& input, std::string_view bytes, std::string& out) {
    using Known = store::Lookup::Known;
    const std::string digest = sha256(bytes);
    const std::string name = name_of(input.path, digest);
    const Known known = lookup_.find(name, digest);
    const bool again = options_.retry && (known == Known::quarantined || (options_.partial && known == Known::partial) ||
                                          lookup_.has_failed_inside(name, options_.partial));
    if (known == Known::no || again) {
        return false;
    }
    store::Rows rows;
    rows.status = known == Known::copy ? "copy" : known == Known::quarantined ? "quarantined" : "unchanged";
    rows.sha256 = digest;
    rows.bytes = bytes.size();
    store::pack(rows, out);
    return true;
}

void Intake::take_one(const pipeline::Input& input, pipeline::Finished& finished) {
    Pending& pending = pending_.emplace_back();
    pending.source = input.path;
    pending_bytes_ += finished.size();
    pending.documents = std::move(finished.inner);
    pending.documents.insert(pending.documents.begin(), std::move(finished));
    if (pending_.size() >= options_.batch || pending_bytes_ >= largest_batch || Clock::now() - written_ >= longest_batch) {
        write_pending();
    }
}

void Intake::write_pending() {
    std::vector<Event> events;
    for (const Pending& one : pending_) {
        write(one, events);
    }
    writer_.commit();
    pending_.clear();
    pending_bytes_ = 0;
    written_ = Clock::now();
    for (const Event& event : events) {
        options_.tell(event);
    }
}

// The documents inside a document are named after it, and their rows point at the row of the one around them.
void Intake::write(const Pending& pending, std::vector<Event>& events) {
    std::string outer;
    std::map<std::string, std::int64_t, std::less<>> rows_by_id;
    for (const pipeline::Outcome& document : pending.documents) {
        store::unpack(document.output, rows_);
        const bool first = outer.empty();
        outer = first ? name_of(pending.source, rows_.sha256) : outer;
        const std::string source = first ? pending.source : document.source;
        std::string name = first ? outer : outer + source.substr(pending.source.size());
        const auto parent = rows_by_id.find(rows_.parent);
        const store::Outcome outcome = writer_.take(name, source, rows_, parent == rows_by_id.end() ? 0 : parent->second);
        rows_by_id.insert_or_assign(std::string(rows_.id), writer_.row());
        events.push_back({source, std::move(name), outcome, std::string(rows_.status), std::string(rows_.cause), !first});
    }
}

}  // namespace dateline::ingest
