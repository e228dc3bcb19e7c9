#include "core/plugin/inside.h"

#include "core/plugin/host.h"

namespace dateline::plugin {
namespace {

std::atomic<std::uint32_t>* shown = nullptr;
thread_local const char *current_plugin = nullptr, *current_document = "";

}  // namespace

Inside::Inside(const Plugin& plugin, const char* document) : plugin_(current_plugin), document_(current_document) {
    current_plugin = plugin.manifest.id.c_str();
    current_document = document;
    if (shown != nullptr) {
        shown_ = shown->exchange(plugin.index + 1, std::memory_order_relaxed);
    }
}

Inside::~Inside() {
    if (shown != nullptr) {
        shown->store(shown_, std::memory_order_relaxed);
    }
    current_plugin = plugin_;
    current_document = document_;
}

void show_plugin_in(std::atomic<std::uint32_t>& place) { shown = &place; }

const char* plugin_of_this_thread() { return current_plugin; }

const char* document_of_this_thread() { return current_document; }

}  // namespace dateline::plugin
