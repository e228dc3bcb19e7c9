/// What the plugins' own lists and rules have at a place of the text.
#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/match.h"
#include "core/pipeline/pipeline.h"

namespace dateline::explain {

/// What one plugin's word knowledge says of some tokens.
struct Sight {
    std::string plugin;
    std::vector<std::string> lists;  ///< "surnames: “Li”", or with the entry's value "months: “May” = 05"
    std::vector<std::string> rules;  ///< "title-of: “President of”"
};

/// What the lexicons of a run's extractors find, once more: the run itself keeps no record of what only looked.
class Lookup {
public:
    /// Looks through the document once. Both must outlive this.
    Lookup(const pipeline::Engine& engine, const Document& document);

    /// One for each extractor that ran, in running order; empty lists where nothing of it stands there. Tokens [first, end).
    std::vector<Sight> at(std::uint32_t first_token, std::uint32_t end_token) const;

private:
    struct Extractor {
        std::string id;
        const lexicon::Lexicon* lexicon = nullptr;  // null without one
        lexicon::Matches found;
    };
    void look(const Extractor& extractor, std::uint32_t first_token, std::uint32_t end_token, Sight& sight) const;

    const Document& document_;
    std::vector<Extractor> extractors_;
};

}  // namespace dateline::explain
