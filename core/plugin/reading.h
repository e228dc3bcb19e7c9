/// One reader's turn on one document's bytes.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/plugin/members.h"
#include "core/plugin/loaded.h"

namespace dateline::plugin {

/// Reused by a worker from call to call.
class Reading {
public:
    Reading();
    Reading(const Reading&) = delete;             // `output` points at it
    Reading& operator=(const Reading&) = delete;

    /// Both must live until finish(). The document's text, blocks, metadata and members are emptied. `most_bytes`: of the text.
    void begin(const Plugin& plugin, Document& document, std::uint64_t most_bytes, const Limits& limits);
    const dateline_reader_output* output() const { return &output_; }

    /// Checks what was read. What is wrong with the text, a sentence without a full stop; empty when the document has one that can be used.
    std::string finish();

    /// What it said with set_error.
    const std::string& error() const { return error_; }

private:
    void add_text(dateline_string text);
    void add_block(const dateline_block* given);
    void set_metadata(dateline_string name, dateline_string value, dateline_string rule);
    void name_part(dateline_string file);
    void add_diagnostic(std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end);
    dateline_status add_document(const dateline_member* given);
    void refuse(std::string what);
    void check_blocks();
    void check_diagnostics();

    struct Functions;

    dateline_reader_output output_{};
    const Plugin* plugin_ = nullptr;
    Document* document_ = nullptr;
    std::uint64_t most_bytes_ = 0;
    Members members_;
    std::size_t first_diagnostic_ = 0;            // of this reading
    std::uint32_t refused_ = 0;
    bool too_long_ = false;
    std::string error_;
    std::exception_ptr exception_;                // ours, held back from the plugin's code
};

}  // namespace dateline::plugin
