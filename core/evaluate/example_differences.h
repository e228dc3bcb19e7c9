/// What a record has otherwise than an example expects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate/example.h"
#include "core/mention/type.h"

namespace dateline::evaluate {

struct Difference {
    enum class Kind {
        missing,     ///< a mention or a fact that is expected
        unexpected,  ///< a mention or a fact that is the plugin's and that no mark expects
        wrong,       ///< a value
        failed       ///< the plugin itself, or the reading of the text, by a diagnostic
    };
    Kind kind = Kind::missing;
    std::uint64_t start = 0, end = 0;  ///< code points of the example's text; equal where there is no place
    std::string what;                  ///< "award", "award.year", "award: winner", or a diagnostic's sentence
    std::string expected, got;         ///< as an example writes values; of what is wrong both
};

/// Throws ExampleError for a type, attribute, fact or field that no plugin of the run declares, with the nearest there is.
void check_names(const Example& example, const Types& types);

/// `record` is that of the example's text, in code points. All mentions and facts of the types of `plugin` count, and all that it has found of others; of other
/// plugins only what is marked. By place. Throws std::runtime_error when `record` is none.
std::vector<Difference> differences(const Example& example, std::string_view record, const Types& types, std::string_view plugin);

}  // namespace dateline::evaluate
