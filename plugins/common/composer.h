/// Text and blocks as a reader of documents puts them together: white space settled, blocks apart by an empty line, a title found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/plugin.hpp"

namespace common {

/// Bytes of the source, [begin, end); none when both are the same.
struct Place {
    std::size_t begin = 0, end = 0;
};

class Composer {
public:
    /// What comes now is from these bytes, those of the document or, with a name, of a file inside it. They must live as long as it is added.
    void read_from(std::string_view source, std::string_view file = {});
    std::string_view source() const { return source_; }

    /// What is added until `end` belongs to one block. A block that is open is ended.
    void begin(dateline_block_kind kind);
    /// Line feed and tab stay, other white space becomes one space; NUL and CR go. Without a block, one is begun.
    /// `place` is where it stands in the source.
    void add(std::string_view utf8, Place place = {});
    /// An empty block leaves no trace.
    void end();
    /// A whole block.
    void block(dateline_block_kind kind, std::string_view utf8);
    /// All blocks of another one that has no files.
    void append(const Composer& other);

    /// Page or part in which the blocks lie that begin from now on; 0: there is none.
    void in_part(std::uint32_t part) { part_ = part; }

    bool is_open() const { return open_; }
    std::size_t block_count() const { return blocks_.size(); }
    /// Bytes so far; who reads hostile documents stops at a limit.
    std::size_t size() const { return text_.size() + current_.size(); }
    const std::string& text() const { return text_; }
    const std::vector<dateline_block>& blocks() const { return blocks_; }

    /// Hands everything over, and marks the title when the document itself did not: its first block, if that is a heading or a short line without a
    /// full stop.
    void deliver(dateline::ReaderOutput& output);
    void clear();

private:
    void append(dateline_block block, std::string_view text);
    Place place_of(std::string_view block) const;
    void mark_title();

    std::string text_, current_;
    std::string_view source_;
    Place place_;  ///< of what is in `current_`
    std::vector<dateline_block> blocks_;
    std::vector<std::string> files_;  ///< the parts, when they are files
    dateline_block_kind kind_ = DATELINE_BLOCK_PARAGRAPH;
    std::uint32_t part_ = 0;
    bool open_ = false;
};

/// With white space at both ends gone and runs of it inside made one space: for titles and names out of a document's properties.
std::string folded_space(std::string_view utf8);

/// Whether a title out of a document's properties says something: not empty, and not what a program fills in by itself ("Document1", "Microsoft Word
/// - x.doc").
bool is_telling_title(std::string_view title);

}  // namespace common
