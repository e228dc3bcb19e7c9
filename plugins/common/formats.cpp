#include "formats.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

namespace common {
namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    std::string_view format;
    std::size_t at = 0;
};

// Longer ones before those that they begin with.
constexpr std::array magics = {
    Magic{"%PDF-"sv, "PDF"},
    Magic{"%!PS"sv, "PostScript"},
    Magic{"PK\x03\x04"sv, "ZIP (as DOCX, ODT and EPUB are)"},
    Magic{"PK\x05\x06"sv, "ZIP"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "old Microsoft Office (DOC, XLS, PPT) or MSG"},
    Magic{"\x89PNG\r\n\x1A\n"sv, "PNG"},
    Magic{"\xFF\xD8\xFF"sv, "JPEG"},
    Magic{"GIF87a"sv, "GIF"},
    Magic{"GIF89a"sv, "GIF"},
    Magic{"II*\0"sv, "TIFF"},
    Magic{"MM\0*"sv, "TIFF"},
    Magic{"BM"sv, "BMP"},
    Magic{"WEBP"sv, "WebP", 8},
    Magic{"WAVE"sv, "WAV", 8},
    Magic{"AVI "sv, "AVI", 8},
    Magic{"ftyp"sv, "MP4 or HEIF", 4},
    Magic{"OggS"sv, "Ogg"},
    Magic{"fLaC"sv, "FLAC"},
    Magic{"ID3"sv, "MP3"},
    Magic{"\x1A\x45\xDF\xA3"sv, "Matroska or WebM"},
    Magic{"\x1F\x8B"sv, "gzip"},
    Magic{"BZh"sv, "bzip2"},
    Magic{"\xFD"
          "7zXZ\0"sv, "xz"},
    Magic{"\x28\xB5\x2F\xFD"sv, "Zstandard"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "7-Zip"},
    Magic{"Rar!\x1A\x07"sv, "RAR"},
    Magic{"ustar"sv, "tar", 257},
    Magic{"\x7F"
          "ELF"sv, "ELF"},
    Magic{"MZ"sv, "a Windows program"},
    Magic{"\xCF\xFA\xED\xFE"sv, "a macOS program"},
    Magic{"\xCA\xFE\xBA\xBE"sv, "a Java class or macOS program"},
    Magic{"\0asm"sv, "WebAssembly"},
    Magic{"SQLite format 3\0"sv, "SQLite"},
    Magic{"wOFF"sv, "WOFF"},
    Magic{"wOF2"sv, "WOFF2"},
    Magic{"\0\x01\0\0\0"sv, "TrueType"},
    Magic{"OTTO"sv, "OpenType"},
};

constexpr std::size_t looked_at = 4096;

// Without branches, so that many bytes are looked at at once.
bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool white = (byte >= '\t') & (byte <= '\r');
    return ((byte < 0x20) & !white & (byte != 0x1B) & (byte != 0)) | (byte == 0x7F);
}

// Short magics stand in texts too ("BMW", "MZ"): those of letters alone need a control byte nearby.
bool needs_control(const Magic& magic) {
    const auto is_printable = [](char c) { return c >= ' ' && c < 0x7F; };
    return magic.format != "PDF" && magic.format != "PostScript" && std::all_of(magic.bytes.begin(), magic.bytes.end(), is_printable);
}

bool has_control(std::string_view bytes) {
    const auto is_binary = [](char c) { return c == '\0' || is_control(c); };
    return std::any_of(bytes.begin(), bytes.end(), is_binary);
}

