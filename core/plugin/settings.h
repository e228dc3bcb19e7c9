/// What users set for plugins: --set PLUGIN.NAME=VALUE.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/catalogue.h"

namespace dateline::plugin {

struct GivenSetting {
    std::string plugin, name, value;
};

/// Of "PLUGIN.NAME=VALUE". Throws std::invalid_argument, with a sentence, when it is of another form.
GivenSetting parse_setting(std::string_view text);

/// Puts what is given in place of the manifests' defaults. Throws LoadError when no usable plugin has such a setting.
void apply_settings(std::span<const GivenSetting> given, std::vector<Found>& found);

}  // namespace dateline::plugin
