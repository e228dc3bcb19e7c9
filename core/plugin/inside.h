/// Which plugin's code a thread is in, for when it never comes back.
#pragma once

#include <cstdint>

#include "core/plugin/loaded.h"

namespace dateline::plugin {

/// While it lives, this thread is in a function of the plugin's, about a document ("" for none). Nests.
class Inside {
public:
    Inside(const Plugin& plugin, const char* document);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

private:
    const char *plugin_, *document_;  // what was before
    std::uint32_t shown_ = 0;
};

}  // namespace dateline::plugin
