#include "core/plugin/readers.h"

#include <algorithm>
#include <limits>

#include "core/document/profile.h"
#include "core/plugin/call.h"
#include "core/plugin/inside.h"
#include "core/plugin/peer.h"
#include "core/plugin/signature.h"

namespace dateline::plugin {
namespace {

// Legacy charsets have characters of one byte that are three in UTF-8; offsets are 32 bits wide.
std::uint64_t longest_text(const Limits& limits) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max() - 1;
    return std::min(most, std::min(most, limits.max_bytes) * 4);
}

void fail(Document& document, const Plugin* plugin, std::string_view code, std::string message) {
    Diagnostic diagnostic;
    diagnostic.severity = DATELINE_ERROR;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    diagnostic.message += diagnostic.message.ends_with('.') ? "" : ".";
    diagnostic.plugin = plugin == nullptr ? std::string() : plugin->manifest.id;
    document.diagnostics.push_back(std::move(diagnostic));
    document.status = Status::failed;
    document.text.clear();
    document.analysis.clear();
    document.members.clear();
}

}  // namespace

bool Readers::read(const dateline_input& input, Document& document, const Limits& limits) {
    ask(input, document);
    std::string format;
    for (const Sure& one : asked_) {
        const Result result = try_one(*one.reader, input, document, limits, format);
        if (result != Result::not_mine) {
            return result == Result::read;
        }
    }
    fail(document, nullptr, "reader.none", "No reader knows this format" + (format.empty() ? "" : ": " + format));
    return false;
}

// How sure each is; of equally sure ones the first. What an option names is asked in any case: it is being tried, and its author wants to know.
void Readers::ask(const dateline_input& input, Document& document) {
    asked_.clear();
    const std::string_view head = head_of(view(input.bytes));
    for (Reader& reader : readers_) {
        const Manifest& manifest = reader.plugin->manifest;
        const bool may = may_read(manifest, head, view(input.media_type));
        const std::uint32_t sure = may || reader.plugin->is_named ? probe(reader, input, document) : 0;
        if (sure > 0 && may) {
            asked_.push_back({std::min(sure, 100u), &*reader.instance});
        } else if (sure > 0) {
            add_diagnostic(document, *reader.plugin, "plugin.invalid-output",
                           "The plugin '" + manifest.id + "' takes for its own what has none of its manifest's signatures in the first KiB.");
        }
    }
    std::stable_sort(asked_.begin(), asked_.end(), [](const Sure& a, const Sure& b) { return a.sure > b.sure; });
}

// How sure it is that the document is its own. The first time it may have to be loaded.
std::uint32_t Readers::probe(Reader& reader, const dateline_input& input, Document& document) {
    Plugin& plugin = *reader.plugin;
    const Inside inside(plugin, document.source.c_str());
    if (const std::string& problem = load_plugin(plugin); !problem.empty()) {
        add_diagnostic(document, plugin, "plugin.unloadable", problem);
        document.status = std::max(document.status, Status::partial);
        return 0;
    }
    Instance& instance = reader.instance ? *reader.instance : reader.instance.emplace(plugin);
    const auto ask_plugin = [](const Plugin* asked, void* state, const dateline_input* about, std::uint32_t* answer) -> dateline_status {
        *answer = asked->reader.probe(state, about);
        return DATELINE_OK;
    };
    std::uint32_t sure = 0;
    const Timed timed("probe", plugin.manifest.id);
    const Outcome outcome = instance.error().empty() ? call(+ask_plugin, &plugin, instance.state(), &input, &sure) : Outcome{DATELINE_FAILED, instance.error()};
    if (outcome.status == DATELINE_OK) {
        return sure;
    }
    add_diagnostic(document, plugin, "plugin.failed", "The plugin '" + plugin.manifest.id + "' failed: " + outcome.error + ".");
    return 0;
}

Readers::Result Readers::try_one(Instance& reader, const dateline_input& input, Document& document, const Limits& limits, std::string& format) {
    const Plugin& plugin = reader.plugin();
    const std::size_t diagnostics = document.diagnostics.size();
    const Inside inside(plugin, document.source.c_str());
    const Timed timed("read", plugin.manifest.id);
    reading_.begin(plugin, document, longest_text(limits), limits);
    const Outcome outcome = call(plugin.reader.read, reader.state(), &input, reading_.output());
    std::string problem = reading_.finish();
    if (outcome.status == DATELINE_NOT_MINE) {
        document.diagnostics.resize(diagnostics);
        document.members.clear();
        format = format.empty() ? reading_.error() : format;
        return Result::not_mine;
    }
    if (outcome.status != DATELINE_OK) {
        const std::string& cause = outcome.error.empty() ? reading_.error() : outcome.error;
        problem = !cause.empty() ? cause : problem.empty() ? "the reader gives no reason" : problem;
        reader.renew();
    }
    if (!problem.empty()) {
        fail(document, &plugin, "reader.failed", "The text could not be read: " + problem);
        return Result::failed;
    }
    const auto lost = [](const Diagnostic& one) { return one.severity == DATELINE_ERROR || one.code.starts_with("limit."); };
    if (std::any_of(document.diagnostics.begin() + static_cast<std::ptrdiff_t>(diagnostics), document.diagnostics.end(), lost)) {
        document.status = Status::partial;
    }
    document.reader = plugin.manifest.id;
    document.reader_version = plugin.manifest.version;
    return Result::read;
}

}  // namespace dateline::plugin
