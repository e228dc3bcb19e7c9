/// The entries of an archive or compressed file, one after another, by libarchive.
#pragma once

#include <archive.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gunzip.h"

namespace dateline::archive_reader {

struct Entry {
    std::string name;           ///< UTF-8; empty when there is none, as for a compressed file
    bool is_file = false;       ///< a regular file with contents of its own
    bool is_folder = false;
    bool is_encrypted = false;
};

/// What to take compressed bytes for: what is in them may begin like an archive without being one.
enum class Shape { any, single_file };

/// Only formats and compressions that libarchive decodes itself: none starts a program, and none writes to disk.
class Contents {
public:
    /// The bytes must outlive it. Throws dateline::Error when they cannot be opened.
    explicit Contents(std::string_view bytes, Shape shape = Shape::any);
    Contents(const Contents&) = delete;
    Contents& operator=(const Contents&) = delete;

    /// False at the end. Goes on behind blocks of a TAR that are no header. Throws dateline::Error when the archive is damaged otherwise.
    bool next(Entry& entry);
    /// How many blocks were passed over where a header should have been.
    std::uint64_t passed_blocks() const { return passed_blocks_; }
    /// How many bytes follow the last compressed part, from the first that is not 0; known at the end.
    std::uint64_t bytes_behind() const;
    struct Problem {
        std::string sentence;   ///< goes on from "it", or from its name; empty when there is none
        bool harmless = false; ///< the bytes are there, but differ from what the archive says of them
    };
    /// The contents of the last entry: of a longer one only limit + 1 bytes.
    Problem read(std::uint64_t limit, std::string& bytes);
    /// It is a compressed file and no archive.
    bool is_single_file();
    bool is_compressed() const { return gunzip_ || archive_filter_count(archive_.get()) > 1; }
    /// Why what is compressed ends before its end; goes on from "it". Empty when it does not, or that is known otherwise.
    std::string cut() const;

private:
    struct Close {
        void operator()(archive* opened) const { archive_read_free(opened); }
    };

    static la_ssize_t give_piece(archive* opened, void* self, const void** piece);
    std::string reason() const;
    std::string problem() const;

    const std::string_view bytes_, streams_;  ///< all, and without what stands behind the last compressed stream
    std::optional<Gunzip> gunzip_;
    std::size_t given_ = 0;
    std::uint64_t passed_blocks_ = 0;
    bool ended_ = false;
    std::unique_ptr<archive, Close> archive_;
};

}  // namespace dateline::archive_reader
