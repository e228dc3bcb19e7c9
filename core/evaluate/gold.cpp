#include "core/evaluate/gold.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/evaluate/names.h"
#include "core/text/utf8.h"

namespace dateline::evaluate {
namespace {

constexpr std::string_view open_mark = "⟦", close_mark = "⟧", separator = "\n=====\n";

std::uint64_t characters(std::string_view text) { return text::OffsetMap(text, text::OffsetUnit::code_point).length(); }

// A mark's head: "O", "D 2024-04-01" or a type's name. Empty when it is none.
std::string type_of(std::string_view head) {
    if (head == "O") return "organization";
    if (head == "P") return "person";
    if (head == "B") return "base";
    if (head.starts_with("D ") && head.size() > 2) return "date";
    const bool name = !head.empty() && std::all_of(head.begin(), head.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    return name ? std::string(head) : std::string();
}

std::vector<std::string> split(std::string_view line, char at) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = line.find(at);
        parts.emplace_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos) {
            return parts;
        }
        line.remove_prefix(end + 1);
    }
}

std::optional<std::string> unless_dash(const std::string& part) { return part == "-" ? std::nullopt : std::optional(part); }

// "\r\n" and "\r" are line feeds, as in the text that a reader makes.
std::string with_line_feeds(std::string_view content) {
    std::string out;
    for (std::size_t at = 0; at < content.size(); ++at) {
        if (content[at] != '\r') {
            out += content[at];
        } else if (at + 1 == content.size() || content[at + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

class Parser {
public:
    Parser(std::string_view content, const std::filesystem::path& path) : content_(content), path_(path) { gold_.name = path.stem().string(); }

    Gold parse() {
        const std::size_t end = content_.rfind(separator);
        if (end == std::string_view::npos) {
            fault(1, "there is no ===== line; add one after the text");
        }
        take_body(content_.substr(0, end));
        if (end != std::string_view::npos) {
            take_facts(end + separator.size());
        }
        return std::move(gold_);
    }

private:
    void take_body(std::string_view body) {
        std::size_t at = 0;
        std::uint64_t length = 0;
        while (true) {
            const std::size_t mark = body.find(open_mark, at);
            const std::string_view plain = body.substr(at, mark == std::string_view::npos ? mark : mark - at);
            gold_.text += plain;
            length += characters(plain);
            if (mark == std::string_view::npos) {
                return;
            }
            at = take_mark(body, mark, length);
        }
    }

    // Takes the mark that begins at `mark`, or as plain text what is none. Where the text goes on.
    std::size_t take_mark(std::string_view body, std::size_t mark, std::uint64_t& length) {
        const std::size_t begin = mark + open_mark.size();
        const std::size_t end = body.find(close_mark, begin);
        const std::string_view inside = end == std::string_view::npos ? std::string_view() : body.substr(begin, end - begin);
        const std::size_t bar = inside.find('|');
        const std::string type = bar == std::string_view::npos ? "" : type_of(inside.substr(0, bar));
        const bool whole = inside.find(open_mark) == std::string_view::npos && inside.find('\n') == std::string_view::npos;
        if (type.empty() || !whole || bar + 1 == inside.size()) {
            fault(line_of(mark), "a stray ⟦; a mark is ⟦O|NAME⟧, with D VALUE, O, P, B or a type before the |");
            gold_.text += open_mark;
            ++length;
            return begin;
        }
        const std::string_view words = inside.substr(bar + 1);
        const std::uint64_t count = characters(words);
        gold_.mentions.push_back({type, length, length + count, std::string(words), type == "date" ? std::string(inside.substr(2, bar - 2)) : ""});
        gold_.text += words;
        length += count;
        return end + close_mark.size();
    }

    void take_facts(std::size_t at) {
        while (at < content_.size()) {
            const std::size_t end = std::min(content_.find('\n', at), content_.size());
            const std::string_view line = content_.substr(at, end - at);
            if (!trimmed(line).empty()) {
                take_fact(split(line, '|'), line_of(at));
            }
            at = end + 1;
        }
    }

    void take_fact(const std::vector<std::string>& part, std::size_t line) {
        if (part[0] == "published" && part.size() == 2) {
            gold_.published = unless_dash(part[1]);
        } else if (part[0] == "alias" && part.size() >= 4) {
            gold_.aliases[part[1]].emplace_back(part.begin() + 2, part.end());
        } else if (part[0] == "role" && part.size() == 4) {
            gold_.roles.push_back({part[1], part[2], unless_dash(part[3])});
        } else if (part[0] == "base" && part.size() == 5) {
            gold_.bases.push_back({part[1], unless_dash(part[2]), unless_dash(part[3]), part[4] == "-" ? std::vector<std::string>() : split(part[4], ';')});
        } else {
            fault(line, "not a fact line; one is published, alias, role or base with its parts between |");
            return;
        }
        gold_.fact_kinds.push_back(part[0]);
    }

    std::size_t line_of(std::size_t at) const {
        return 1 + static_cast<std::size_t>(std::count(content_.begin(), content_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }

    void fault(std::size_t line, std::string_view what) {
        gold_.faults.push_back(path_.string().append(":").append(std::to_string(line)).append(": ").append(what));
    }

    std::string_view content_;
    const std::filesystem::path& path_;
    Gold gold_;
};

}  // namespace

Gold parse_gold(std::string_view content, const std::filesystem::path& path) { return Parser(content, path).parse(); }

Gold read_gold(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) {
        throw std::runtime_error(path.string() + " cannot be read: check that it is there and that you may read it");
    }
    if (const std::size_t valid = text::valid_prefix(content); valid < content.size()) {
        throw std::runtime_error(path.string() + " is not UTF-8 at byte " + std::to_string(valid) + ": save it as UTF-8");
    }
    return parse_gold(with_line_feeds(content), path);
}

std::vector<std::filesystem::path> find_gold(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    if (fs::is_regular_file(folder)) {
        return {folder};
    }
    std::vector<fs::path> found;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".ann") {
            found.push_back(entry.path());
        }
    }
    if (found.empty()) {
        throw std::runtime_error(folder.string() + " holds no .ann file" + (problem ? ": " + problem.message() : std::string()));
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace dateline::evaluate
