#include "core/cli/extract.h"

#include "core/cli/documents.h"
#include "core/cli/tsv.h"
#include "core/cli/usage.h"

namespace dateline::cli {
namespace {

Form form_of(std::string_view format) {
    Form form;
    form.write = [](const pipeline::Engine&, const pipeline::Worker& worker, const pipeline::Result&, std::string& out) { worker.write(out); };
    if (format == "json") {
        form.head = "[\n";
        form.between = ",\n";
        form.tail = "]\n";
    } else if (format == "tsv") {
        form.head = tsv_head;
        form.write = [](const pipeline::Engine& engine, const pipeline::Worker&, const pipeline::Result& result, std::string& out) {
            write_tsv(explain::findings(engine, result), out);
        };
    }
    return form;
}

}  // namespace

int extract_command(const std::vector<std::string>& words) {
    const Arguments arguments = parse(*find_command("extract"), words);
    const bool lines = arguments.text("from") == "jsonl";
    if (lines && !(arguments.operands.empty() || arguments.operands == std::vector<std::string>{"-"})) {
        throw UsageError("--from jsonl reads standard input and takes no FILE; a line may name one: {\"path\": \"release.txt\"}");
    }
    if (arguments.operands.empty() && !lines) {
        return show_usage("extract");
    }
    return run_documents(arguments, form_of(arguments.text("format", "jsonl")));
}

}  // namespace dateline::cli
