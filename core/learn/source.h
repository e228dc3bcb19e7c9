/// Weights as text: what `dateline train` writes for people to read and compare, and compiles.
///
/// A folder holds files whose lines have columns with tabs between them; lines that begin with # are comments:
///     classes.tsv    class (1 to 999), words that belong to it with spaces between them
///     topics.tsv     topic (1 to 999), words in small letters that belong to it with spaces between them
///     kinds.tsv      word, kinds (title honorific legal-form given-name head saying) with spaces between them
///     features.tsv   type, template (features.h), parts with spaces between them, weight
///     evidence.tsv   plugin, evidence, weight
///     scales.tsv     type, fact ("person.role") or "alias"; slope, offset
/// Weights are hundredths of a logit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/judge/judge.h"
#include "core/learn/weights.h"

namespace dateline::learn {

/// A line of features.tsv, or of evidence.tsv.
struct Row {
    std::string owner;         ///< type, or plugin
    std::string name, parts;   ///< template and parts, or the evidence's name
    bool is_evidence = false;
    std::int32_t weight = 0;
};

/// A line of scales.tsv.
struct ScaleRow {
    std::string name;
    judge::Scale scale;
};

/// Weights as text. A missing file of weights is an empty one. Reading throws std::runtime_error that names file and line.
struct Source {
    std::vector<Row> rows;
    std::vector<ScaleRow> scales;

    static Source read(const std::filesystem::path& folder);
    /// Writes features.tsv, evidence.tsv and scales.tsv, sorted. Throws std::runtime_error.
    void write(const std::filesystem::path& folder) const;
};

std::uint64_t key_of(const Row& row);

/// What Weights::compile() takes.
struct Entries {
    Weights::Entries weights, topics;

    std::string compiled() const { return Weights::compile(weights, topics); }
};

/// Classes, topics and kinds of words alone, from the folder: what features need before any weight is learned. Throws std::runtime_error that names file and line.
Entries read_words(const std::filesystem::path& folder);
void append(const Source& source, Entries& entries);

}  // namespace dateline::learn
