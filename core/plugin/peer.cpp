#include "core/plugin/peer.h"

#include "core/text/utf8.h"

namespace dateline::plugin {
namespace {

constexpr std::size_t longest_message = 1000;

}  // namespace

std::string_view message_of(dateline_string string) {
    if (string.data == nullptr) {
        return {};
    }
    const std::string_view text = view(string).substr(0, longest_message);
    return text.substr(0, text::valid_prefix(text));
}

bool is_text(dateline_string string, std::size_t limit) {
    if (string.length > limit || (string.data == nullptr && string.length > 0)) {
        return false;
    }
    const std::string_view text = view(string);
    return text::valid_prefix(text) == text.size() && text.find('\0') == std::string_view::npos;
}

}  // namespace dateline::plugin
