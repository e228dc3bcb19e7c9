/// SHA-256, by which records name documents.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// 64 lower-case hex digits. Any thread. Throws std::runtime_error when OpenSSL refuses (a system without SHA-256).
std::string sha256(std::string_view bytes);

}  // namespace dateline
