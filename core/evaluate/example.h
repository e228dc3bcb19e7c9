/// What an author expects of a plugin: NAME.example files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::evaluate {

/// An example that cannot be read: "path:line:column: what, what to do".
struct ExampleError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A value of an attribute or of a fact's field.
struct ExpectedValue {
    std::string name;
    std::optional<std::string> value;        ///< nothing: null
};

struct ExpectedFact {
    std::string name;                        ///< as its type declares it: "payer"
    std::vector<ExpectedValue> fields;       ///< what is not among them may be anything; a name several times: a list
};

/// A place where something is to be found. Offsets count code points of the example's text.
struct ExpectedMention {
    std::string type;
    std::uint64_t start = 0, end = 0;
    std::vector<ExpectedValue> attributes;   ///< as in ExpectedFact
    std::vector<ExpectedFact> facts;
    std::size_t line = 0, column = 0;        ///< in the file, from 1
};

/// One example:
///
///     == a name of its own
///     We won the [Nobel Prize in Physics 2024](award year=2024; winner person="Li Na"). \[sic]
///
/// docs/EXAMPLES.md has the format.
struct Example {
    std::filesystem::path file;
    std::size_t line = 0;                    ///< of its name
    std::size_t text_line = 0;               ///< of the first line of its text
    std::string name;
    std::string text;                        ///< without the marks; a line of it is a line of the file
    std::vector<ExpectedMention> mentions;   ///< in text order

    /// The line of the file that has this place of the text.
    std::size_t line_of(std::uint64_t offset) const;
};

/// What a file holds, in its order. `path` is for messages. Throws ExampleError.
std::vector<Example> parse_examples(std::string_view content, const std::filesystem::path& path);

/// All examples below FOLDER/tests, by file name; none when there are none. Throws ExampleError, for a file that cannot be read or is not UTF-8 too.
std::vector<Example> read_examples(const std::filesystem::path& folder);

}  // namespace dateline::evaluate
