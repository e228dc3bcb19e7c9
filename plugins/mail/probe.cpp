#include "probe.h"

#include <algorithm>
#include <array>
#include <string>

#include "../common/ascii.h"
#include "header.h"
#include "lines.h"

namespace mail {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at = 1024;

constexpr std::array letter_fields = {"from"sv, "to"sv, "cc"sv, "bcc"sv, "subject"sv, "date"sv, "reply-to"sv, "sender"sv};
constexpr std::array program_fields = {
    "received"sv,
    "return-path"sv,
    "message-id"sv,
    "mime-version"sv,
    "delivered-to"sv,
    "dkim-signature"sv,
    "content-transfer-encoding"sv,
    "content-type"sv,
    "in-reply-to"sv,
    "references"sv,
    "list-id"sv,
    "list-unsubscribe"sv,
    "list-post"sv,
    "mailing-list"sv,
    "precedence"sv,
    "x-mailer"sv,
    "x-mimeole"sv,
    "user-agent"sv,
    "x-originating-ip"sv,
    "x-priority"sv,
    "x-received"sv,
    "received-spf"sv,
    "authentication-results"sv,
    "arc-seal"sv,
    "x-spam-status"sv,
    "x-mozilla-status"sv,
    "thread-index"sv,
    "envelope-to"sv,
    "resent-from"sv,
    "status"sv,
    "snapshot-content-location"sv,
};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// A whole header, or one that is longer than what is looked at: without a line that is neither a field nor the rest of one.
Header first_fields(std::string_view bytes) {
    std::string_view head = bytes.substr(0, looked_at);
    const std::size_t end = head.rfind('\n');
    if (head.size() < bytes.size() && end != std::string_view::npos) head = head.substr(0, end + 1);
    Header header = take_header(head);
    header.strange_lines += !header.is_closed && !head.empty();
    return header;
}

bool has_address(std::string_view value) { return value.find('@') != std::string_view::npos; }

// "text/plain", "7bit", "1.0": what programs write has no blanks in front of it and looks like this.
bool is_plausible(const Field& field) {
    const std::string name = common::lower(field.name);
    const std::string_view value = common::trimmed(field.value);
    if (name == "content-type") return value.find('/') != std::string_view::npos;
    if (name == "mime-version") return value.find('.') != std::string_view::npos;
    if (name == "message-id" || name == "return-path" || name == "references" || name == "in-reply-to")
        return value.find('<') != std::string_view::npos;
    return name != "status" && name != "precedence";
}

}  // namespace

bool looks_like_mail(std::string_view bytes) {
    const Header header = first_fields(bytes);
    std::size_t programs = 0, letters = 0;
    for (const Field& field : header.fields) {
        const std::string name = common::lower(field.name);
        programs += is_one_of(name, program_fields) && is_plausible(field);
        letters += is_one_of(name, letter_fields);
    }
    const bool is_letter = has_address(header.value("from")) && has_address(header.value("to")) && letters >= 4;
    return programs >= 2 || (header.strange_lines == 0 && (is_letter || (programs == 1 && letters >= 1)));
}

bool may_be_mail(std::string_view bytes) {
    const Header header = first_fields(bytes);
    return !header.fields.empty() && std::any_of(header.fields.begin(), header.fields.end(), [](const Field& field) {
        const std::string name = common::lower(field.name);
        return is_one_of(name, letter_fields) || is_one_of(name, program_fields);
    });
}

}  // namespace mail
