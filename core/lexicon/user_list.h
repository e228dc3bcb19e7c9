/// Lists that a user gives at run time (--lexicon FILE): words, a type, and what to make of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/build.h"
#include "core/lexicon/lexicon.h"

namespace dateline::lexicon {

/// All user lists of a run. A line is
///
///     Acme Rocketry<tab>organization<tab>always
///
/// `always` and `never` decide, `hint` counts as evidence. Empty lines and those that begin with "# " are skipped. Words that begin with a capital or a
/// digit are found only where a capital or a number stands in the text; all others however they are written. The same line twice does no harm.
/// Immutable; any thread.
class UserList {
public:
    enum class Kind : std::uint32_t { always, never, hint };
    struct Meaning {
        std::string type;
        Kind kind;
    };

    /// Reads the files. `types` are those of the run. Throws BuildError ("path:line:column: …") for a line that is wrong, a type that there is
    /// not, and words that stand for one type under two kinds.
    UserList(std::span<const std::filesystem::path> files, std::span<const std::string_view> types);

    /// What find_entries looks into.
    const Lexicon& lexicon() const { return *lexicon_; }
    /// What a hit means, by its `list`.
    const Meaning& meaning(std::uint32_t list) const { return meanings_[list]; }

private:
    std::vector<Meaning> meanings_;
    std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline::lexicon
