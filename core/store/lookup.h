/// What the store has already, asked before a document is processed.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "core/store/open.h"

namespace dateline::store {

/// Any thread.
class Lookup {
public:
    enum class Known {
        no,
        unchanged,    ///< the newest version of the name has these bytes
        quarantined,  ///< the same, and that version failed
        copy,         ///< another name has them
    };

    /// Throws Error.
    explicit Lookup(const std::string& path);

    Known find(std::string_view name, std::string_view sha256);
    /// The bytes of the newest version of the name when it failed and they were kept; false when not.
    bool kept(std::string_view name, std::string& content);

private:
    std::mutex mutex_;
    Database database_;
    Statement newest_, other_, kept_;
};

}  // namespace dateline::store
