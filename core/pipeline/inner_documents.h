/// The documents inside the one that a worker was given, which wait for their turn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

/// A document whose turn has come.
struct InnerDocument {
    Member member;
    std::string source;       ///< "OUTER!/INNER"
    std::optional<std::string> input_id;  ///< the outer one's
    std::string parent;       ///< the outer one's id
    std::uint32_t depth = 0;  ///< 0: the one that the worker was given; 1: inside it

    Origin origin() const { return {source, member.media_type, input_id, member.charset, parent, false}; }
};

/// Holds the bytes of those that wait, which are within the limits of one input; each goes when it is done.
class InnerDocuments {
public:
    /// Begins a new input.
    void clear();
    /// Takes the members of a document that was read at this depth (0: the input itself).
    void add(Document& document, std::uint32_t depth);

    bool empty() const { return waiting_.empty(); }
    /// Precondition: not empty.
    InnerDocument next();
    const std::string& next_source() const { return waiting_.back().source; }
    /// The document, which is at this depth, has the same bytes as one that it is inside of.
    bool contains_itself(const std::string& sha256, std::uint32_t depth) const;
    /// What is left of them for the input.
    plugin::Limits left_of(const plugin::Limits& limits) const;

private:
    std::vector<InnerDocument> waiting_;  // the next one last
    std::vector<std::string> outer_;      // SHA-256 of the last document at each depth
    std::uint64_t bytes_ = 0;             // of all that there were
    std::uint64_t refused_ = 0;           // of those that were unpacked in vain: when these are too many, no more are
    std::uint32_t count_ = 0;
};

}  // namespace dateline::pipeline
