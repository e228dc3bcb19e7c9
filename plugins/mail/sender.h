/// Who a mail is from.
#pragma once

#include <string>
#include <string_view>

namespace mail {

/// The name in a field of addresses: of `"Doe, Jane" <jane@example.org>` and `jane@example.org (Jane Doe)`. Empty when there is only an address.
std::string sender_name(std::string_view field, std::string_view charset);

}  // namespace mail
