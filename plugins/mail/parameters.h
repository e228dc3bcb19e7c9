/// A value with parameters: "text/plain; charset=utf-8", "attachment; filename=a.pdf".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mail {

struct Parameters {
    std::string value;  ///< in lower case
    std::vector<std::pair<std::string, std::string>> all;

    /// The parameter with this name, in lower case; empty without one.
    std::string_view get(std::string_view lower_name) const;
};

/// Names and pieces by RFC 2231, encoded words as programs write them, decoded to UTF-8.
Parameters parameters_of(std::string_view field);

}  // namespace mail
