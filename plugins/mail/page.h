/// Web pages that browsers and word processors save as a mail (MHTML).
#pragma once

#include "dateline/plugin.hpp"
#include "part.h"

namespace mail {

/// The part that is the page; null when it is a mail that people sent.
const Part* page_in(const Part& mail);

void read_page(const Part& mail, const Part& page, dateline::ReaderOutput& output);

}  // namespace mail
