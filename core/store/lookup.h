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
        partial,      ///< the same, and that version is partial
        quarantined,  ///< the same, and that version failed
        copy,         ///< another name has them
    };

    /// Throws Error.
    explicit Lookup(const std::string& path);

    /// There is a version of the name.
    bool has(std::string_view name);
    Known find(std::string_view name, std::string_view sha256);
    /// The newest version of a document inside this one, at any depth, failed or, when that is wanted, is partial.
    bool has_failed_inside(std::string_view name, bool or_partial);
    /// The bytes of the newest version of the name when it failed and they were kept, and the record's id of the document that it is inside of; false when not.
    bool kept(std::string_view name, std::string& content, std::string& parent);

private:
    std::mutex mutex_;
    Database database_;
    Statement newest_, other_, failed_inside_, kept_;
};

}  // namespace dateline::store
