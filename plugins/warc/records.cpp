#include "records.h"

#include <algorithm>

#include "../common/charsets.h"

namespace warc {
namespace {

constexpr std::size_t longest_head = std::size_t{64} << 10, longest_address = 2000;
constexpr std::string_view mark = "WARC/";

// "WARC/1.1", and no more in its line.
bool is_version(std::string_view line) {
    const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return line.starts_with(mark) && line.size() > mark.size() && line.size() <= mark.size() + 8 &&
           std::all_of(line.begin() + static_cast<std::ptrdiff_t>(mark.size()), line.end(), is_part);
}

bool is_printable(std::string_view text) {
    return common::valid_utf8(text) == text.size() &&
           std::none_of(text.begin(), text.end(), [](char c) { return (c >= '\0' && c < ' ') || c == 0x7F; });
}

// Some write it in angle brackets.
std::string address_of(std::string_view target) {
    if (target.starts_with('<') && target.ends_with('>')) target = trimmed(target.substr(1, target.size() - 2));
    return target.size() <= longest_address && is_printable(target) ? std::string(target) : std::string();
}

}  // namespace

bool Records::next(Record& record) {
    problem_.clear();
    if (is_inside_) leave_last();
    if (!problem_.empty()) return false;
    while (stream_.peek(1) == "\n" || stream_.peek(1) == "\r") stream_.skip(1);
    const std::string_view head = stream_.peek(longest_head);
    if (head.empty()) {
        tell(stream_.position(), stream_.problem());
        return false;
    }
    std::size_t length = 0;
    const auto headers = begins_archive(head) ? read_headers(head, Lines::fields_only, length) : std::nullopt;
    const auto size = headers ? number_of(headers->get("content-length")) : std::nullopt;
    if (!size) {
        tell(stream_.position(), "it is corrupt: no record begins there");
        return false;
    }
    record = {lower(headers->get("warc-type")),
              address_of(headers->get("warc-target-uri")),
              std::string(headers->get("content-type")),
              !headers->get("warc-truncated").empty(),
              stream_.position(),
              *size};
    stream_.skip(length);
    last_ = record;
    is_inside_ = true;
    return true;
}

void Records::leave_last() {
    is_inside_ = false;
    if (stream_.skip(last_.length)) return;
    const std::string of = last_.target.empty() ? "" : " of '" + last_.target + "'";
    tell(last_.position, "it is corrupt: the record" + of + " says that it has " + std::to_string(last_.length) + " bytes, and there are fewer");
}

// What is wrong with the compression tells more than what follows from it.
void Records::tell(std::uint64_t position, std::string problem) {
    problem_ = stream_.problem().empty() ? std::move(problem) : stream_.problem();
    problem_position_ = position;
}

bool Records::contents(std::uint64_t most, std::string_view& bytes) {
    const auto wanted = static_cast<std::size_t>(std::min(most, last_.length));
    bytes = stream_.peek(wanted);
    return bytes.size() == wanted;
}

bool Records::recover() {
    is_inside_ = false;
    while (true) {
        const std::string_view ahead = stream_.peek(longest_head);
        const std::size_t found = ahead.find("\nWARC/");
        if (found != std::string_view::npos) return stream_.skip(found + 1);
        if (ahead.size() < longest_head) return false;
        stream_.skip(ahead.size() - mark.size());
    }
}

bool begins_archive(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.substr(0, 32).find('\n'));
    return line.size() < bytes.size() && is_version(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
}

}  // namespace warc
