/// The text of a manifest as JSON, with the places of what is in it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/lexicon/source.h"

namespace dateline::plugin {

class JsonSource {
public:
    /// Throws ManifestError when it is no JSON, or has a field twice. `path` is for messages.
    JsonSource(const std::filesystem::path& path, std::string_view text);

    const nlohmann::json& json() const { return json_; }

    /// Throws ManifestError: "path:line:column: 'place' what", with the line. `place` is like "produces[0].attributes[1].name"; when that is
    /// not there, what it belongs in is shown.
    [[noreturn]] void fail(const std::string& place, std::string_view what) const;

private:
    [[noreturn]] void fail_at(std::size_t at, const std::string& message) const;

    lexicon::Source source_;
    std::map<std::string, std::size_t> places_;  // of names of fields, and of objects in arrays: bytes of the text
    nlohmann::json json_;
};

}  // namespace dateline::plugin
