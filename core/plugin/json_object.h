/// Reads one JSON object of a manifest, field by field, and reports what is wrong and where.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/json_source.h"

namespace dateline::plugin {

class JsonObject {
public:
    /// `place` is how messages name the object: "produces[0]"; empty for the whole manifest. Throws ManifestError when `json` is no object or
    /// has a field that is not among `known`. All must outlive it.
    JsonObject(const nlohmann::json& json, std::string place, const JsonSource& source, std::initializer_list<std::string_view> known);

    bool has(std::string_view name) const;
    /// These throw ManifestError when the field has another kind of value; without the field they give `otherwise`.
    std::string string(std::string_view name, std::string_view otherwise = {}) const;
    bool boolean(std::string_view name, bool otherwise) const;
    std::int64_t integer(std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t greatest) const;
    /// Each not empty and none twice.
    std::vector<std::string> strings(std::string_view name) const;
    /// Throws when it is not there.
    const nlohmann::json& value(std::string_view name) const;
    /// The elements of an array, and how messages name one.
    std::vector<const nlohmann::json*> elements(std::string_view name) const;
    std::string place(std::string_view name) const;
    std::string place(std::string_view name, std::size_t index) const;

    /// Throws when the field is not there or empty.
    std::string needed_string(std::string_view name) const;
    /// A needed string of small letters, digits, '-' and '_' that begins with a letter and has at most 64 of them.
    std::string name(std::string_view name) const;

    /// Throws ManifestError: "path:line:column: 'place.name' what".
    [[noreturn]] void fail(std::string_view name, std::string_view what) const;

private:
    const nlohmann::json* find(std::string_view name) const;
    void check_fields(std::initializer_list<std::string_view> known) const;

    const nlohmann::json& json_;
    std::string place_;
    const JsonSource& source_;
};

/// Whether it is of small letters, digits, '-' and '_', begins with a letter and has at most 64 of them.
bool is_name(std::string_view text);

}  // namespace dateline::plugin
