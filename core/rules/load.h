/// Loads the data of a plugin without a library.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/lexicon/build.h"
#include "core/rules/action.h"

namespace dateline::rules {

/// The plugin whose data it is.
struct Owner {
    std::string_view id;
    const Types& types;                  ///< the run's; must outlive the rules
    const std::vector<bool>& may_submit; ///< by type
};

/// Compiles lists, rules and evidence, and checks every name that a rule gives against what manifests declare. Throws lexicon::BuildError:
/// "path:line:column: what, what to do".
std::shared_ptr<const RuleSet> load(const std::filesystem::path& data_folder, const Owner& owner);

}  // namespace dateline::rules
