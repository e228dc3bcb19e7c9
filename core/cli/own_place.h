/// Where the program lies, and how to say so in a command.
#pragma once

#include <filesystem>
#include <string>

namespace dateline::cli {

/// The program as a shell finds it again: "dateline" when PATH leads to it, else its path.
std::string own_name();

/// The folder above bin/, in which what belongs to the program lies.
std::filesystem::path own_prefix();

/// Whether compilers and CMake look there by themselves.
bool is_usual_prefix(const std::filesystem::path& prefix);

/// A word of a shell's command line that means `text`.
std::string shell_word(const std::string& text);

}  // namespace dateline::cli
