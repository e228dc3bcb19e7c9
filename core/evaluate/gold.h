/// Annotated articles: NAME.ann files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::evaluate {

/// A marked place. Offsets count code points.
struct GoldMention {
    std::string type;   ///< "date", "organization", "person", "base", or as the mark says
    std::uint64_t start = 0, end = 0;
    std::string text;   ///< verbatim
    std::string value;  ///< of a date; empty otherwise
};

struct GoldRole {
    std::string person, title;
    std::optional<std::string> organization;
};

struct GoldBase {
    std::string name;
    std::optional<std::string> event, date;
    std::vector<std::string> organizations;
};

/// One annotated article:
///
///     On ⟦D 2024-03-21|March 21⟧, ⟦P|Li Na⟧ of ⟦O|Eastport University⟧ unveiled ⟦B|Harbour Base⟧ in ⟦place|Eastport⟧.
///     =====
///     published | 2024-04-01
///     alias | organization | NAME | NAME | …
///     role | PERSON | TITLE | ORGANIZATION or -
///     base | NAME | EVENT or - | DATE or - | ORGANIZATION; ORGANIZATION; … or -
///
/// A mark's letter is D, O, P or B; a type's name in its place serves tests of plugins whose types have none.
struct Gold {
    std::string name;                       ///< the file's, without its extension
    std::string text;                       ///< without the marks
    std::vector<GoldMention> mentions;      ///< in text order
    std::optional<std::string> published;
    std::map<std::string, std::vector<std::vector<std::string>>> aliases;  ///< by type: groups of names
    std::vector<GoldRole> roles;
    std::vector<GoldBase> bases;
    std::vector<std::string> fact_kinds;    ///< of its fact lines, in their order: "published", "role" …
    std::vector<std::string> faults;        ///< "path:line: what is wrong": lines and marks that were passed over
};

/// Parses what an .ann file holds. `path` is for `name` and messages only.
Gold parse_gold(std::string_view content, const std::filesystem::path& path);

/// Throws std::runtime_error when the file cannot be read.
Gold read_gold(const std::filesystem::path& path);

/// The .ann files directly in `folder`, by name; `folder` itself when it is one. Throws std::runtime_error when there is none.
std::vector<std::filesystem::path> find_gold(const std::filesystem::path& folder);

}  // namespace dateline::evaluate
