/// The documents inside the one that a reader reads: checked, copied, and kept within limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/document/document.h"
#include "core/plugin/host.h"

namespace dateline::plugin {

/// Reused from document to document.
class Members {
public:
    /// The document must live until finish(); its members are emptied.
    void begin(Document& document, const Limits& limits);
    /// DATELINE_STOPPED when there is no room for it. `problem` goes on from the function's name; empty when there is none.
    dateline_status add(const dateline_member* given, std::string& problem);
    /// Adds a diagnostic when not all had room.
    void finish();

    std::uint64_t room() const;
    bool full() const { return full_; }

private:
    void keep(const dateline_member& given);
    std::string own_name(dateline_string given);

    Document* document_ = nullptr;
    Limits limits_;
    std::uint64_t bytes_ = 0;
    bool full_ = false;
    std::unordered_map<std::string, std::uint32_t> names_;  // how often each was given
};

}  // namespace dateline::plugin
