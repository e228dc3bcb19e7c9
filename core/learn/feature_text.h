/// Features as text: what a template's parts look like in weights that people read.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/learn/feature_part.h"
#include "core/learn/features.h"
#include "core/learn/page.h"

namespace dateline::learn {

Feature written(const Page& page, const Template& given, std::size_t index, std::span<const Part> parts);
/// Nothing when there is no such template or the parts do not fit it.
std::optional<Feature> parse(std::span<const Template> templates, std::string_view name, std::string_view parts);

}  // namespace dateline::learn
