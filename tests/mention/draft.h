/// A document's proposals written by hand, for the tests of judge, resolver and record: words are found in the text, each score is an evidence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline {

/// The types of the built-in plugins in small: date (joined by value), organization, person with roles, base with events, and silent place.
Types sample_types();

struct Draft {
    explicit Draft(std::string words);

    /// The `occurrence`th (from 0) place of `words` as a candidate. Tokens are what spaces separate.
    std::uint32_t candidate(std::string_view type, std::string_view words, std::int32_t score, int occurrence = 0);
    /// A link whose place is its `from`.
    std::uint32_t link(std::uint32_t from, std::uint32_t to, dateline_link_reason reason, std::int32_t score = 200);
    /// A fact of the subject's type, stated at `words`.
    std::uint32_t fact(std::uint32_t subject, std::string_view fact, std::string_view words, std::int32_t score = 200, std::uint32_t rival = 0);

    /// To the latest candidate or fact.
    void attribute(std::string_view name, std::string_view string, dateline_value_kind kind = DATELINE_VALUE_STRING);
    void field(std::string_view name, std::string_view string, dateline_value_kind kind = DATELINE_VALUE_STRING);
    void field(std::string_view name, std::uint32_t reference);

    /// One more evidence for the latest candidate.
    void evidence(std::int32_t weight, std::uint32_t supporter = DATELINE_NONE);

    const Verdict& verdict(std::uint32_t candidate) const { return proposals.candidates[candidate].verdict; }

    /// What the judge does when all evidence is plain: accepts all above 0.
    void accept_all();

    std::string text;
    Types types = sample_types();
    Proposals proposals;
    std::vector<std::int32_t> weights;

private:
    std::uint32_t find(std::string_view words, int occurrence) const;
    Range add_evidence(std::int32_t weight);
};

}  // namespace dateline
