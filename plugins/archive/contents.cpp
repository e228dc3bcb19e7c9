#include "contents.h"

#include <archive_entry.h>

#include <algorithm>
#include <cerrno>

#include "dateline/plugin.hpp"
#include "formats.h"
#include "names.h"
#include "streams.h"

namespace dateline::archive_reader {
namespace {

// In the C locale libarchive gives names as UTF-8 where the archive says that they are, and as bytes elsewhere.
std::string name_of(archive_entry* entry, Writer writer) {
    if (const char* bytes = archive_entry_pathname(entry)) {
        return utf8_name(bytes, writer);
    }
    const char* name = archive_entry_pathname_utf8(entry);
    return name == nullptr ? std::string() : std::string(name);
}

// Of compressed bytes small pieces, so that a bomb is stopped before it has gone far.
constexpr std::size_t piece_bytes = std::size_t{4} << 10;
constexpr std::uint64_t most_unpacked = std::uint64_t{256} << 20;  ///< bytes, or
constexpr std::uint64_t most_growth = 128;                         ///< times as many as are compressed
constexpr std::uint64_t most_passed = most_unpacked / 512;         ///< blocks that are no header
constexpr std::string_view bomb = "a limit is exceeded: it unpacks to more than 128 times its size";

}  // namespace

Contents::Contents(std::string_view bytes, Shape shape) : bytes_(bytes), streams_(bytes.substr(0, end_of_streams(bytes))), archive_(archive_read_new()) {
    if (archive_ == nullptr) {
        throw Error("there is not enough memory to open it");
    }
    archive* opened = archive_.get();
    for (const auto support : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz, archive_read_support_filter_zstd,
                               archive_read_support_format_raw, archive_read_support_format_empty}) {
        support(opened);
    }
    if (shape == Shape::any) {
        for (const auto support : {archive_read_support_format_zip, archive_read_support_format_tar, archive_read_support_format_7zip}) {
            support(opened);
        }
        archive_read_set_format_option(opened, "tar", "read_concatenated_archives", "1");
    }
    if (is_gzip(bytes)) {
        gunzip_.emplace(bytes);
    }
    const bool streamed = format_of(bytes).compressed;
    if ((streamed ? archive_read_open(opened, this, nullptr, give_piece, nullptr) : archive_read_open_memory(opened, bytes.data(), bytes.size())) != ARCHIVE_OK) {
        throw Error(problem());
    }
}

la_ssize_t Contents::give_piece(archive* opened, void* self, const void** piece) {
    Contents& contents = *static_cast<Contents*>(self);
    if (static_cast<std::uint64_t>(archive_filter_bytes(opened, 0)) > std::max<std::uint64_t>(most_unpacked, most_growth * contents.bytes_.size())) {
        archive_set_error(opened, EFBIG, "%s", bomb.data());
        return -1;
    }
    if (contents.gunzip_) {
        const std::string_view unpacked = contents.gunzip_->next();
        *piece = unpacked.data();
        return static_cast<la_ssize_t>(unpacked.size());
    }
    const std::string_view rest = contents.streams_.substr(contents.given_).substr(0, piece_bytes);
    contents.given_ += rest.size();
    *piece = rest.data();
    return static_cast<la_ssize_t>(rest.size());
}

bool Contents::next(Entry& entry) {
    archive_entry* header = nullptr;
    int status = archive_read_next_header(archive_.get(), &header);
    for (; status == ARCHIVE_RETRY && passed_blocks_ < most_passed; ++passed_blocks_) {
        status = archive_read_next_header(archive_.get(), &header);
    }
    if (status == ARCHIVE_EOF) {
        ended_ = true;
        return false;
    }
    if (status < ARCHIVE_WARN) {
        throw Error(problem());
    }
    const bool is_zip = (archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
    entry.name = is_single_file() ? std::string() : name_of(header, is_zip ? Writer::dos : Writer::unix);
    entry.is_folder = archive_entry_filetype(header) == AE_IFDIR;
    entry.is_file = archive_entry_filetype(header) == AE_IFREG && archive_entry_hardlink(header) == nullptr && archive_entry_hardlink_utf8(header) == nullptr;
    entry.is_encrypted = archive_entry_is_data_encrypted(header) != 0;
    return true;
}

bool Contents::is_single_file() { return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW; }

// Block by block: what libarchive warns about is in its last block, which archive_read_data would drop.
Contents::Problem Contents::read(std::uint64_t limit, std::string& bytes) {
    bytes.clear();
    while (bytes.size() <= limit) {
        const void* block = nullptr;
        std::size_t size = 0;
        la_int64_t at = 0;
        const int status = archive_read_data_block(archive_.get(), &block, &size, &at);
        if (status == ARCHIVE_EOF) {
            ended_ = is_single_file();
            return {ended_ ? cut() : std::string()};
        }
        if (status < ARCHIVE_WARN) {
            return {problem()};
        }
        bytes.resize(std::clamp<std::uint64_t>(static_cast<std::uint64_t>(at), bytes.size(), limit + 1));  // a hole in a sparse file
        bytes.append(static_cast<const char*>(block), std::min<std::uint64_t>(size, limit + 1 - bytes.size()));
        if (status == ARCHIVE_WARN) {
            return {"differs from what the archive says of it (" + reason() + ")", true};
        }
    }
    return {};
}

std::uint64_t Contents::bytes_behind() const {
    if (!ended_ || !is_compressed()) {
        return 0;
    }
    const std::string_view rest = gunzip_ ? gunzip_->rest() : bytes_.substr(std::min(bytes_.size(), static_cast<std::size_t>(archive_filter_bytes(archive_.get(), -1))));
    const std::size_t at = rest.find_first_not_of('\0');
    return at == std::string_view::npos ? 0 : rest.size() - at;
}

std::string Contents::cut() const {
    return gunzip_ && !gunzip_->problem().empty() ? "it is corrupt or cut off (" + gunzip_->problem() + ")" : std::string();
}

std::string Contents::reason() const {
    const char* message = archive_error_string(archive_.get());
    return message == nullptr ? "no reason is given" : message;
}

std::string Contents::problem() const {
    const std::string text = reason();
    if (text == bomb) {
        return text;
    }
    if (text.find("too many filters") != std::string::npos) {
        return "it is compressed again and again, more often than the limit";
    }
    return "it is corrupt or cut off (" + text + ")";
}

}  // namespace dateline::archive_reader
