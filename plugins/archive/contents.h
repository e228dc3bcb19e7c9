/// The entries of an archive or compressed file, one after another, by libarchive.
#pragma once

#include <archive.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::archive_reader {

struct Entry {
    std::string name;           ///< UTF-8; empty when there is none, as for a compressed file
    bool is_file = false;       ///< a regular file with contents of its own
    bool is_folder = false;
    bool is_encrypted = false;
};

/// Only formats and compressions that libarchive decodes itself: none starts a program, and none writes to disk.
class Contents {
public:
    /// The bytes must outlive it. Throws dateline::Error when they cannot be opened.
    explicit Contents(std::string_view bytes);

    /// False at the end. Throws dateline::Error when the archive is damaged.
    bool next(Entry& entry);
    struct Problem {
        std::string sentence;   ///< goes on from "it", or from its name; empty when there is none
        bool harmless = false; ///< the bytes are there, but differ from what the archive says of them
    };
    /// The contents of the last entry: of a longer one only limit + 1 bytes.
    Problem read(std::uint64_t limit, std::string& bytes);
    /// It is a compressed file and no archive.
    bool is_single_file();
    bool is_compressed() { return archive_filter_count(archive_.get()) > 1; }

private:
    struct Close {
        void operator()(archive* opened) const { archive_read_free(opened); }
    };

    std::string reason() const;
    std::string problem() const;

    std::unique_ptr<archive, Close> archive_;
};

}  // namespace dateline::archive_reader
