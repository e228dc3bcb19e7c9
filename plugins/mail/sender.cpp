#include "sender.h"

#include <algorithm>

#include "../common/ascii.h"
#include "words.h"

namespace mail {
namespace {

constexpr std::size_t longest = 4096;

struct Address {
    std::string name, comment;
    bool in_brackets = false;
};

// The first address of the field.
Address first_address(std::string_view field) {
    Address address;
    bool quoted = false;
    int depth = 0;
    for (std::size_t at = 0; at < field.size(); ++at) {
        const char c = field[at];
        const bool escapes = c == '\\' && (quoted || depth > 0) && at + 1 < field.size();
        if (c == '"' && depth == 0) {
            quoted = !quoted;
            continue;
        }
        if (!quoted && (c == '(' || c == ')')) {
            depth = c == '(' ? depth + 1 : std::max(depth - 1, 0);
            if (depth == 0 || (c == '(' && depth == 1)) continue;
        }
        if (!quoted && depth == 0 && c == '<') {
            address.in_brackets = true;
            break;
        }
        if (!quoted && depth == 0 && (c == ',' || c == ';')) break;
        (depth > 0 ? address.comment : address.name) += escapes ? field[++at] : c;
    }
    return address;
}

}  // namespace

std::string sender_name(std::string_view field, std::string_view charset) {
    const Address address = first_address(field.substr(0, longest));
    const std::string comment = decode_words(address.comment, charset);
    if (!address.in_brackets) return comment;
    std::string name = decode_words(address.name, charset);
    return name.empty() || name.find('@') != std::string::npos ? comment : name;
}

}  // namespace mail
