#include "parameters.h"

#include <algorithm>

#include "../common/ascii.h"
#include "words.h"

namespace mail {
namespace {

constexpr std::size_t most = 100, longest = 16u << 10;

// Takes a value off up to the ";" behind it: in quotes, or as it is.
std::string take_value(std::string_view& rest) {
    rest = common::trimmed(rest);
    std::string value;
    bool quoted = false;
    std::size_t at = 0;
    for (; at < rest.size() && (quoted || rest[at] != ';'); ++at) {
        if (rest[at] == '"') {
            quoted = !quoted;
        } else if (quoted && rest[at] == '\\' && at + 1 < rest.size()) {
            value += rest[++at];
        } else {
            value += rest[at];
        }
    }
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return std::string(common::trimmed(value));
}

int hexadecimal_value(char c) {
    const std::size_t value = std::string_view("0123456789abcdef").find(common::lower(c));
    return value == std::string_view::npos ? -1 : static_cast<int>(value);
}

std::string from_percents(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = at + 2 < text.size() ? hexadecimal_value(text[at + 1]) : -1,
                  low = at + 2 < text.size() ? hexadecimal_value(text[at + 2]) : -1;
        if (text[at] == '%' && high >= 0 && low >= 0) {
            bytes += static_cast<char>(high << 4 | low);
            at += 2;
        } else {
            bytes += text[at];
        }
    }
    return bytes;
}

// "filename*1*" is piece 1 of "filename", in percents; the first one begins with charset'language'.
class Pieces {
public:
    void add(std::string_view name, std::string value) {
        const std::size_t star = name.find('*');
        const std::string_view own = name.substr(0, star);
        auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const Value& one) { return one.name == own && one.in_pieces && star != std::string_view::npos; });
        if (found == all_.end()) found = all_.insert(all_.end(), {std::string(own), {}, {}, star != std::string_view::npos, false});
        const bool percents = name.ends_with('*');
        if (percents && found->bytes.empty()) take_charset(value, found->charset);
        found->bytes += percents ? from_percents(value) : value;
        found->coded = found->coded || percents;
    }

    // What is in pieces is the better one of two of a name: the other is for old programs.
    std::vector<std::pair<std::string, std::string>> decoded() {
        std::stable_sort(all_.begin(), all_.end(), [](const Value& a, const Value& b) { return a.in_pieces > b.in_pieces; });
        std::vector<std::pair<std::string, std::string>> result;
        for (const Value& one : all_) {
            result.emplace_back(one.name, one.coded ? decode_text(one.bytes, one.charset).text : decode_words(one.bytes, {}));
        }
        return result;
    }

private:
    struct Value {
        std::string name, bytes, charset;
        bool in_pieces, coded;
    };

    static void take_charset(std::string& value, std::string& charset) {
        const std::size_t first = value.find('\''), second = first == std::string::npos ? first : value.find('\'', first + 1);
        if (second != std::string::npos) {
            charset = value.substr(0, first);
            value.erase(0, second + 1);
        }
    }

    std::vector<Value> all_;
};

}  // namespace

std::string_view Parameters::get(std::string_view lower_name) const {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == lower_name; });
    return found == all.end() ? std::string_view() : std::string_view(found->second);
}

Parameters parameters_of(std::string_view field) {
    field = field.substr(0, longest);
    Parameters result;
    result.value = common::lower(take_value(field));
    result.value.erase(std::find_if(result.value.begin(), result.value.end(), common::is_white), result.value.end());
    Pieces pieces;
    for (std::size_t count = 0; !field.empty() && count < most; ++count) {
        const std::size_t end = field.find_first_of("=;");
        const std::string name = common::lower(common::trimmed(field.substr(0, end)));
        const bool has_value = end != std::string_view::npos && field[end] == '=';
        field.remove_prefix(end == std::string_view::npos ? field.size() : end + 1);
        if (has_value) pieces.add(name, take_value(field));
    }
    result.all = pieces.decoded();
    return result;
}

}  // namespace mail
