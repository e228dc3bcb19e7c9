/// Lines to blocks: paragraphs over column and page breaks, words joined that were divided at a line's end, headings by their font.
#pragma once

#include "../common/composer.h"
#include "sheet.h"

namespace pdf {

void add_paragraphs(const std::vector<Sheet>& sheets, common::Composer& composer);

}  // namespace pdf
