#include "core/plugin/instance.h"

#include "core/plugin/inside.h"
#include "core/process/extractor.h"

namespace dateline::plugin {

Instance::Instance(const Plugin& plugin) : plugin_(&plugin) {
    create();
}

Instance::~Instance() {
    destroy();
}

Instance::Instance(Instance&& other) noexcept
    : plugin_(other.plugin_), state_(other.state_), created_(std::exchange(other.created_, false)), error_(std::move(other.error_)) {}

bool Instance::is_lost() const { return created_ && !plugin_->manifest.command.empty() && process::is_lost(state_); }

void Instance::renew() {
    destroy();
    create();
}

void Instance::create() {
    error_.clear();
    state_ = plugin_->shared;
    if (plugin_->descriptor.create == nullptr) {
        return;
    }
    state_ = nullptr;
    const Inside inside(*plugin_, "");
    take_error({});
    const Outcome outcome = call(plugin_->descriptor.create, plugin_->shared, &state_);
    created_ = outcome.status == DATELINE_OK;
    if (!created_) {
        error_ = outcome.error.empty() ? take_error("its create function fails and gives no reason") : outcome.error;
    }
}

void Instance::destroy() {
    if (std::exchange(created_, false) && plugin_->descriptor.destroy != nullptr) {
        const auto destroy_state = [](const Plugin* plugin, void* state) -> dateline_status {
            plugin->descriptor.destroy(state);
            return DATELINE_OK;
        };
        call(+destroy_state, plugin_, state_);
    }
}

}  // namespace dateline::plugin
