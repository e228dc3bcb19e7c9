/// The language of a text, and the metadata that the text itself gives.
#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace dateline {

/// BCP 47 ("en", "zh", "zh-Hant"); empty when it cannot be told, as for a few words. English, by far the most frequent, is told by
/// its function words; for the rest a detector looks at the first 4 KiB. Any thread.
std::string detect_language(std::string_view text, const text::Analysis& analysis);

/// Fills in what the reader left open: the title from the title block (rule "text/first-line"), the language (rule "text/detected"). A text that is plainly English is so whatever
/// its source declares: templates of web pages are often declared to be in the language of those who made them.
void complete_metadata(Document& document);

}  // namespace dateline
