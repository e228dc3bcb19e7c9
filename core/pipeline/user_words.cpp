#include "core/pipeline/user_words.h"

#include <algorithm>
#include <tuple>

#include "core/plugin/host.h"
#include "core/text/hash.h"

namespace dateline::pipeline {
namespace {

using Kind = lexicon::UserList::Kind;

std::uint32_t evidence_of(Kind kind) {
    switch (kind) {
        case Kind::always: return plugin::Plugins::user_always;
        case Kind::never: return plugin::Plugins::user_never;
        case Kind::hint: break;
    }
    return plugin::Plugins::user_hint;
}

Evidence evidence(Kind kind) {
    Evidence evidence;
    evidence.id = evidence_of(kind);
    return evidence;
}

// A candidate's evidence stands in one piece, so it moves to the end when more comes.
void append(Kind kind, Candidate& candidate, std::vector<Evidence>& all) {
    const auto first = static_cast<std::uint32_t>(all.size());
    for (std::uint32_t i = 0; i < candidate.evidence.count; ++i) {
        const Evidence copy = all[candidate.evidence.first + i];
        all.push_back(copy);
    }
    all.push_back(evidence(kind));
    candidate.evidence = {first, candidate.evidence.count + 1};
}

}  // namespace

void UserWords::add(const Document& document, Proposals& proposals) {
    find(document);
    if (words_.empty()) {
        return;
    }
    give_evidence(proposals);
    for (const Word& word : words_) {
        if (!word.taken && word.kind != Kind::never) {
            make_candidate(word, document, proposals);
        }
    }
}

void UserWords::find(const Document& document) {
    words_.clear();
    lexicon::find_entries(list_.lexicon(), document.text, document.analysis, found_);
    for (const dateline_hit& hit : found_.hits) {
        const lexicon::UserList::Meaning& meaning = list_.meaning(hit.list);
        words_.push_back({hit.first_token, hit.token_count, types_.find(meaning.type), meaning.kind, false});
    }
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
        return std::tie(a.first_token, a.token_count, a.type, a.kind) < std::tie(b.first_token, b.token_count, b.type, b.kind);
    });
}

void UserWords::give_evidence(Proposals& proposals) {
    for (Candidate& candidate : proposals.candidates) {
        const auto key = std::tie(candidate.first_token, candidate.token_count, candidate.type);
        const auto word = std::lower_bound(words_.begin(), words_.end(), key, [](const Word& one, const auto& other) {
            return std::tie(one.first_token, one.token_count, one.type) < other;
        });
        if (word != words_.end() && std::tie(word->first_token, word->token_count, word->type) == key) {
            append(word->kind, candidate, proposals.evidence);
            word->taken = true;
        }
    }
}

void UserWords::make_candidate(const Word& word, const Document& document, Proposals& proposals) const {
    const std::vector<dateline_token>& tokens = document.analysis.tokens;
    Candidate candidate;
    candidate.type = word.type;
    candidate.plugin = DATELINE_NONE;
    candidate.begin = tokens[word.first_token].begin;
    candidate.end = tokens[word.first_token + word.token_count - 1].end;
    candidate.first_token = word.first_token;
    candidate.token_count = word.token_count;
    if (types_.types[word.type].named) {
        candidate.name_hash = text::hash_seed;
        for (std::uint32_t i = 0; i < word.token_count; ++i) {
            candidate.name_hash = text::hash_step(candidate.name_hash, tokens[word.first_token + i].hash);
        }
    }
    candidate.rule = word.kind == Kind::always ? "user/always" : "user/hint";
    candidate.attributes.first = static_cast<std::uint32_t>(proposals.attributes.size());
    append(word.kind, candidate, proposals.evidence);
    proposals.candidates.push_back(candidate);
}

}  // namespace dateline::pipeline
