#include "core/plugin/inside.h"

#include "core/plugin/host.h"

namespace dateline::plugin {
namespace {

thread_local const char *current_plugin = nullptr, *current_document = "";

}  // namespace

Inside::Inside(const Plugin& plugin, const char* document) : plugin_(current_plugin), document_(current_document) {
    current_plugin = plugin.manifest.id.c_str();
    current_document = document;
}

Inside::~Inside() {
    current_plugin = plugin_;
    current_document = document_;
}

const char* plugin_of_this_thread() {
    return current_plugin;
}

const char* document_of_this_thread() {
    return current_document;
}

}  // namespace dateline::plugin
