/// What one attempt at a document gave, in the form in which the store takes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::store {

/// All text is borrowed. Entities are named by their index.
struct Rows {
    struct Entity {
        std::string_view id, type, name;
    };
    struct Mention {
        std::uint32_t entity = 0;
        std::uint64_t start = 0, end = 0;  ///< as in the record
        std::uint32_t confidence = 0;      ///< hundredths
        std::string_view text, rule;
    };
    struct Fact {
        std::uint32_t entity = 0;
        std::uint64_t start = 0, end = 0;
        std::uint32_t confidence = 0;
        std::string_view fact, fields, rule;  ///< `fields`: a JSON object
    };

    /// How the attempt ended: complete, partial or failed. When nothing was done: "unchanged", "quarantined" or "copy", since the store had the bytes already;
    /// "unreadable", since a file is gone that it has a version of; "listed", since it is no document but a folder that could not be listed before.
    std::string_view status;
    std::string_view cause;   ///< why it failed or is partial
    std::string_view sha256;  ///< empty when the bytes could not be had
    std::uint64_t bytes = 0;
    std::string_view media_type, title, language, published, author, url;  ///< empty when unknown
    std::string_view id, parent;  ///< of its record and of the outer document's, as there; empty when there is none
    std::string_view record, text;
    std::string_view content;  ///< the bytes of what failed, as they came
    std::vector<Entity> entities;
    std::vector<Mention> mentions;  ///< those of an entity stand together
    std::vector<Fact> facts;
};

/// Appends `rows` as bytes that go from one thread, and later one process, to another on the same machine.
void pack(const Rows& rows, std::string& out);

/// Precondition: what pack() gave, alone. The rows' text stands in `packed`.
void unpack(std::string_view packed, Rows& rows);

}  // namespace dateline::store
