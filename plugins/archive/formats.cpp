#include "formats.h"

#include <algorithm>
#include <array>

namespace dateline::archive_reader {
namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    Format format;
    std::size_t at = 0;
};

constexpr std::array magics = {
    Magic{"PK\x03\x04"sv, {"application/zip"}},
    Magic{"PK\x05\x06"sv, {"application/zip"}},
    Magic{"7z\xBC\xAF\x27\x1C"sv, {"application/x-7z-compressed"}},
    Magic{"ustar"sv, {"application/x-tar"}, 257},
    Magic{"\x1F\x8B\x08"sv, {"application/gzip", true}},
    Magic{"BZh"sv, {"application/x-bzip2", true}},
    Magic{"\xFD"
          "7zXZ\0"sv, {"application/x-xz", true}},
    Magic{"\x28\xB5\x2F\xFD"sv, {"application/zstd", true}},
};

constexpr std::size_t looked_at = 4096;

// "BZh" is three letters: a digit and the mark of a block, or of the end, follow it.
bool is_bzip2(std::string_view bytes) {
    const std::string_view mark = bytes.substr(0, 10).substr(bytes.size() < 4 ? bytes.size() : 4);
    return bytes.size() >= 10 && bytes[3] >= '1' && bytes[3] <= '9' && (mark == "1AY&SY"sv || mark == "\x17\x72\x45\x38\x50\x90"sv);
}

// A TAR from before "ustar": the sum of the bytes of its first header, which is stated in the header.
bool is_old_tar(std::string_view bytes) {
    if (bytes.size() < 512 || bytes[0] == '\0') {
        return false;
    }
    unsigned stated = 0, sum = 8 * ' ';
    for (std::size_t i = 0; i < 512; ++i) {
        sum += i >= 148 && i < 156 ? 0u : static_cast<unsigned char>(bytes[i]);
    }
    for (const char c : bytes.substr(148, 8)) {
        stated = c >= '0' && c <= '7' ? stated * 8 + static_cast<unsigned>(c - '0') : stated;
    }
    return stated == sum;
}

constexpr std::array suffixes = {".gz"sv, ".bz2"sv, ".xz"sv, ".zst"sv};

}  // namespace

Format format_of(std::string_view bytes) {
    for (const Magic& magic : magics) {
        const bool is_it = bytes.size() > magic.at && bytes.substr(magic.at).starts_with(magic.bytes);
        if (is_it && (magic.bytes != "BZh" || is_bzip2(bytes))) {
            return magic.format;
        }
    }
    return is_old_tar(bytes) ? Format{"application/x-tar"} : Format{};
}

std::optional<std::uint32_t> listed_in_zip(std::string_view bytes) {
    constexpr std::uint32_t said_elsewhere = 0xFFFF;  // ZIP64
    const std::size_t list = bytes.starts_with("PK"sv) ? bytes.rfind("PK\x05\x06"sv) : std::string_view::npos;
    if (list == std::string_view::npos || bytes.size() - list < 22) {
        return std::nullopt;
    }
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[list + at])); };
    const std::uint32_t count = byte(10) | byte(11) << 8;
    return count == said_elsewhere ? std::nullopt : std::optional(count);
}

std::string_view document_in_zip(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, looked_at);
    const auto has = [&](std::string_view word) { return head.find(word) != std::string_view::npos; };
    if (!bytes.starts_with("PK\x03\x04"sv)) {
        return {};
    }
    if (has("mimetype") && has("application/vnd.oasis.opendocument")) return "OpenDocument (ODT, ODS, ODP)";
    if (has("mimetype") && has("application/epub+zip")) return "EPUB";
    // Names of entries stand in the list at the end as well, wherever the entries are.
    const std::string_view tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), std::size_t{64} << 10));
    const auto listed = [&](std::string_view word) { return has(word) || tail.find(word) != std::string_view::npos; };
    if (listed("[Content_Types].xml")) {
        return listed("word/") ? "DOCX" : listed("xl/") ? "XLSX" : listed("ppt/") ? "PPTX" : "an Office document";
    }
    return {};
}

std::string_view name_inside(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);
    for (const std::string_view suffix : suffixes) {
        if (name.size() > suffix.size() && name.ends_with(suffix)) {
            return name.substr(0, name.size() - suffix.size());
        }
    }
    return {};
}

}  // namespace dateline::archive_reader
