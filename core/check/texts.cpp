#include <algorithm>

#include "core/check/subject.h"

namespace dateline::check {
namespace {

constexpr std::string_view release =
    "Eastport Logistics and Harbour College open a practice base\n"
    "2024-04-01\n\n"
    "EASTPORT, April 1 — Eastport Logistics Co., Ltd. (hereinafter referred to as “Eastport Logistics”) and Harbour College unveiled the Zizhu Practice Base on "
    "March 21, 2024. The base, built by the two sides for 12.5 million yuan (US$1.7 million), opens its doors in September.\n\n"
    "“We began with nine students,” said Li Na, dean of the School of Commerce at Harbour College. Prof. Zhang Wei, former president of the college, and "
    "Dr. María O’Brien, Chief Technology Officer of Eastport Logistics, attended the ceremony last Thursday.\n\n"
    "Contact: press@eastport.example, +86 21 5555 0199, https://eastport.example/news?id=7\n";

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

// Hard-wrapped, with CR LF.
std::string wrapped() {
    std::string out;
    std::size_t column = 0;
    for (const char byte : release) {
        const bool breaks = byte == '\n' || (byte == ' ' && column > 60);
        if (breaks) {
            out += "\r\n";
            column = 0;
        } else {
            out += byte;
            ++column;
        }
    }
    return out;
}

// Four bytes each, with letters that are no letters, controls, noncharacters and what joins and turns what stands beside it.
std::string odd_characters() {
    return "Li\u200DNa \u202EMarch 21\u202C \uFDD0\uFFFE\uFFFF \U0001FFFE\U0010FFFF \x01\x1F\x7F\xC2\x85 \uFEFFLi\u00ADNa \u2028Zhang\u2029Weix \uE000 "
           "\u1100\u1161\u11A8 \u0E01\u0E33 \u0915\u094D\u0937 \U0001F1E8\U0001F1F3\U0001F1E8 ％２０２４ ＬＩ ﬁ ß İ ſ K\n";
}

}  // namespace

std::vector<Text> standard_texts() {
    using enum Text::Kind;
    return {
        {ordinary, "an ordinary press release", std::string(release)},
        {ordinary, "the same with short lines", wrapped()},
        {ordinary, "a text without a full stop", repeated("Li Na of Harbour College on March 21 and ", 500)},
        {ordinary, "a text in capitals", "EASTPORT LOGISTICS NAMES LI NA PRESIDENT OF HARBOUR COLLEGE ON MARCH 21\n"},
        {empty, "an empty text", ""},
        {empty, "nothing but white space", " \n\t\n\xC2\xA0\n   "},
        {empty, "one word", "May"},
        {empty, "one full stop", "."},
        {language, "Chinese", "东港学院院长李娜2024年3月21日在紫竹实习基地揭牌仪式上讲话。东港物流有限公司总经理张伟出席。\n"},
        {language, "German", "Die Hafenhochschule in Osthafen eröffnete am 21. März 2024 für 12,5 Millionen Euro einen Übungsplatz.\n"},
        {language, "right-to-left writing", "قالت لي نا، عميدة كلية هاربور، يوم 21 مارس 2024.\n‏הודעה לעיתונות, 21 במרץ 2024.\n"},
        {unicode, "characters of four bytes", repeated("\xF0\x9D\x93\x9C\xF0\x9F\x98\x80 \xF0\xA0\x80\x80 21 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\x93, ", 200)},
        {unicode, "combining marks", "Li" + repeated("\xCC\x81", 2000) + " Na met Ma\xCC\x8Arch 2\xCC\x81" "1.\n"},
        {unicode, "characters that few expect", odd_characters()},
        {bytes, "bytes that are no UTF-8", "Li Na \xFF\xFE\x80 of Harbour \xC3( College on March 21\xE2\x82.\n"},
        {bytes, "NUL characters", std::string("Li\0Na\0 of Harbour College, March 21\0\n", 37)},
        {bytes, "UTF-16", std::string("\xFF\xFEL\0i\0 \0N\0a\0,\0 \0M\0a\0y\0 \0" "2\0" "1\0\n\0", 30)},
        {line, "one word of 100,000 letters", repeated("Ab", 50000)},
        {line, "100,000 digits", repeated("2024-", 20000)},
        {line, "ten thousand lines of a character", repeated("-\n", 10000)},
        {nested, "ten thousand open brackets", repeated("([", 5000) + "Li Na" + repeated("“", 100)},
        {many, "two thousand dates in a row", repeated("March 21, 2024 ", 2000)},
        {many, "two thousand names in a row", repeated("Li Na, Zhang Wei, Harbour College; ", 1000)},
    };
}

std::string long_text(std::size_t size) {
    const std::string piece = std::string(release) + "\n";
    return repeated(piece, std::max<std::size_t>(1, size / piece.size()));
}

}  // namespace dateline::check
