/// Parses evidence.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/lexicon/source.h"

namespace dateline::lexicon {

/// A parsed evidence; views point into the source's text.
struct EvidenceSource {
    std::string_view name, sentence;
    std::int32_t weight = 0;
};

/// Throws BuildError.
std::vector<EvidenceSource> parse_evidence(const Source& source);

}  // namespace dateline::lexicon
