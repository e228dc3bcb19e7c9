#include "payload.h"

#include <algorithm>
#include <array>
#include <vector>

#include "../common/formats.h"
#include "stream.h"
#include "unpack.h"

namespace warc {
namespace {

// Their types, and what of types holds nothing to read.
bool is_no_document(std::string_view type) {
    constexpr std::array<std::string_view, 5> families = {"image/", "audio/", "video/", "font/", "application/font"};
    constexpr std::array<std::string_view, 8> types = {"text/css", "application/json",    "application/wasm", "application/x-shockwave-flash",
                                                       "text/dns", "application/ld+json", "text/javascript",  "application/vnd.ms-fontobject"};
    const auto begins = [&](std::string_view family) { return type.starts_with(family); };
    return std::any_of(families.begin(), families.end(), begins) || std::find(types.begin(), types.end(), type) != types.end() ||
           type.find("javascript") != std::string_view::npos;
}

void take(std::string_view bytes, std::uint64_t limit, Payload& payload) {
    payload.bytes = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(limit + 1, bytes.size())));
    if (payload.bytes.size() > limit) payload.shortcoming.clear();  // that it is too large says enough
    if (payload.bytes.empty() && payload.problem.empty()) payload.skipped = "without contents";
    if (payload.skipped.empty()) payload.skipped = common::no_document(payload.bytes);
}

// False when these are no chunks, as where the archive holds the page without them and the head as it was.
bool join_chunks(std::string_view bytes, std::string& joined, std::string& shortcoming) {
    bool any = false;
    while (true) {
        const std::size_t line = bytes.substr(0, 1024).find('\n');
        const std::string_view size_line = bytes.substr(0, line == std::string_view::npos ? 0 : line);
        const auto size = number_of(size_line.substr(0, size_line.find(';')), 16);
        if (!size) {
            shortcoming = "its end is missing, or the lengths of its parts are wrong";
            return any;
        }
        any = true;
        bytes.remove_prefix(line + 1);
        if (*size == 0) return true;
        joined += bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(*size, bytes.size())));
        bytes.remove_prefix(static_cast<std::size_t>(std::min<std::uint64_t>(*size, bytes.size())));
        bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : bytes.starts_with('\n') ? 1 : 0);
    }
}

std::vector<std::string> words_of(std::string_view list) {
    std::vector<std::string> words;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (const std::string_view word = trimmed(list.substr(0, comma)); !word.empty()) words.push_back(lower(word));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return words;
}

// What is not packed, though the head says so, stays as it is.
void unpack(std::string& bytes, Unpacker::Format format, std::uint64_t limit, Payload& payload) {
    constexpr std::uint64_t step = std::uint64_t{256} << 10;
    std::string unpacked;
    Unpacker unpacker(bytes, format);
    while (unpacked.size() <= limit && unpacker.more(static_cast<std::size_t>(std::min(step, limit + 1 - unpacked.size())), unpacked)) {
    }
    if (unpacked.empty() && !unpacker.problem().empty()) {
        if (format == Unpacker::gzip && is_gzip(bytes)) payload.problem = unpacker.problem();
        return;
    }
    if (!unpacker.problem().empty()) payload.shortcoming = "its end is missing, since a compressed part is damaged";
    bytes = std::move(unpacked);
}

// The last encoding was the last to be applied.
void undo_encodings(std::string_view list, std::uint64_t limit, std::string& bytes, Payload& payload) {
    constexpr std::size_t most_encodings = 4;
    std::vector<std::string> encodings = words_of(list);
    if (encodings.size() > most_encodings) payload.problem = "it is compressed more often than the limit of " + std::to_string(most_encodings);
    for (; !encodings.empty() && payload.problem.empty(); encodings.pop_back()) {
        const std::string& encoding = encodings.back();
        if (encoding == "gzip" || encoding == "x-gzip") {
            unpack(bytes, Unpacker::gzip, limit, payload);
        } else if (encoding == "deflate") {
            unpack(bytes, Unpacker::deflate, limit, payload);
        } else if (encoding == "br") {
            unpack(bytes, Unpacker::brotli, limit, payload);
        } else if (encoding == "zstd" || encoding == "compress" || encoding == "x-compress") {
            payload.problem = "its compression, '" + encoding + "', is not supported";
        }
    }
}

// "HTTP/1.1 200 OK"
std::uint64_t status_of(std::string_view line) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view rest = trimmed(line.substr(space));
    return number_of(rest.substr(0, 3)).value_or(0);
}

}  // namespace

Payload payload_of_response(std::string_view response, std::uint64_t limit) {
    constexpr std::size_t longest_head = std::size_t{256} << 10;
    Payload payload;
    std::size_t length = 0;
    const auto head = read_headers(response.substr(0, longest_head), Lines::any, length);
    if (!head || !head->first_line.starts_with("HTTP/")) {
        payload.skipped = "no response of HTTP";
        return payload;
    }
    payload.type = content_type_of(head->get("content-type"));
    const std::uint64_t status = status_of(head->first_line);
    if (status != 200) payload.skipped = "status " + std::to_string(status);
    if (payload.skipped.empty() && is_no_document(payload.type.media_type)) payload.skipped = payload.type.media_type;
    if (!payload.skipped.empty()) return payload;
    const std::string_view body = response.substr(length);
    std::string bytes;
    const bool is_chunked = lower(head->get("transfer-encoding")).find("chunked") != std::string::npos;
    if (!is_chunked || !join_chunks(body, bytes, payload.shortcoming)) {
        payload.shortcoming.clear();
        bytes = body;
        if (number_of(head->get("content-length")).value_or(0) > body.size()) payload.shortcoming = "its end is missing";
    }
    undo_encodings(head->get("content-encoding"), limit, bytes, payload);
    take(bytes, limit, payload);
    return payload;
}

Payload payload_of_file(std::string_view bytes, std::string_view content_type, std::uint64_t limit) {
    Payload payload;
    payload.type = content_type_of(content_type);
    if (is_no_document(payload.type.media_type)) {
        payload.skipped = payload.type.media_type;
    } else {
        take(bytes, limit, payload);
    }
    return payload;
}

}  // namespace warc
