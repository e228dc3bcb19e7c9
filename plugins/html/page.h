/// A page from bytes to blocks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "../common/charsets.h"
#include "blocks.h"
#include "features.h"
#include "json_ld.h"
#include "tree.h"

namespace html {

class Page {
public:
    /// Throws std::runtime_error with a sentence when the bytes cannot be read.
    Page(std::string_view bytes, std::string_view declared_charset);
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    common::Decoded decoded;  ///< its text is what the tree was made of
    std::size_t blanked = 0;  ///< tags and attributes that the guard took out
    std::unique_ptr<Tree> tree;
    JsonLd json_ld;
    Blocks blocks;

    Hints hints() const;
};

}  // namespace html
