#include "core/cli/one_document.h"

#include "core/pipeline/file.h"

namespace dateline::cli {
namespace {

const pipeline::Result& find_inside(pipeline::Worker& worker, const std::string& outer, const std::string& name, How how) {
    while (worker.has_next()) {
        const std::string source(worker.next_source());
        if (source == name) {
            return how == How::process ? worker.process_next() : worker.read_next();
        }
        if (name.starts_with(source + "!/")) {
            worker.read_next();
        } else {
            worker.skip_next();
        }
    }
    return worker.fail(name, "document.unreadable", "There is no such document in " + outer + "; 'dateline extract' gives the names of those that are.");
}

}  // namespace

const pipeline::Result& one_document(pipeline::Worker& worker, const std::string& name, std::uint64_t most_bytes, How how) {
    const std::string file = pipeline::outermost_file(name);
    std::string bytes;
    if (const std::string problem = pipeline::read_document(file, most_bytes, bytes); !problem.empty()) {
        return worker.fail(name, "document.unreadable", "The file " + problem + ".");
    }
    if (file == name) {
        return how == How::process ? worker.process(bytes, name) : worker.read(bytes, {name});
    }
    const pipeline::Result& outer = worker.read(bytes, {file});
    return outer.document.status == Status::failed ? outer : find_inside(worker, file, name, how);
}

std::string failure_of(const Document& document) {
    const std::string cause = document.diagnostics.empty() ? "it failed" : document.diagnostics.back().message;
    return (document.source == "-" ? "standard input" : document.source) + ": " + cause;
}

std::string hint_of(const pipeline::Worker& worker, const Document& document) {
    if (!document.is_container || !document.analysis.tokens.empty() || !worker.has_next()) {
        return {};
    }
    const std::string outer = document.source, first(worker.next_source());
    return outer + " holds other documents; name one of them, like '" + first + "'";
}

}  // namespace dateline::cli
