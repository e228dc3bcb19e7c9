/// The plugin that is checked, and what it is given to read.
#pragma once

#include <string>
#include <vector>

#include "core/pipeline/pipeline.h"

namespace dateline::check {

/// A document.
struct Text {
    enum class Kind { ordinary, empty, language, unicode, bytes, line, nested, many, own };
    Kind kind = Kind::ordinary;
    std::string name;           ///< for people: "ten thousand open brackets"
    std::string bytes;
};

/// Ordinary and hostile ones; none larger than some 100 KB.
std::vector<Text> standard_texts();
/// The ordinary ones, again and again, up to `size` bytes or a little less.
std::string long_text(std::size_t size);

struct Subject {
    pipeline::Options options;          ///< of a run with the plugin, which `options.search.named` has last
    plugin::Found found;                ///< its manifest, or why it cannot be used
    std::vector<Text> texts;            ///< standard_texts() and the plugin's own

    bool is_reader() const { return found.manifest.kind == plugin::Manifest::Kind::reader; }
    /// A plugin of rules alone has none.
    bool has_library() const { return !found.manifest.library.empty(); }
    std::filesystem::path folder() const { return options.search.named.back(); }
};

/// `options.search.named` has the plugin's folder last. Its own texts are SOURCE/tests/*.txt and the examples there (docs/EXAMPLES.md; of a reader: all
/// files there), and `more`. Loads no code. Throws std::runtime_error with a sentence for one that cannot be read.
Subject make_subject(pipeline::Options options, const std::filesystem::path& source, const std::vector<std::string>& more);

}  // namespace dateline::check
