/// What a shared library exports.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::check {

struct Symbol {
    std::string name;
    bool weak = false;  ///< as compilers make of templates and inline functions, which may be defined many times
};

/// The functions and variables that an ELF library of this machine's kind defines for others. Empty for what is none.
std::vector<Symbol> exported_symbols(const std::filesystem::path& library);

}  // namespace dateline::check
