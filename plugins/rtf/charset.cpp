#include "charset.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rtf {

std::string_view charset_of_page(std::int32_t page) {
    static constexpr std::array<std::pair<std::int32_t, std::string_view>, 26> pages = {{
        {437, "CP437"},
        {850, "CP850"},
        {852, "CP852"},
        {855, "CP855"},
        {857, "CP857"},
        {866, "CP866"},
        {874, "CP874"},
        {932, "CP932"},
        {936, "GBK"},
        {949, "CP949"},
        {950, "BIG5-HKSCS"},
        {1250, "CP1250"},
        {1251, "CP1251"},
        {1252, "CP1252"},
        {1253, "CP1253"},
        {1254, "CP1254"},
        {1255, "CP1255"},
        {1256, "CP1256"},
        {1257, "CP1257"},
        {1258, "CP1258"},
        {1361, "JOHAB"},
        {10000, "MACINTOSH"},
        {10001, "CP932"},
        {10007, "MAC-CYRILLIC"},
        {10029, "MAC-CENTRALEUROPE"},
        {65001, "UTF-8"},
    }};
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const auto& one) { return one.first == page; });
    return found == pages.end() ? std::string_view() : found->second;
}

std::int32_t page_of_font(std::int32_t font_charset) {
    switch (font_charset) {
        case 0:
            return 1252;
        case 77:
            return 10000;
        case 78:
            return 932;
        case 128:
            return 932;
        case 129:
            return 949;
        case 130:
            return 1361;
        case 134:
            return 936;
        case 136:
            return 950;
        case 161:
            return 1253;
        case 162:
            return 1254;
        case 163:
            return 1258;
        case 177:
            return 1255;
        case 178:
            return 1256;
        case 186:
            return 1257;
        case 204:
            return 1251;
        case 222:
            return 874;
        case 238:
            return 1250;
        case 254:
            return 437;
        case 255:
            return 850;
        default:
            return 0;
    }
}

std::string_view language_of(std::int32_t number) {
    // The primary language is in the low ten bits.
    static constexpr std::array<std::pair<std::int32_t, std::string_view>, 24> languages = {{
        {0x01, "ar"}, {0x02, "bg"}, {0x03, "ca"}, {0x04, "zh"}, {0x05, "cs"}, {0x06, "da"}, {0x07, "de"}, {0x08, "el"},
        {0x0A, "es"}, {0x0B, "fi"}, {0x0C, "fr"}, {0x0D, "he"}, {0x0E, "hu"}, {0x10, "it"}, {0x11, "ja"}, {0x12, "ko"},
        {0x13, "nl"}, {0x15, "pl"}, {0x16, "pt"}, {0x18, "ro"}, {0x19, "ru"}, {0x1D, "sv"}, {0x1F, "tr"}, {0x22, "uk"},
    }};
    const auto found = std::find_if(languages.begin(), languages.end(), [&](const auto& one) { return one.first == (number & 0x3FF); });
    return found == languages.end() ? std::string_view() : found->second;
}

}  // namespace rtf
