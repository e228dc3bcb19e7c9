/// One worker's instance of one plugin, and calls into it.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "core/plugin/loaded.h"

namespace dateline::plugin {

/// What a call into a plugin came to.
struct Outcome {
    dateline_status status = DATELINE_FAILED;
    std::string error;  ///< of an exception that left the plugin's function
};

/// Calls a function of the plugin's; an exception that leaves it is an outcome.
template <class Function, class... Arguments>
Outcome call(Function* function, Arguments... arguments) {
    try {
        return {function(arguments...), {}};
    } catch (const std::exception& error) {
        return {DATELINE_FAILED, error.what()};
    } catch (...) {
        return {DATELINE_FAILED, "an exception that is no std::exception left its function"};
    }
}

/// Used by one thread at a time.
class Instance {
public:
    explicit Instance(const Plugin& plugin);
    ~Instance();
    Instance(Instance&& other) noexcept;
    Instance& operator=(Instance&&) = delete;

    const Plugin& plugin() const { return *plugin_; }
    void* state() const { return state_; }
    /// Why there is no state, a sentence; empty when all is well.
    const std::string& error() const { return error_; }
    /// A new process may have a state where this one has none any more.
    bool is_lost() const;
    /// A new state instead of one that a failed call may have left half done: what comes after must not depend on it.
    void renew();

private:
    void create();
    void destroy();

    const Plugin* plugin_;
    void* state_ = nullptr;
    bool created_ = false;
    std::string error_;
};

}  // namespace dateline::plugin
