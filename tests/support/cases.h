/// Cases of a plugin's tests as files that a reader can add to: a name, annotated sentences, the facts that they state.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace dateline::test {

/// "# NAME", annotated text (marks as in ⟦P|Li Na⟧), a line "=====", and a fact a line.
struct Case {
    std::string name, text;
    std::vector<std::string> mentions;  ///< "P|Li Na", in text order
    std::vector<std::string> facts;     ///< sorted
};

inline void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

/// Reads a file of cases. Throws std::runtime_error when it cannot be read or holds none.
std::vector<Case> read_cases(const std::filesystem::path& file);

/// The mentions of a collection as a case writes them: kind 'B' and "bases" give "B|Harbour Base".
std::vector<std::string> marks(const nlohmann::json& record, char kind, const std::string& collection);

/// A record's roles as "role | PERSON | TITLE | ORGANIZATION | STATUS", with "-" for none; sorted.
std::vector<std::string> roles(const nlohmann::json& record);

/// A record's facts of bases as "event | BASE | TYPE | DATE" and "organization | BASE | RELATION | ORGANIZATION"; sorted.
std::vector<std::string> base_facts(const nlohmann::json& record);

}  // namespace dateline::test
