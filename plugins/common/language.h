/// Languages as documents declare them.
#pragma once

#include <string>
#include <string_view>

namespace common {

/// "de-DE" and "de_de" become "de", "zh-Hant-TW" and "zh-TW" "zh-Hant"; empty when it is no language, or the tag for none, several or an unknown one.
std::string plain_language(std::string_view tag);

}  // namespace common
