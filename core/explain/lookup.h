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
    /// Looks through the document once; the proposals are decided. The first two must outlive this.
    Lookup(const pipeline::Engine& engine, const Document& document, const Proposals& proposals);

    /// One for each extractor that ran, in running order; empty lists where nothing of it stands there. Tokens [first, end).
    std::vector<Sight> at(std::uint32_t first_token, std::uint32_t end_token) const;
    /// Takes away the names of the plugin's rules that match somewhere.
    void remove_matched(std::string_view plugin, std::vector<std::string>& rules) const;
    /// Why a plugin that is rules has submitted bytes [begin, end) as a type without this attribute, sentences.
    std::vector<std::string> why_unset(std::string_view plugin, std::uint32_t begin, std::uint32_t end, std::uint32_t type, std::string_view attribute) const;

private:
    struct Extractor {
        std::string id;
        const lexicon::Lexicon* lexicon = nullptr;  // null without one
        const rules::RuleSet* rules = nullptr;      // of one that is rules
        lexicon::Matches found;
    };
    const Extractor* find(std::string_view plugin) const;
    std::string why_empty(const Extractor& extractor, const dateline_match& match, const rules::ActionValue& value) const;
    void look(const Extractor& extractor, std::uint32_t first_token, std::uint32_t end_token, Sight& sight) const;

    const Document& document_;
    std::vector<Extractor> extractors_;
};

}  // namespace dateline::explain
