/// Facts given to their entities, those that say the same written once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/resolve/resolve.h"

namespace dateline::resolve {

/// Reused from document to document.
class FactSorter {
public:
    /// Appends the accepted facts to their entities, in text order. Two say the same when they are of one kind and all their fields are equal:
    /// strings by their folded words, references by the entity. One that says less than another nearby (a title without its organization, and the
    /// same title with it) is left out too.
    void add_facts(const Proposals& proposals, const Types& types, Resolution& resolution);

private:
    struct Statement {
        std::uint32_t entity, begin, end;
        std::uint32_t fact;           // index into Proposals::facts
        std::uint64_t hash;
        std::uint32_t first, length;  // of what it says, in saying_
    };

    void collect(const Proposals& proposals, const Types& types, const Resolution& resolution);
    void append_saying(const Proposals& proposals, const Types& types, const Resolution& resolution, const Fact& fact);
    void drop_repeated();
    bool is_said_more_fully(std::size_t statement) const;
    std::string_view saying(const Statement& statement) const { return std::string_view(saying_).substr(statement.first, statement.length); }

    std::vector<Statement> statements_;
    std::string saying_;
};

}  // namespace dateline::resolve
