#include "contents.h"

#include <archive_entry.h>

#include <algorithm>

#include "dateline/plugin.hpp"
#include "names.h"

namespace dateline::archive_reader {
namespace {

// In the C locale libarchive gives names as UTF-8 where the archive says that they are, and as bytes elsewhere.
std::string name_of(archive_entry* entry) {
    if (const char* bytes = archive_entry_pathname(entry)) {
        return utf8_name(bytes);
    }
    const char* name = archive_entry_pathname_utf8(entry);
    return name == nullptr ? std::string() : std::string(name);
}

}  // namespace

Contents::Contents(std::string_view bytes) : archive_(archive_read_new()) {
    if (archive_ == nullptr) {
        throw Error("there is not enough memory to open it");
    }
    archive* opened = archive_.get();
    for (const auto support : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz, archive_read_support_filter_zstd,
                               archive_read_support_format_zip, archive_read_support_format_tar, archive_read_support_format_7zip,
                               archive_read_support_format_raw}) {
        support(opened);
    }
    if (archive_read_open_memory(opened, bytes.data(), bytes.size()) != ARCHIVE_OK) {
        throw Error(problem());
    }
}

bool Contents::next(Entry& entry) {
    archive_entry* header = nullptr;
    int status = ARCHIVE_RETRY;
    for (int tries = 0; status == ARCHIVE_RETRY && tries < 3; ++tries) {
        status = archive_read_next_header(archive_.get(), &header);
    }
    if (status == ARCHIVE_EOF) {
        return false;
    }
    if (status < ARCHIVE_WARN) {
        throw Error(problem());
    }
    entry.name = is_single_file() ? std::string() : name_of(header);
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
            break;
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

std::string Contents::reason() const {
    const char* message = archive_error_string(archive_.get());
    return message == nullptr ? "no reason is given" : message;
}

std::string Contents::problem() const {
    const std::string text = reason();
    if (text.find("too many filters") != std::string::npos) {
        return "it is compressed again and again, more often than the limit";
    }
    return "it is corrupt or cut off (" + text + ")";
}

}  // namespace dateline::archive_reader
