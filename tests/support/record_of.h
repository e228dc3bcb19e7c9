/// Runs the pipeline on a text, for the tests of plugins.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace dateline::test {

enum class Learned : bool { no, yes };

/// The record that the text reader and these built-in plugins ("dates", "people") make of a text, by what they know alone or with the shipped weights too.
/// Plugins stay loaded from call to call.
nlohmann::json record_of(std::string_view text, const std::vector<std::string>& plugins, Learned learned = Learned::no);

/// The texts of all mentions of a collection, in text order.
std::vector<std::string> mentions(const nlohmann::json& record, std::string_view collection);

/// The entity that has a mention with this text; null when none has.
nlohmann::json entity(const nlohmann::json& record, std::string_view collection, std::string_view mention);

}  // namespace dateline::test
