/// The functions behind dateline_host: what a plugin looks up when it is loaded.
#include <cstdio>
#include <exception>

#include "core/plugin/host.h"
#include "core/plugin/inside.h"
#include "core/plugin/loaded.h"
#include "core/plugin/peer.h"

namespace dateline::plugin {
namespace {

// create() runs in many threads at a time and has no way to pass a context of its own.
thread_local std::string last_error;

const Plugin& plugin_of(void* context) {
    return *static_cast<const Plugin*>(context);
}

void log(void* context, std::uint32_t, dateline_string message) noexcept {
    log_line(plugin_of(context), message);
}

void set_error(void*, dateline_string message) noexcept {
    last_error.assign(message_of(message));
}

template <std::uint32_t (lexicon::Lexicon::*find)(std::string_view) const>
std::uint32_t find_in_lexicon(void* context, dateline_string name) noexcept {
    const Plugin& plugin = plugin_of(context);
    return plugin.lexicon == nullptr ? DATELINE_NONE : (plugin.lexicon.get()->*find)(message_of(name));
}

std::uint32_t find_type(void* context, dateline_string name) noexcept {
    return plugin_of(context).types->find(message_of(name));
}

template <std::uint32_t (Types::*find)(std::uint32_t, std::string_view) const>
std::uint32_t find_in_types(void* context, std::uint32_t of, dateline_string name) noexcept {
    return (plugin_of(context).types->*find)(of, message_of(name));
}

dateline_string get_setting(void* context, dateline_string name) noexcept {
    for (const SettingDeclaration& setting : plugin_of(context).manifest.settings) {
        if (setting.name == message_of(name)) {
            return borrow(setting.value);
        }
    }
    return {nullptr, 0};
}

const void* get_extension(void*, dateline_string) noexcept {
    return nullptr;
}

}  // namespace

void log_line(const Plugin& plugin, dateline_string message) {
    (*plugin.log)("plugin " + plugin.manifest.id + ": " + std::string(message_of(message)));
}

void log_to_standard_error(const std::string& line) {
    const std::string whole = "dateline: " + line + "\n";
    std::fwrite(whole.data(), 1, whole.size(), stderr);
}

std::string take_error(std::string_view otherwise) {
    std::string error = last_error.empty() ? std::string(otherwise) : last_error;
    last_error.clear();
    return error;
}

void start_plugin(Plugin& plugin) {
    using lexicon::Lexicon;
    plugin.host = {sizeof(dateline_host), DATELINE_INTERFACE_MINOR, &plugin, borrow(plugin.folder.native()), &log, &set_error,
                   &find_in_lexicon<&Lexicon::find_list>, &find_in_lexicon<&Lexicon::find_rule>, &find_in_lexicon<&Lexicon::find_capture>,
                   &find_in_lexicon<&Lexicon::find_label>, &find_in_lexicon<&Lexicon::find_evidence>, &find_type,
                   &find_in_types<&Types::find_attribute>, &find_in_types<&Types::find_fact>, &find_in_types<&Types::find_field>,
                   &get_setting, &get_extension};
    if (plugin.descriptor.load == nullptr) {
        plugin.started = true;
        return;
    }
    dateline_status status = DATELINE_FAILED;
    take_error({});
    try {
        status = plugin.descriptor.load(&plugin.host, &plugin.shared);
    } catch (const std::exception& error) {
        set_error(nullptr, borrow(error.what()));
    } catch (...) {
        set_error(nullptr, borrow("an exception left its load function"));
    }
    if (status != DATELINE_OK) {
        throw LoadError(name_of(plugin) + " cannot be loaded: " + take_error("it gives no reason"));
    }
    plugin.started = true;
}

Plugin::~Plugin() {
    if (started && descriptor.unload != nullptr) {
        descriptor.unload(shared);
    }
}

}  // namespace dateline::plugin
