/// The words of the command line, checked against the table of options.
#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/options.h"

namespace dateline::cli {

/// Wrong use: one sentence that says what to do. Ends the program with exit_usage.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What was given; where an option stands more than once and is not repeatable, the last counts.
class Arguments {
public:
    std::vector<std::string> operands;

    bool has(std::string_view option) const { return given_.contains(option); }
    std::string_view text(std::string_view option, std::string_view fallback = {}) const;
    /// Precondition: an option whose value is a number.
    std::uint64_t number(std::string_view option, std::uint64_t fallback) const;
    /// All that a repeatable option was given.
    std::vector<std::string> all(std::string_view option) const;

    void set(const Option& option, std::string value);

private:
    std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

/// Parses what stands after the command's name, and the configuration file. Throws UsageError.
Arguments parse(const Command& command, const std::vector<std::string>& words);

}  // namespace dateline::cli
