/// A small decided document and what explain needs of it.
#pragma once

#include <string>
#include <vector>

#include "core/explain/findings.h"
#include "core/mention/type.h"
#include "tests/mention/draft.h"

namespace dateline::explain {

struct Sample {
    /// One of everything: entities with an alias and facts, a mention that lost to another, one that too little speaks for, a silent one.
    Sample();
    /// A text in which nothing is proposed yet; call decide() when it is.
    explicit Sample(std::string text);

    void decide();
    Findings findings() const;

    Draft draft;
    Document document;
    resolve::Resolution resolution;
    std::uint32_t person = 0, loser = 0, weak = 0, place = 0;  ///< candidates of the sample text

private:
    std::vector<EvidenceDeclaration> evidence_;
};

}  // namespace dateline::explain
