/// Bytes as they are encoded for transfer.
#pragma once

#include <string>
#include <string_view>

namespace mail {

/// What is no base64 is passed over, and padding in between is no end.
std::string from_base64(std::string_view encoded);

/// What is no quoted-printable stays as it is.
std::string from_quoted_printable(std::string_view encoded);

/// By the value of Content-Transfer-Encoding: "base64", "Quoted-Printable"; others change nothing.
std::string decoded_transfer(std::string_view bytes, std::string_view encoding);

}  // namespace mail
