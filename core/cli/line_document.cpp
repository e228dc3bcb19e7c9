#include "core/cli/line_document.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

namespace dateline::cli {
namespace {

using nlohmann::json;

/// What is wrong with a line; ends the reading of it.
struct Problem : std::runtime_error {
    using std::runtime_error::runtime_error;
};

constexpr std::array<std::string_view, 4> contents = {"text", "html", "base64", "path"};

int value_of(char digit) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t found = digits.find(digit);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

// RFC 4648, with or without padding. Nothing when it is no base64.
std::optional<std::string> decode_base64(std::string_view text) {
    for (int i = 0; i < 2 && text.ends_with('='); ++i) {
        text.remove_suffix(1);
    }
    if (text.size() % 4 == 1) {
        return std::nullopt;
    }
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char digit : text) {
        const int value = value_of(digit);
        if (value < 0) {
            return std::nullopt;
        }
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return bytes;
}

// Only what is looked at is kept, so that a hostile line takes little more memory than its own length.
bool is_wanted(int depth, json::parse_event_t event, json& parsed) {
    if (event == json::parse_event_t::key && depth == 1) {
        const std::string& name = parsed.get_ref<const std::string&>();
        return name == "id" || name == "media_type" || std::find(contents.begin(), contents.end(), name) != contents.end();
    }
    const bool is_list = event == json::parse_event_t::array_start && depth == 0;
    return depth <= 1 && !is_list;
}

json parse_object(std::string_view line) {
    json object;
    try {
        object = json::parse(line, is_wanted);
    } catch (const json::parse_error& error) {
        throw Problem("it is no JSON from byte " + std::to_string(std::max<std::size_t>(error.byte, 1)) + " on");
    } catch (const json::out_of_range&) {
        throw Problem("it holds a number that is too large");
    }
    if (!object.is_object()) {
        throw Problem("it is no JSON object");
    }
    return object;
}

// A whole number serves as well as a string: many programs count their documents.
std::optional<std::string> id_of(const json& object) {
    const auto found = object.find("id");
    if (found == object.end() || found->is_null()) {
        return std::nullopt;
    }
    if (!found->is_string() && !found->is_number_integer()) {
        throw Problem("its 'id' is neither a string nor a whole number");
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
}

std::string string_of(const json& object, std::string_view name) {
    const json& value = object.at(std::string(name));
    if (!value.is_string()) {
        throw Problem("its '" + std::string(name) + "' is no string");
    }
    return value.get<std::string>();
}

std::string_view content_of(const json& object) {
    std::string_view content;
    for (const std::string_view name : contents) {
        if (object.contains(name)) {
            if (!content.empty()) {
                throw Problem("it has both '" + std::string(content) + "' and '" + std::string(name) + "'");
            }
            content = name;
        }
    }
    if (content.empty()) {
        throw Problem("it has none of 'text', 'html', 'base64' and 'path'");
    }
    return content;
}

void take_content(const json& object, LineDocument& document) {
    const std::string_view content = content_of(object);
    std::string value = string_of(object, content);
    if (content == "path") {
        if (value.empty() || value.find('\0') != std::string::npos) {
            throw Problem("its 'path' is no name of a file");
        }
        document.path = std::move(value);
    } else if (content == "base64") {
        std::optional<std::string> bytes = decode_base64(value);
        if (!bytes) {
            throw Problem("its 'base64' is no base64");
        }
        document.bytes = std::move(*bytes);
    } else {
        document.is_text = content == "text";
        document.media_type = document.is_text ? "text/plain" : "text/html";
        document.bytes = std::move(value);
    }
}

}  // namespace

LineDocument read_line_document(std::string_view line) {
    LineDocument document;
    try {
        const json object = parse_object(line);
        document.id = id_of(object);
        take_content(object, document);
        if (object.contains("media_type")) {
            document.media_type = string_of(object, "media_type");
            document.is_text = document.is_text && document.media_type == "text/plain";
        }
    } catch (const Problem& problem) {
        document.problem = problem.what();
    }
    return document;
}

}  // namespace dateline::cli
