#include "core/evaluate/example.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/evaluate/names.h"
#include "core/text/utf8.h"

namespace dateline::evaluate {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 16u << 20;

std::uint64_t characters(std::string_view text) { return text::OffsetMap(text, text::OffsetUnit::code_point).length(); }

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

// Reads a file from front to back.
class Parser {
public:
    Parser(std::string_view content, const fs::path& path) : content_(content), path_(path) {}

    std::vector<Example> parse() {
        skip_comments();
        while (at_ < content_.size()) {
            take_head();
            take_text();
        }
        return std::move(examples_);
    }

private:
    [[noreturn]] void fail(std::size_t at, std::string_view what) {
        throw ExampleError(path_.string() + ":" + std::to_string(line_of(at)) + ":" + std::to_string(column_of(at)) + ": " + std::string(what));
    }

    // Asked from front to back, it costs one pass over the file.
    std::size_t line_of(std::size_t at) {
        const std::size_t from = at < counted_ ? 0 : counted_;
        line_ = (from == 0 ? 1 : line_) + static_cast<std::size_t>(std::count(content_.begin() + static_cast<std::ptrdiff_t>(from), content_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        counted_ = at;
        return line_;
    }

    std::size_t column_of(std::size_t at) const {
        const std::size_t line_begin = at == 0 ? 0 : content_.rfind('\n', at - 1) + 1;  // npos + 1 is 0
        return 1 + characters(content_.substr(line_begin, at - line_begin));
    }

    std::string_view rest() const { return content_.substr(at_); }
    std::string_view line() const { return rest().substr(0, rest().find('\n')); }
    bool at_head() const { return rest().starts_with("== ") && (at_ == 0 || content_[at_ - 1] == '\n'); }
    void next_line() { at_ = std::min(content_.size(), at_ + line().size() + 1); }

    void skip_comments() {
        for (; at_ < content_.size() && !at_head(); next_line()) {
            if (!trimmed(line()).empty() && !line().starts_with('#')) {
                fail(at_, "an example begins with a line '== NAME'; a comment before the first one begins with '#'");
            }
        }
    }

    void take_head() {
        Example& example = examples_.emplace_back();
        example.file = path_;
        example.line = line_of(at_);
        example.name = trimmed(line().substr(3));
        if (example.name.empty()) {
            fail(at_, "the example has no name; say after '==' what it shows");
        }
        next_line();
        while (at_ < content_.size() && !at_head() && trimmed(line()).empty()) {
            next_line();
        }
        example.text_line = line_of(at_);
    }

    void take_text() {
        Example& example = examples_.back();
        const std::size_t begin = at_;
        length_ = measured_ = 0;
        while (at_ < content_.size() && !at_head()) {
            if (content_[at_] == '[') {
                take_mark(example);
            } else {
                take_character(example.text);
            }
        }
        while (example.text.ends_with('\n') || example.text.ends_with(' ')) {
            example.text.pop_back();
        }
        if (example.text.empty()) {
            fail(std::min(begin, content_.size()), "the example '" + example.name + "' has no text; write it below the name");
        }
        example.text += '\n';
    }

    // One, or the one that a backslash makes plain.
    void take_character(std::string& text) {
        if (content_[at_] == '\\' && at_ + 1 < content_.size() && std::string_view("[]\\=").find(content_[at_ + 1]) != std::string_view::npos) {
            ++at_;
        }
        text += content_[at_++];
    }

    // Words in brackets are a mark when a parenthesis follows at once.
    void take_mark(Example& example) {
        const std::size_t begin = at_++;
        std::string words;
        while (at_ < content_.size() && content_[at_] != ']' && content_[at_] != '[' && !at_head()) {
            take_character(words);
        }
        if (!rest().starts_with("](")) {
            example.text.append(1, '[').append(words);
            return;
        }
        if (trimmed(words).empty()) {
            fail(begin, "the mark has no words; write what is to be found between [ and ]");
        }
        if (trimmed(words) != words) {
            fail(begin, "the mark begins or ends with a space or a new line; write it outside of [ and ]");
        }
        at_ += 2;
        if (!is_closed(line())) {
            fail(begin, "the mark is not closed on its line; write ')' behind what is expected: [words](TYPE NAME=VALUE …)");
        }
        ExpectedMention mention;
        mention.line = line_of(begin);
        mention.column = column_of(begin);
        mention.start = length_ += characters(std::string_view(example.text).substr(measured_));
        mention.end = mention.start + characters(words);
        take_expectation(mention);
        example.text += words;
        length_ = mention.end;
        measured_ = example.text.size();
        example.mentions.push_back(std::move(mention));
    }

    // Whether a ')' ends what begins here. A quotation mark without its second one is told where it stands.
    static bool is_closed(std::string_view line) {
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (quoted && line[i] == '\\') {
                ++i;
            } else if (line[i] == '"') {
                quoted = !quoted;
            } else if (line[i] == ')' && !quoted) {
                return true;
            }
        }
        return quoted;
    }

    // TYPE NAME=VALUE …; FACT NAME=VALUE …)
    void take_expectation(ExpectedMention& mention) {
        mention.type = take_name("the type of what is marked");
        mention.attributes = take_values();
        while (take_if(';')) {
            ExpectedFact& fact = mention.facts.emplace_back();
            fact.name = take_name("the name of a fact");
            fact.fields = take_values();
        }
        if (!take_if(')')) {
            fail(at_, "the mark does not end with ')'; what stands in it is TYPE NAME=VALUE …, and for a fact ; FACT NAME=VALUE …");
        }
    }

    std::vector<ExpectedValue> take_values() {
        std::vector<ExpectedValue> values;
        for (skip_spaces(); at_ < content_.size() && is_name_character(content_[at_]); skip_spaces()) {
            ExpectedValue& value = values.emplace_back();
            value.name = take_name("a name");
            if (at_ == content_.size() || content_[at_] != '=') {
                fail(at_, "'" + value.name + "' has no value; write " + value.name + "=VALUE, or ')' before it, where the mark ends");
            }
            ++at_;
            value.value = take_value();
        }
        return values;
    }

    std::string take_name(std::string_view what) {
        skip_spaces();
        const std::size_t begin = at_;
        while (at_ < content_.size() && is_name_character(content_[at_])) {
            ++at_;
        }
        if (begin == at_) {
            fail(at_, std::string(what) + " is missing here: small letters, digits, '-' and '_'");
        }
        return std::string(content_.substr(begin, at_ - begin));
    }

    std::optional<std::string> take_value() {
        if (at_ < content_.size() && content_[at_] == '"') {
            return take_quoted();
        }
        const std::size_t begin = at_;
        while (at_ < content_.size() && std::string_view(" \t\n;)\"").find(content_[at_]) == std::string_view::npos) {
            ++at_;
        }
        const std::string_view word = content_.substr(begin, at_ - begin);
        if (word.empty()) {
            fail(at_, "a value is missing after '='; write \"\" for an empty one, null for none");
        }
        return word == "null" ? std::nullopt : std::optional<std::string>(word);
    }

    std::string take_quoted() {
        const std::size_t begin = at_++;
        std::string value;
        while (at_ < content_.size() && content_[at_] != '"' && content_[at_] != '\n') {
            at_ += content_[at_] == '\\' && at_ + 1 < content_.size() && content_[at_ + 1] != '\n' ? 1 : 0;
            value += content_[at_++];
        }
        if (at_ == content_.size() || content_[at_] == '\n') {
            fail(begin, "the value has no second quotation mark on its line");
        }
        ++at_;
        return value;
    }

    bool take_if(char wanted) {
        skip_spaces();
        const bool there = at_ < content_.size() && content_[at_] == wanted;
        at_ += there ? 1 : 0;
        return there;
    }

    void skip_spaces() {
        while (at_ < content_.size() && (content_[at_] == ' ' || content_[at_] == '\t')) {
            ++at_;
        }
    }

    std::string_view content_;
    const fs::path& path_;
    std::size_t at_ = 0;
    std::size_t counted_ = 0, line_ = 1;         // up to where lines were counted
    std::uint64_t length_ = 0;                   // in characters, of so many bytes of the example's text:
    std::size_t measured_ = 0;
    std::vector<Example> examples_;
};

std::string read_file(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream) {
        throw ExampleError(file.string() + " cannot be read: check that you may read it");
    }
    if (size > largest_file) {
        throw ExampleError(file.string() + " is larger than 16 MiB: keep examples short");
    }
    std::string content(std::istreambuf_iterator<char>(stream), {});
    if (const std::size_t valid = text::valid_prefix(content); valid < content.size()) {
        throw ExampleError(file.string() + " is not UTF-8 at byte " + std::to_string(valid) + ": save it as UTF-8");
    }
    content.erase(std::remove(content.begin(), content.end(), '\r'), content.end());
    return content;
}

}  // namespace

std::size_t Example::line_of(std::uint64_t offset) const {
    const text::OffsetMap offsets(text, text::OffsetUnit::code_point);
    const auto before = static_cast<std::ptrdiff_t>(offsets.byte(offset));
    return text_line + static_cast<std::size_t>(std::count(text.begin(), text.begin() + before, '\n'));
}

std::vector<Example> parse_examples(std::string_view content, const fs::path& path) { return Parser(content, path).parse(); }

std::vector<Example> read_examples(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code none;
    for (fs::directory_iterator entry(folder / "tests", none), end; !none && entry != end; entry.increment(none)) {
        if (entry->path().extension() == ".example") {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<Example> all;
    for (const fs::path& file : files) {
        std::vector<Example> examples = parse_examples(read_file(file), file);
        std::move(examples.begin(), examples.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace dateline::evaluate
