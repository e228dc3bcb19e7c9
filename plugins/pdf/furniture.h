/// Running heads, feet and page numbers: what stands on the pages and is no part of their text.
#pragma once

#include <vector>

#include "sheet.h"

namespace pdf {

/// Takes out lines that stand by themselves at the upper and lower edge: those that number the page, and those that three pages (of two, both)
/// have in the same words, but for the page's number before or after them. A page that had nothing else keeps them.
void remove_furniture(std::vector<Sheet>& sheets);

}  // namespace pdf
