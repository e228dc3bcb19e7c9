/// What a name's own words say for and against it.
#pragma once

#include <cstdint>
#include <vector>

#include "reasons.h"
#include "spans.h"

namespace dateline::people {

/// The first and last word of a span, without particles, suffix and nickname, and how it is built.
class Form {
public:
    Form(const Document& document, const std::vector<Part>& parts, const Span& span);

    void explain(Setting setting, const Reasons& reasons, Candidate& candidate) const;

    /// Whether lists and syllables alone make it look like a full name.
    bool looks_like_name() const;
    /// How far its words are from being names and nothing else; 0 is best.
    int doubt() const;
    /// The part that is the family name, and the part that is the given name, of a span of several words.
    std::uint32_t family() const { return family_first() ? first_ : last_; }
    std::uint32_t given() const { return family_first() ? last_ : first_; }
    /// Whether the family name stands first: Chen Minghui, Kim Jae-won.
    bool family_first() const;

private:
    struct Said;
    void middle(Said& said) const;
    void order(Said& said) const;
    void capitals(Setting setting, Said& said) const;
    bool given_syllables(const Part& part) const;

    const Document& document_;
    const std::vector<Part>& parts_;
    const Span& span_;
    std::uint32_t first_, last_;
};

}  // namespace dateline::people
