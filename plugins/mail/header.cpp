#include "header.h"

#include <algorithm>

#include "../common/ascii.h"
#include "lines.h"

namespace mail {
namespace {

constexpr std::size_t most_fields = 2000;

bool is_name(char c) { return c > ' ' && c < 0x7F && c != ':'; }

bool goes_on(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

// What mailboxes and transports put before a mail.
bool is_envelope(std::string_view line) { return line.starts_with("From ") || line.starts_with(">From "); }

void extend(Field& field, std::string_view line) {
    const std::string_view more = without_end(line);
    field.value = {field.value.data(), static_cast<std::size_t>(more.data() + more.size() - field.value.data())};
}

}  // namespace

std::string_view Header::value(std::string_view lower_name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) {
        return field.name.size() == lower_name.size() && common::lower(field.name) == lower_name;
    });
    return found == fields.end() ? std::string_view() : common::trimmed(found->value);
}

std::string_view field_name(std::string_view line) {
    const auto end = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_name) - line.begin());
    const std::size_t colon = line.find_first_not_of(" \t", end);
    return end > 0 && colon != std::string_view::npos && line[colon] == ':' ? line.substr(0, end) : std::string_view();
}

Header take_header(std::string_view& bytes) {
    Header header;
    std::string_view rest = bytes;
    if (is_envelope(rest)) {
        take_line(rest);
    }
    bool is_field = false;
    std::string_view from_strange;
    while (!rest.empty() && !header.is_closed) {
        const std::string_view from_here = rest, line = take_line(rest), name = field_name(line);
        if (without_end(line).empty()) {
            header.is_closed = true;
        } else if (goes_on(line) && is_field) {
            extend(header.fields.back(), line);
        } else if (!name.empty()) {
            is_field = header.fields.size() < most_fields;
            if (is_field) header.fields.push_back({name, without_end(line.substr(line.find(':') + 1))});
        } else if (header.fields.empty()) {
            return {};
        } else {
            is_field = false;
            from_strange = header.strange_lines++ == 0 ? from_here : from_strange;
        }
    }
    if (!header.is_closed && header.strange_lines > 0) {  // the empty line is missing: it is the text that looks strange
        header.strange_lines = 0;
        rest = from_strange;
    }
    bytes = rest;
    return header;
}

}  // namespace mail
