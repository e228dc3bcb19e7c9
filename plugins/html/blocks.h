/// The page cut into pieces of text, each of which is either main text or not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/text.h"
#include "tree.h"

namespace html {

/// An element that holds text, with what stands below it.
struct Element {
    const GumboNode* node = nullptr;
    std::int32_t parent = -1;  ///< index; -1 for the root
    std::uint32_t depth = 0;
    std::uint32_t first_block = 0, block_end = 0;  ///< the blocks that begin inside
};

struct Block {
    std::string text;             ///< white space folded; line breaks where the page has them
    std::uint32_t element = 0;    ///< the innermost element around all of it
    std::uint32_t container = 0;  ///< the innermost element that makes a block (p, div, td) around it
    dateline_block_kind kind = DATELINE_BLOCK_PARAGRAPH;
    std::uint32_t link_bytes = 0;        ///< of the text
    std::uint32_t emphasized_bytes = 0;  ///< in b, strong, em, i
    bool hidden = false;                 ///< by an attribute or its style
    const char* source_begin = nullptr;  ///< in the decoded page
    const char* source_end = nullptr;
};

struct Blocks {
    std::vector<Element> elements;  ///< in the order of the page, the outer one first
    std::vector<Block> blocks;      ///< in the order of the page
};

Blocks cut_into_blocks(const Tree& tree);

}  // namespace html
