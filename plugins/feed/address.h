/// Addresses of entries, which may be relative.
#pragma once

#include <string>
#include <string_view>

namespace feed {

bool is_web_address(std::string_view address);

/// The address that a reference means in a document with that base address (RFC 3986); the reference itself where there is no base to go by.
std::string resolved(std::string_view base, std::string_view reference);

}  // namespace feed
