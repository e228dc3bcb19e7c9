/// Names of months in many languages.
#pragma once

#include <string_view>

namespace html {

/// 1 to 12, or 0 when the word is no month. Of languages that disagree the text's own counts (BCP 47; may be empty).
int month_of(std::string_view word, std::string_view language);

}  // namespace html
