#include "core/cli/trial.h"

namespace dateline::cli {
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

}  // namespace

std::vector<TrialText> trial_texts() {
    return {
        {"an ordinary press release", std::string(release)},
        {"the same with short lines", wrapped()},
        {"an empty text", ""},
        {"nothing but white space", " \n\t\n\xC2\xA0\n   "},
        {"one word", "May"},
        {"a text without a full stop", repeated("Li Na of Harbour College on March 21 and ", 500)},
        {"a text in capitals", "EASTPORT LOGISTICS NAMES LI NA PRESIDENT OF HARBOUR COLLEGE ON MARCH 21\n"},
        {"Chinese", "东港学院院长李娜2024年3月21日在紫竹实习基地揭牌仪式上讲话。东港物流有限公司总经理张伟出席。\n"},
        {"right-to-left writing", "قالت لي نا، عميدة كلية هاربور، يوم 21 مارس 2024.\n‏הודעה לעיתונות, 21 במרץ 2024.\n"},
        {"characters of four bytes", repeated("\xF0\x9D\x93\x9C\xF0\x9F\x98\x80 \xF0\xA0\x80\x80 21 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\x93, ", 200)},
        {"combining marks", "Li" + repeated("\xCC\x81", 2000) + " Na met Ma\xCC\x8Arch 2\xCC\x81" "1.\n"},
        {"bytes that are no UTF-8", "Li Na \xFF\xFE\x80 of Harbour \xC3( College on March 21\xE2\x82.\n"},
        {"NUL characters", std::string("Li\0Na\0 of Harbour College, March 21\0\n", 37)},
        {"ten thousand open brackets", repeated("([", 5000) + "Li Na" + repeated("“", 100)},
        {"two thousand dates in a row", repeated("March 21, 2024 ", 2000)},
        {"two thousand names in a row", repeated("Li Na, Zhang Wei, Harbour College; ", 1000)},
        {"one word of 100,000 letters", repeated("Ab", 50000)},
        {"100,000 digits", repeated("2024-", 20000)},
        {"ten thousand lines of a character", repeated("-\n", 10000)},
    };
}

}  // namespace dateline::cli
