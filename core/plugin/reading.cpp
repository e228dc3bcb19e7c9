#include "core/plugin/reading.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "core/plugin/call.h"
#include "core/plugin/metadata.h"
#include "core/plugin/peer.h"
#include "core/text/utf8.h"

namespace dateline::plugin {
namespace {

constexpr std::uint32_t most_diagnostics = 100;
constexpr std::size_t most_parts = 1000, longest_name = 1000;

bool is_boundary(std::string_view text, std::uint32_t at) {
    return text::is_boundary(text, at) && text::is_grapheme_boundary(text, at);
}

}  // namespace

// Nothing may leave these functions: there is C code between them and the host.
struct Reading::Functions {
    template <class Body>
    static void guarded(void* context, Body body) noexcept {
        Reading& reading = *static_cast<Reading*>(context);
        try {
            body(reading);
        } catch (...) {
            reading.exception_ = std::current_exception();
        }
    }

    static void add_text(void* context, dateline_string text) {
        guarded(context, [&](Reading& reading) { reading.add_text(text); });
    }
    static void add_block(void* context, const dateline_block* block) {
        guarded(context, [&](Reading& reading) { reading.add_block(block); });
    }
    static void set_metadata(void* context, dateline_string name, dateline_string value, dateline_string rule) {
        guarded(context, [&](Reading& reading) { reading.set_metadata(name, value, rule); });
    }
    static void add_diagnostic(void* context, std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin,
                               std::uint32_t end) {
        guarded(context, [&](Reading& reading) { reading.add_diagnostic(severity, code, message, begin, end); });
    }
    static void set_error(void* context, dateline_string message) {
        guarded(context, [&](Reading& reading) { reading.error_.assign(message_of(message)); });
    }
    static void log(void* context, std::uint32_t, dateline_string message) {
        guarded(context, [&](Reading& reading) { log_line(*reading.plugin_, message); });
    }
    static std::int32_t should_stop(void* context) {
        const Reading& reading = *static_cast<const Reading*>(context);
        return reading.too_long_ || reading.exception_ || reading.members_.full() ? 1 : 0;
    }
    static dateline_status add_document(void* context, const dateline_member* member) {
        dateline_status status = DATELINE_FAILED;
        guarded(context, [&](Reading& reading) { status = reading.add_document(member); });
        return status;
    }
    static std::uint64_t document_room(void* context) { return static_cast<const Reading*>(context)->members_.room(); }
};

Reading::Reading()
    : output_{sizeof(dateline_reader_output), 0, this, &Functions::add_text, &Functions::add_block, &Functions::set_metadata,
              &Functions::add_diagnostic, &Functions::set_error, &Functions::log, &Functions::should_stop,
              &Functions::add_document, &Functions::document_room} {}

void Reading::begin(const Plugin& plugin, Document& document, std::uint64_t most_bytes, const Limits& limits) {
    plugin_ = &plugin;
    document_ = &document;
    most_bytes_ = most_bytes;
    document.text.clear();
    document.analysis.clear();
    document.parts.clear();
    clear_metadata(document);
    members_.begin(document, limits);
    first_diagnostic_ = document.diagnostics.size();
    refused_ = 0;
    too_long_ = false;
    error_.clear();
    exception_ = nullptr;
}

std::string Reading::finish() {
    if (exception_) {
        std::rethrow_exception(exception_);
    }
    const std::string& text = document_->text;
    if (too_long_) {
        return "the text is larger than " + std::to_string(most_bytes_) + " bytes";
    }
    if (const std::size_t valid = text::valid_prefix(text); valid != text.size()) {
        return "what it gave is no UTF-8 at byte " + std::to_string(valid);
    }
    if (std::memchr(text.data(), '\0', text.size()) != nullptr || std::memchr(text.data(), '\r', text.size()) != nullptr) {
        return "what it gave holds NUL or CR, which a text must not";
    }
    check_blocks();
    members_.finish();
    check_diagnostics();
    return {};
}

void Reading::add_text(dateline_string text) {
    if (text.data == nullptr || too_long_) {
        return;
    }
    too_long_ = text.length > most_bytes_ - document_->text.size();
    if (!too_long_) {
        document_->text.append(view(text));
    }
}

void Reading::add_block(const dateline_block* given) {
    if (given == nullptr || too_long_) {
        return;
    }
    std::vector<dateline_block>& blocks = document_->analysis.blocks;
    dateline_block block = *given;
    if (block.begin >= block.end || block.end > document_->text.size() || (!blocks.empty() && block.begin < blocks.back().end)) {
        refuse("called add_block: the block of bytes " + std::to_string(block.begin) + " to " + std::to_string(block.end) +
               " is empty, lies outside the text so far, or begins before the one before it ends");
        return;
    }
    if (block.source_begin >= block.source_end) {
        block.source_begin = block.source_end = 0;
    }
    block.first_sentence = block.sentence_count = 0;
    blocks.push_back(block);
}

void Reading::set_metadata(dateline_string name, dateline_string value, dateline_string rule) {
    if (message_of(name) == "part") {
        return name_part(value);
    }
    const std::string problem = problem_with({name, value, rule});
    if (problem.empty()) {
        put_metadata(*document_, view(name), view(value), view(rule));
    } else {
        refuse("called set_metadata" + problem);
    }
}

void Reading::name_part(dateline_string file) {
    std::vector<std::string>& parts = document_->parts;
    if (file.length == 0 || !is_text(file, longest_name) || parts.size() >= most_parts) {
        refuse("called set_metadata for 'part': the name is empty, no UTF-8, holds NUL or is too long, or there are more than " + std::to_string(most_parts));
        return;
    }
    parts.emplace_back(view(file));
}

dateline_status Reading::add_document(const dateline_member* given) {
    std::string problem;
    const dateline_status status = members_.add(given, problem);
    if (!problem.empty()) {
        refuse("called add_document" + problem);
    }
    return status;
}

void Reading::add_diagnostic(std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end) {
    const std::string& id = plugin_->manifest.id;
    const bool own = is_text(code, 100) && code.length > id.size() + 1 && view(code).starts_with(id) && view(code)[id.size()] == '.';
    if (!own || document_->diagnostics.size() - first_diagnostic_ >= most_diagnostics) {
        refuse("called add_diagnostic: the code must be '" + id + ".' and a word after it, and there can be at most " + std::to_string(most_diagnostics));
        return;
    }
    Diagnostic diagnostic;
    diagnostic.severity = static_cast<dateline_severity>(std::min<std::uint32_t>(severity, DATELINE_ERROR));
    diagnostic.code = view(code);
    diagnostic.message = message_of(message);
    diagnostic.plugin = id;
    if (begin < end) {
        diagnostic.begin = begin;
        diagnostic.end = end;
    }
    document_->diagnostics.push_back(std::move(diagnostic));
}

void Reading::refuse(std::string what) {
    if (++refused_ <= most_diagnostics / 5) {
        plugin::add_diagnostic(*document_, *plugin_, "plugin.invalid-output", "The plugin '" + plugin_->manifest.id + "' " + what + ".");
    }
}

void Reading::check_blocks() {
    std::vector<dateline_block>& blocks = document_->analysis.blocks;
    const auto is_wrong = [&](const dateline_block& block) {
        return !is_boundary(document_->text, block.begin) || !is_boundary(document_->text, block.end);
    };
    const auto last = std::remove_if(blocks.begin(), blocks.end(), is_wrong);
    if (last != blocks.end()) {
        refuse("called add_block: " + std::to_string(blocks.end() - last) + " blocks begin or end inside a character or grapheme cluster");
        blocks.erase(last, blocks.end());
    }
}

// The text that a diagnostic is about may have come after it.
void Reading::check_diagnostics() {
    for (std::size_t i = first_diagnostic_; i < document_->diagnostics.size(); ++i) {
        Diagnostic& diagnostic = document_->diagnostics[i];
        const bool good = diagnostic.begin && *diagnostic.end <= document_->text.size() && is_boundary(document_->text, *diagnostic.begin) &&
                          is_boundary(document_->text, *diagnostic.end);
        if (!good) {
            diagnostic.begin.reset();
            diagnostic.end.reset();
        }
    }
}

}  // namespace dateline::plugin
