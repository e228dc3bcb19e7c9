#include "core/plugin/settings.h"

#include <algorithm>
#include <stdexcept>

#include "core/plugin/host.h"
#include "core/text/nearest.h"

namespace dateline::plugin {
namespace {

[[noreturn]] void fail(const GivenSetting& given, std::string_view what) {
    throw LoadError("'" + given.plugin + "." + given.name + "' cannot be set: " + std::string(what));
}

Manifest& manifest_of(const GivenSetting& given, std::vector<Found>& found) {
    std::vector<std::string_view> ids;
    for (Found& one : found) {
        if (one.state == Found::State::usable && one.manifest.id == given.plugin) {
            return one.manifest;
        }
        ids.push_back(one.manifest.id);
    }
    fail(given, "there is no plugin '" + given.plugin + "' to use" + text::did_you_mean(given.plugin, ids));
}

}  // namespace

GivenSetting parse_setting(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::size_t dot = text.substr(0, equals).find('.');
    if (equals == std::string_view::npos || dot == std::string_view::npos || dot == 0 || dot + 1 == equals) {
        throw std::invalid_argument("takes PLUGIN.NAME=VALUE, not '" + std::string(text) + "'");
    }
    return {std::string(text.substr(0, dot)), std::string(text.substr(dot + 1, equals - dot - 1)), std::string(text.substr(equals + 1))};
}

void apply_settings(std::span<const GivenSetting> given, std::vector<Found>& found) {
    for (const GivenSetting& one : given) {
        Manifest& manifest = manifest_of(one, found);
        const auto setting = std::find_if(manifest.settings.begin(), manifest.settings.end(), [&](const SettingDeclaration& own) { return own.name == one.name; });
        if (setting == manifest.settings.end()) {
            std::vector<std::string_view> names;
            for (const SettingDeclaration& own : manifest.settings) {
                names.push_back(own.name);
            }
            fail(one, "the plugin has no such setting" + text::did_you_mean(one.name, names));
        }
        setting->value = one.value;
    }
}

}  // namespace dateline::plugin
