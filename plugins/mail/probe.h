/// Whether bytes are a mail.
#pragma once

#include <string_view>

namespace mail {

/// By the fields in the first KiB. Press releases too begin with "From: …" and "Date: …": it must have what mail programs alone write, or the
/// fields of a letter with addresses of mail in them.
bool looks_like_mail(std::string_view bytes);

/// Whether it begins with a field of mails, which is enough where it is said to be one.
bool may_be_mail(std::string_view bytes);

}  // namespace mail
