/// What the tests of the library give to it.
#pragma once

#include <string>
#include <string_view>

#include "dateline/dateline.hpp"

namespace dateline {

inline const std::string plugins_of_tests = BUILD_FOLDER "/tests/plugins/";
inline constexpr std::string_view article =
    "2024-04-01\nOn March 21, Li Na, President of Eastport Maritime University (EMU), unveiled “Harbour Base”, which EMU built.\n";

/// Two small files in a TAR archive.
std::string archive();

/// What a command prints.
std::string output_of(const std::string& command);

}  // namespace dateline
