/// Proposals that nobody would make on purpose (any span, type, attribute, fact and link), and the promises that their record keeps.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/record/article.h"

namespace dateline::record {

class RandomArticle {
public:
    /// A number below the bound (at least 1), from a generator or a fuzzer's bytes.
    using Numbers = std::function<std::uint32_t(std::size_t bound)>;

    explicit RandomArticle(Numbers numbers);

    /// Decides, resolves and writes.
    std::string write();
    const Article& article() const { return article_; }

private:
    std::uint32_t below(std::size_t bound) { return numbers_(bound); }
    std::string make_text();
    Range add_evidence(std::uint32_t candidates);
    Range add_values(const std::vector<FieldDeclaration>& declared, std::vector<Value>& values, std::uint32_t candidates);
    void refer(const FieldDeclaration& field, Value& value, std::uint32_t candidates);
    void add_candidate(std::uint32_t count);
    void add_fact(std::uint32_t count);
    void add_link(std::uint32_t count);
    std::uint32_t type_of(std::uint32_t candidate) const { return article_.draft.proposals.candidates[candidate].type; }

    Numbers numbers_;
    std::vector<std::uint32_t> begins_, ends_;  // of tokens
    Article article_;
};

/// The promises of docs/RECORD.md that a schema cannot tell: which of them the record of this text breaks; empty when it keeps all.
std::string broken_promise(const std::string& record, const std::string& text);

}  // namespace dateline::record
