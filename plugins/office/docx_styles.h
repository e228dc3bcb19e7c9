/// What the named styles of a Word document mean for blocks.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "dateline/plugin.h"
#include "xml.h"

namespace office {

class DocxStyles {
public:
    DocxStyles() = default;
    explicit DocxStyles(const pugi::xml_document& styles);

    /// The kind of a paragraph with these properties (w:pPr, may be null).
    dateline_block_kind kind(const pugi::xml_node& properties) const;

private:
    struct Style {
        std::string based_on;
        dateline_block_kind kind = DATELINE_BLOCK_PARAGRAPH;
    };

    dateline_block_kind kind(std::string_view style) const;

    std::map<std::string, Style, std::less<>> styles_;
};

/// Whether a switch such as w:vanish is there and not turned off.
bool is_on(const pugi::xml_node& parent, std::string_view name);

}  // namespace office
