/// What is wrong with a manifest.
#pragma once

#include <stdexcept>

namespace dateline::plugin {

/// A manifest that cannot be used: "path:line:column: what is wrong, what to do", with the line where there is one.
struct ManifestError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace dateline::plugin
