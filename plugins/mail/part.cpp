#include "part.h"

#include <algorithm>

#include "../common/ascii.h"
#include "lines.h"
#include "transfer.h"

namespace mail {
namespace {

struct Pieces {
    std::string_view before;  ///< the first boundary
    std::vector<std::string_view> parts;
    bool closed = false;
};

// To the next line that begins with the boundary; empty when there is none.
std::string_view next_line(std::string_view text, std::string_view boundary) {
    while (!text.empty() && !text.starts_with(boundary)) {
        take_line(text);
    }
    return text;
}

Pieces cut(std::string_view body, const std::string& boundary, std::size_t most) {
    Pieces pieces;
    const char* begin = nullptr;
    const auto add = [&](const char* end) {
        const char* const from = begin == nullptr ? body.data() : begin;
        const std::string_view piece(from, static_cast<std::size_t>(end - from));
        begin == nullptr ? pieces.before = piece : pieces.parts.emplace_back(without_end(piece));  // the last line's end belongs to the boundary
    };
    std::string_view rest = body;
    while (!pieces.closed && pieces.parts.size() <= most && !(rest = next_line(rest, boundary)).empty()) {
        const char* const end = rest.data();
        const std::string_view tail = common::trimmed(take_line(rest).substr(boundary.size()));
        if (!tail.empty() && tail != "--") continue;  // a longer boundary, which begins with this one
        add(end);
        begin = rest.data();
        pieces.closed = tail == "--";
    }
    if (!pieces.closed) add(body.data() + body.size());
    return pieces;
}

bool is_media_type(std::string_view type) {
    const std::size_t slash = type.find('/');
    const bool is_ascii = std::all_of(type.begin(), type.end(), [](char c) { return c > ' ' && c < 0x7F; });
    return is_ascii && slash != std::string_view::npos && slash > 0 && slash + 1 < type.size();
}

class Parser {
public:
    explicit Parser(Flaws& flaws) : flaws_(flaws) {}

    Part parse(std::string_view bytes, std::string_view default_type, std::size_t depth) {
        Part part;
        part.header = take_header(bytes);
        flaws_.strange_lines += part.header.strange_lines;
        const std::string_view type = part.header.value("content-type");
        part.type = parameters_of(type);
        if (!is_media_type(part.type.value)) part.type.value = default_type;
        part.disposition = parameters_of(part.header.value("content-disposition"));
        part.body = bytes;
        if (part.is_multipart()) parse_inside(part, depth);
        if (part.parts.empty()) part.number = ++leaves_;
        return part;
    }

private:
    void parse_inside(Part& whole, std::size_t depth) {
        const std::string_view boundary = whole.type.get("boundary");
        if (boundary.empty() || depth == deepest) {
            ++(boundary.empty() ? flaws_.open_parts : flaws_.left_out);
            return;
        }
        const Pieces pieces = cut(whole.body, "--" + std::string(boundary), most_parts - count_);
        whole.body = pieces.before;
        flaws_.open_parts += pieces.closed || pieces.parts.size() > most_parts - count_ ? 0 : 1;
        const std::string_view default_type = whole.type.value == "multipart/digest" ? "message/rfc822" : "text/plain";
        for (const std::string_view piece : pieces.parts) {
            if (count_ == most_parts) {
                ++flaws_.left_out;
                return;
            }
            ++count_;
            whole.parts.push_back(parse(piece, default_type, depth + 1));
        }
    }

    Flaws& flaws_;
    std::size_t count_ = 0;
    std::uint32_t leaves_ = 0;
};

// As many bytes as need be looked at for so many decoded ones: quoted-printable makes one of three.
std::string_view enough(std::string_view bytes, std::size_t limit) { return limit < bytes.size() / 4 ? bytes.substr(0, limit * 4 + 4) : bytes; }

}  // namespace

std::string Part::contents(std::size_t limit) const {
    std::string bytes = decoded_transfer(enough(body, limit), header.value("content-transfer-encoding"));
    if (bytes.size() > limit) bytes.resize(limit + 1);
    return bytes;
}

std::string_view Part::file_name() const {
    const std::string_view name = disposition.get("filename");
    return name.empty() ? type.get("name") : name;
}

Part parse(std::string_view bytes, Flaws& flaws) { return Parser(flaws).parse(bytes, "text/plain", 0); }

}  // namespace mail
