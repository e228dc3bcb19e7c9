/// What a user's own lists (--lexicon) say of a document's words.
#pragma once

#include <cstdint>
#include <vector>

#include "core/document/document.h"
#include "core/lexicon/match.h"
#include "core/lexicon/user_list.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::pipeline {

/// One worker's use of the run's lists.
class UserWords {
public:
    UserWords(const lexicon::UserList& list, const Types& types) : list_(list), types_(types) {}

    /// Before the judge decides: candidates of exactly the listed words and type get the list's evidence. Where there is none, `always` and `hint` make one.
    /// Near linear.
    void add(const Document& document, Proposals& proposals);

private:
    struct Word {
        std::uint32_t first_token, token_count, type;
        lexicon::UserList::Kind kind;
        bool taken;  // by a candidate
    };

    void find(const Document& document);
    void give_evidence(Proposals& proposals);
    void make_candidate(const Word& word, const Document& document, Proposals& proposals) const;

    const lexicon::UserList& list_;
    const Types& types_;
    lexicon::Matches found_;
    std::vector<Word> words_;  // in text order
};

}  // namespace dateline::pipeline
