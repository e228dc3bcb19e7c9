/// The members of a ZIP package (DOCX, ODT) that a reader asks for, within limits.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace office {

struct Package {
    static constexpr std::uint64_t largest_member = 32u << 20;  ///< bytes, unpacked: a document of a thousand pages has 10 MiB of XML
    static constexpr std::uint64_t largest_total = 64u << 20;
    static constexpr std::uint32_t most_members = 10000;

    std::map<std::string, std::string, std::less<>> members;  ///< those that were wanted, by path
    std::uint32_t member_count = 0;
    std::string damage;  ///< why the rest could not be read; empty when all was

    const std::string* find(std::string_view path) const;
};

/// Unpacks what `wanted` says yes to. Throws dateline::Error when a limit is exceeded or a member is encrypted; damage is told in the package.
Package open_package(std::string_view bytes, const std::function<bool(std::string_view path)>& wanted);

}  // namespace office
