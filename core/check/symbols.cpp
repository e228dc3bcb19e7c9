#include "core/check/symbols.h"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>

namespace dateline::check {
namespace {

using Header = ElfW(Ehdr);
using Section = ElfW(Shdr);
using Entry = ElfW(Sym);

// A struct at a place in the file; zeros where the file ends before it.
template <class Struct>
Struct at(std::string_view file, std::uint64_t offset) {
    Struct result{};
    if (offset <= file.size() && sizeof result <= file.size() - offset) {
        std::memcpy(&result, file.data() + offset, sizeof result);
    }
    return result;
}

bool is_export(const Entry& entry) {
    const unsigned binding = ELF64_ST_BIND(entry.st_info), type = ELF64_ST_TYPE(entry.st_info), visibility = ELF64_ST_VISIBILITY(entry.st_other);
    return entry.st_shndx != SHN_UNDEF && entry.st_shndx < SHN_LORESERVE && (binding == STB_GLOBAL || binding == STB_WEAK) &&
           (type == STT_FUNC || type == STT_OBJECT || type == STT_TLS || type == STT_GNU_IFUNC) && (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

std::string name_at(std::string_view file, std::uint64_t offset) {
    if (offset >= file.size()) {
        return "";
    }
    return std::string(file.substr(offset, file.find('\0', offset) - offset));
}

}  // namespace

std::vector<Symbol> exported_symbols(const std::filesystem::path& library) {
    std::ifstream stream(library, std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(stream), {}};
    std::vector<Symbol> result;
    const auto header = at<Header>(file, 0);
    if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0) {
        return result;
    }
    const auto section = [&](std::uint64_t index) { return at<Section>(file, header.e_shoff + index * sizeof(Section)); };
    for (std::uint64_t i = 0; i < header.e_shnum; ++i) {
        const Section symbols = section(i);
        if (symbols.sh_type != SHT_DYNSYM) {
            continue;
        }
        const Section names = section(symbols.sh_link);
        for (std::uint64_t j = 0; j < symbols.sh_size / sizeof(Entry); ++j) {
            const auto entry = at<Entry>(file, symbols.sh_offset + j * sizeof(Entry));
            if (is_export(entry)) {
                result.push_back({name_at(file, names.sh_offset + entry.st_name), ELF64_ST_BIND(entry.st_info) == STB_WEAK});
            }
        }
    }
    return result;
}

}  // namespace dateline::check
