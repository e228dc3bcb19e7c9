#include "core/cli/store_status.h"

#include "core/cli/output.h"
#include "core/explain/paint.h"
#include "core/record/writer.h"
#include "core/store/open.h"
#include "core/store/status.h"
#include "core/text/utf8.h"

namespace dateline::cli {
namespace {

std::string as_text(const store::Status& status) {
    std::string out = std::to_string(status.names) + (status.names == 1 ? " document, " : " documents, ") + std::to_string(status.versions) +
                      (status.versions == 1 ? " version" : " versions") + "; cursor " + std::to_string(status.cursor) +
                      (status.last.empty() ? "" : "; last attempt " + status.last) + "\n";
    for (const store::Status::Count& count : status.counts) {
        out += "  " + count.status + std::string(10 - count.status.size(), ' ') + std::to_string(count.names) + "\n";
    }
    if (!status.failed.empty()) {
        out += "\nFailed ('dateline ingest --retry' tries them again):\n";
    }
    for (const store::Status::Failed& failed : status.failed) {
        out += "  " + explain::printable(text::valid(failed.name)) + ": " + explain::printable(text::valid(failed.cause)) + " (" +
               std::to_string(failed.attempts) + (failed.attempts == 1 ? " attempt" : " attempts") + ", the last " + failed.done + ")\n";
    }
    return out;
}

void write_failed(const store::Status::Failed& failed, record::Writer& writer) {
    writer.open('{');
    writer.key("name");
    writer.string_or_null(failed.name);
    writer.key("cause");
    writer.string_or_null(failed.cause);
    writer.key("attempts");
    writer.integer(static_cast<std::uint64_t>(failed.attempts));
    writer.key("done");
    writer.string(failed.done);
    writer.close('}');
}

std::string as_json(const store::Status& status) {
    std::string out;
    record::Writer writer(out, false);
    writer.open('{');
    writer.key("documents");
    writer.integer(static_cast<std::uint64_t>(status.names));
    writer.key("versions");
    writer.integer(static_cast<std::uint64_t>(status.versions));
    writer.key("cursor");
    writer.integer(static_cast<std::uint64_t>(status.cursor));
    writer.key("last");
    writer.string_or_null(status.last);
    writer.key("statuses");
    writer.open('{');
    for (const store::Status::Count& count : status.counts) {
        writer.key(std::string_view(count.status));
        writer.integer(static_cast<std::uint64_t>(count.names));
    }
    writer.close('}');
    writer.key("failed");
    writer.open('[');
    for (const store::Status::Failed& failed : status.failed) {
        write_failed(failed, writer);
    }
    writer.close(']');
    writer.close('}');
    return out + "\n";
}

}  // namespace

int show_status(const std::string& store, bool json) {
    store::Database database = store::open(store, store::Access::read);
    const store::Status status = store::status(database);
    return print(json ? as_json(status) : as_text(status));
}

}  // namespace dateline::cli
