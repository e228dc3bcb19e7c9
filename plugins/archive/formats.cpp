#include "formats.h"

#include <algorithm>
#include <array>

#include "numbers.h"

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

namespace {

// Where the end of a ZIP file tells of its list of entries (APPNOTE.TXT, 4.3.16); npos when it is cut off.
std::size_t end_of_list(std::string_view bytes) {
    const std::size_t end = bytes.starts_with("PK"sv) ? bytes.rfind("PK\x05\x06"sv) : std::string_view::npos;
    return end == std::string_view::npos || bytes.size() - end < 22 ? std::string_view::npos : end;
}

// Names in the list, as far as they help (4.3.12); of a file that is cut off the name of its first entry.
std::vector<std::string_view> entry_names(std::string_view bytes) {
    constexpr std::size_t most_names = 1000, fixed = 46;
    std::vector<std::string_view> names;
    const std::size_t end = end_of_list(bytes);
    if (end == std::string_view::npos) {
        if (bytes.size() > 30) names.push_back(bytes.substr(30, number_at(bytes, 26, 2)));
        return names;
    }
    const std::uint64_t size = number_at(bytes, end + 12, 4);
    std::size_t at = size <= end ? end - size : end;  // what stands before the archive moves its list
    while (names.size() < most_names && at + fixed <= end && bytes.substr(at, 4) == "PK\x01\x02"sv) {
        names.push_back(bytes.substr(at + fixed, number_at(bytes, at + 28, 2)));
        at += fixed + number_at(bytes, at + 28, 2) + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return names;
}

}  // namespace

std::vector<std::string_view> joined_zips(std::string_view bytes) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = end_of_list(bytes);
        const std::uint64_t known = end == std::string_view::npos ? 0 : number_at(bytes, end + 12, 4) + number_at(bytes, end + 16, 4);
        const std::uint64_t begin = known == 0 || known >= end ? 0 : end - known;
        if (begin == 0 || !bytes.substr(begin).starts_with("PK\x03\x04"sv)) {
            break;
        }
        parts.push_back(bytes.substr(begin));
        bytes = bytes.substr(0, begin);
    }
    parts.push_back(bytes);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

std::optional<std::uint32_t> listed_in_zip(std::string_view bytes) {
    constexpr std::uint32_t said_elsewhere = 0xFFFF;  // ZIP64
    const std::size_t end = end_of_list(bytes);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto count = static_cast<std::uint32_t>(number_at(bytes, end + 10, 2));
    return count == said_elsewhere ? std::nullopt : std::optional(count);
}

std::string_view document_in_zip(std::string_view bytes) {
    if (!bytes.starts_with("PK\x03\x04"sv) || bytes.size() < 38) {
        return {};
    }
    if (bytes.substr(30, 8) == "mimetype"sv) {
        const std::string_view type = bytes.substr(38, 120);
        if (type.find("application/vnd.oasis.opendocument"sv) != std::string_view::npos) return "OpenDocument (ODT, ODS, ODP)";
        if (type.find("application/epub+zip"sv) != std::string_view::npos) return "EPUB";
    }
    const std::vector<std::string_view> names = entry_names(bytes);
    const auto has = [&](auto is_it) { return std::any_of(names.begin(), names.end(), is_it); };
    const auto below = [&](std::string_view folder) { return has([folder](std::string_view name) { return name.starts_with(folder); }); };
    if (has([](std::string_view name) { return name == "[Content_Types].xml"; }) || (names.size() == 1 && (below("word/") || below("_rels/") || below("docProps/")))) {
        return below("xl/") ? "XLSX" : below("ppt/") ? "PPTX" : "DOCX";
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
