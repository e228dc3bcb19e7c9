#include "names.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>

namespace dateline::archive_reader {
namespace {

constexpr std::size_t longest_name = 4096;

std::optional<std::string> convert(std::string_view bytes, const char* charset) {
    const iconv_t handle = iconv_open("UTF-8", charset);
    if (handle == reinterpret_cast<iconv_t>(-1)) {
        return std::nullopt;
    }
    std::string input(bytes), out(bytes.size() * 4 + 16, '\0');
    char *from = input.data(), *to = out.data();
    std::size_t left = input.size(), room = out.size();
    const bool good = iconv(handle, &from, &left, &to, &room) != static_cast<std::size_t>(-1) && left == 0;
    iconv_close(handle);
    out.resize(out.size() - room);
    return good ? std::optional(out) : std::nullopt;
}

struct DeleteDetector {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

// One that writes Latin letters: the detector cannot tell these from DOS's by a few of them.
bool is_latin(std::string_view charset) {
    constexpr std::string_view latin[] = {"MAC-CENTRALEUROPE", "WINDOWS-1250", "WINDOWS-1252", "WINDOWS-1254", "WINDOWS-1257", "WINDOWS-1258", "ASCII", "UTF-8"};
    return charset.starts_with("ISO-8859-") || std::find(std::begin(latin), std::end(latin), charset) != std::end(latin);
}

// A name is short, and a detector wants much: what is repeated is as frequent as before.
std::string detected(std::string_view bytes) {
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, DeleteDetector> detector(uchardet_new());
    for (int i = 0; i < 16 && detector; ++i) {
        if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) {
            return {};
        }
    }
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

}  // namespace

bool is_system_file(std::string_view name) {
    const std::string_view last = name.substr(name.rfind('/') + 1);
    return name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini";
}

std::string utf8_name(std::string_view bytes, Writer writer) {
    bytes = bytes.substr(0, longest_name);
    std::optional<std::string> name = convert(bytes, "UTF-8");
    const std::string charset = name ? std::string() : detected(bytes);
    if (!charset.empty() && !is_latin(charset)) {
        name = convert(bytes, charset.c_str());
    }
    for (const char* latin : {writer == Writer::unix ? "WINDOWS-1252" : "CP437", "CP437"}) {
        if (!name) {
            name = convert(bytes, latin);
        }
    }
    return name.value_or("");
}

}  // namespace dateline::archive_reader
