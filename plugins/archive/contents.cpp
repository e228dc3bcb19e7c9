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

std::string Contents::read(std::uint64_t limit, std::string& bytes) {
    constexpr std::size_t step = 64u << 10;
    bytes.clear();
    while (bytes.size() <= limit) {
        const std::size_t before = bytes.size();
        const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(std::max(step, before), limit + 1 - before));
        bytes.resize(before + wanted);
        const la_ssize_t count = archive_read_data(archive_.get(), bytes.data() + before, wanted);
        bytes.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
        if (count < 0) {
            return problem();
        }
        if (count == 0) {
            break;
        }
    }
    return {};
}

std::string Contents::problem() const {
    const char* message = archive_error_string(archive_.get());
    const std::string_view text = message == nullptr ? "no reason is given" : message;
    if (text.find("too many filters") != std::string_view::npos) {
        return "it is compressed again and again, more often than the limit";
    }
    return "it is corrupt or cut off (" + std::string(text) + ")";
}

}  // namespace dateline::archive_reader
