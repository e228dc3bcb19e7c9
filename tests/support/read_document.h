/// A document as a run reads it, by one reader alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/pipeline/pipeline.h"

namespace dateline {

/// Reads with the built-in plugins of those names and without any other. The document lives until the next call with the same Reader.
class Reader {
public:
    explicit Reader(std::string_view plugin) : Reader(std::vector<std::string>{std::string(plugin)}) {}
    explicit Reader(const std::vector<std::string>& plugins)
        : engine_([&] {
              pipeline::Options options;
              for (const std::string& plugin : plugins) options.search.named.push_back(BUILD_FOLDER "/lib/dateline/plugins/" + plugin);
              return options;
          }()),
          worker_(engine_) {}

    const Document& read(const std::string& bytes) { return worker_.process(bytes, "test").document; }
    /// It, and those inside it.
    std::vector<Document> read_all(const std::string& bytes, const std::string& name = "test") {
        std::vector<Document> all = {worker_.process(bytes, name).document};
        while (worker_.has_next()) all.push_back(worker_.process_next().document);
        return all;
    }

private:
    const pipeline::Engine engine_;
    pipeline::Worker worker_;
};

/// "title: A text", one for each block.
inline std::vector<std::string> blocks_of(const Document& document) {
    constexpr const char* names[] = {"paragraph", "title", "heading", "item", "row", "caption", "quote"};
    std::vector<std::string> result;
    for (const dateline_block& block : document.analysis.blocks) {
        result.push_back(std::string(names[block.kind]) + ": " + document.text.substr(block.begin, block.end - block.begin));
    }
    return result;
}

/// "rtf.truncated", one for each diagnostic but the host's on what others would have found.
inline std::vector<std::string> codes_of(const Document& document) {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : document.diagnostics) {
        if (diagnostic.code.find('.') != std::string::npos) result.push_back(diagnostic.code);
    }
    return result;
}

/// The first error; empty without one.
inline std::string error_of(const Document& document) {
    for (const Diagnostic& diagnostic : document.diagnostics) {
        if (diagnostic.severity == DATELINE_ERROR) return diagnostic.message;
    }
    return {};
}

}  // namespace dateline
