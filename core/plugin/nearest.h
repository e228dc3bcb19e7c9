/// The nearest known name for an unknown one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dateline::plugin {

/// "; did you mean 'library'?", or nothing when no candidate is near. Of equally near ones the first.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace dateline::plugin
