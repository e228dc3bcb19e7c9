#include "package.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

#include "dateline/plugin.hpp"

namespace office {
namespace {

using dateline::Error;

struct Close {
    void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, Close>;

Archive open_zip(std::string_view bytes) {
    Archive opened(archive_read_new());
    if (!opened || archive_read_support_format_zip(opened.get()) != ARCHIVE_OK) {
        throw Error("libarchive cannot read ZIP here");
    }
    if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        return {};
    }
    return opened;
}

std::string why(archive* opened) {
    const char* text = archive_error_string(opened);
    return text == nullptr ? "the ZIP is broken" : text;
}

// False when the member is damaged.
bool unpack(archive* opened, std::string_view path, std::uint64_t& total, std::string& content) {
    std::array<char, 64u << 10> buffer;
    for (;;) {
        const la_ssize_t got = archive_read_data(opened, buffer.data(), buffer.size());
        if (got <= 0) return got == 0;
        content.append(buffer.data(), static_cast<std::size_t>(got));
        total += static_cast<std::uint64_t>(got);
        if (content.size() > Package::largest_member || total > Package::largest_total) {
            throw Error("a limit is exceeded: " + std::string(path) + " unpacks to more than " +
                        std::to_string((content.size() > Package::largest_member ? Package::largest_member : Package::largest_total) >> 20) + " MiB");
        }
    }
}

}  // namespace

const std::string* Package::find(std::string_view path) const {
    const auto found = members.find(path);
    return found == members.end() ? nullptr : &found->second;
}

Package open_package(std::string_view bytes, const std::function<bool(std::string_view path)>& wanted) {
    Package package;
    const Archive opened = open_zip(bytes);
    if (!opened) {
        package.damage = "it has no directory of its members";
        return package;
    }
    std::uint64_t total = 0;
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(opened.get(), &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        if (++package.member_count > Package::most_members) {
            throw Error("a limit is exceeded: it has more than " + std::to_string(Package::most_members) + " members");
        }
        const char* name = archive_entry_pathname_utf8(entry);
        const std::string path = name == nullptr ? "" : name;
        if (path.empty() || !wanted(path) || package.members.count(path) != 0) continue;
        if (archive_entry_is_encrypted(entry) == 1) throw Error("it is encrypted, a password is needed");
        if (!unpack(opened.get(), path, total, package.members[path])) {
            package.damage = path + ": " + why(opened.get());
        }
    }
    if (status != ARCHIVE_EOF && package.damage.empty()) package.damage = why(opened.get());
    return package;
}

}  // namespace office