bool starts_with_ignoring_case(std::string_view bytes, std::string_view lower) {
    return bytes.size() >= lower.size() && std::equal(lower.begin(), lower.end(), bytes.begin(), [](char expected, char c) {
               return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
           });
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view skip_space(std::string_view bytes) {
    bytes.remove_prefix(static_cast<std::size_t>(std::find_if_not(bytes.begin(), bytes.end(), is_space) - bytes.begin()));
    return bytes;
}

// Past comments and the XML declaration, which may stand before the first element.
std::string_view first_element(std::string_view bytes) {
    for (bytes = skip_space(bytes); bytes.starts_with("<!--") || bytes.starts_with("<?"); bytes = skip_space(bytes)) {
        const std::string_view end = bytes.starts_with("<?") ? "?>" : "-->";
        const std::size_t at = bytes.find(end);
        bytes.remove_prefix(at == std::string_view::npos ? bytes.size() : at + end.size());
    }
    return bytes;
}

constexpr std::array html_elements = {
    "!doctype html"sv, "html"sv, "head"sv, "body"sv, "title"sv, "meta"sv, "link"sv, "base"sv, "script"sv, "style"sv, "noscript"sv, "div"sv, "table"sv, "p"sv, "br"sv,
    "h1"sv, "h2"sv, "h3"sv, "main"sv, "article"sv, "section"sv, "header"sv, "footer"sv, "nav"sv, "aside"sv, "center"sv, "font"sv, "span"sv, "ul"sv, "ol"sv, "form"sv,
    "iframe"sv, "blockquote"sv, "h4"sv, "h5"sv, "h6"sv, "li"sv, "dl"sv, "pre"sv, "figure"sv, "picture"sv, "img"sv, "hr"sv,
};

// Short as they are they count only with their end.
constexpr std::array html_inline_elements = {"a"sv, "b"sv, "i"sv, "u"sv, "em"sv, "strong"sv, "small"sv, "big"sv, "abbr"sv, "cite"sv, "q"sv, "sup"sv, "sub"sv};

bool begins_element(std::string_view bytes, std::string_view name) {
    const std::string_view rest = bytes.substr(1);
    return starts_with_ignoring_case(rest, name) && rest.size() > name.size() && (is_space(rest[name.size()]) || rest[name.size()] == '>' || rest[name.size()] == '/');
}

bool has_end(std::string_view bytes, std::string_view name) {
    for (std::size_t at = bytes.find("</"); at != std::string_view::npos; at = bytes.find("</", at + 2)) {
        if (begins_element(bytes.substr(at + 1), name)) return true;
    }
    return false;
}

bool begins_html(std::string_view bytes) {
    if (!bytes.starts_with('<')) return false;
    return std::any_of(html_elements.begin(), html_elements.end(), [&](std::string_view name) { return begins_element(bytes, name); }) ||
           std::any_of(html_inline_elements.begin(), html_inline_elements.end(), [&](std::string_view name) { return begins_element(bytes, name) && has_end(bytes, name); });
}

}  // namespace

std::string_view format_of(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, looked_at);
    for (const Magic& magic : magics) {
        if (head.size() > magic.at && head.substr(magic.at).starts_with(magic.bytes) && (!needs_control(magic) || has_control(head))) {
            return magic.format;
        }
    }
    return {};
}

std::string_view no_document(std::string_view bytes) {
    constexpr std::array documents = {"PDF"sv,  "PostScript"sv, "ZIP"sv,       "old Microsoft Office"sv, "gzip"sv, "bzip2"sv,
                                      "xz"sv,   "Zstandard"sv,  "7-Zip"sv,     "RAR"sv,                  "tar"sv};
    const std::string_view format = format_of(bytes);
    const auto is_it = [&](std::string_view document) { return format.starts_with(document); };
    return std::any_of(documents.begin(), documents.end(), is_it) ? std::string_view() : format;
}

std::string_view markup_of(std::string_view bytes) {
    if (bytes.starts_with("{\\rtf")) {
        return "RTF";
    }
    const std::string_view head = bytes.substr(0, 16 * looked_at);
    if (begins_html(first_element(head))) {
        return "HTML";
    }
    return skip_space(head).starts_with("<?xml") ? "XML" : std::string_view();
}

bool looks_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 16 * looked_at);
    std::uint32_t controls = 0, nuls = 0;
    for (const char c : head) {
        controls += is_control(c);
        nuls += c == '\0';
    }
    return controls * 50 > head.size() || nuls * 5 > head.size() || (nuls > 0 && controls * 200 > head.size());
}

}  // namespace common
