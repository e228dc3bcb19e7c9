#include "composer.h"

#include <algorithm>
#include <array>

#include "charsets.h"

namespace common {
namespace {

constexpr std::size_t longest_title = 250;
constexpr std::string_view no_break_space = "\xC2\xA0", soft_hyphen = "\xC2\xAD", byte_order_mark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Spaces at the ends of lines go, several become one, and so do line feeds and tabs beyond one.
std::string settled(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    char gap = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\0' || c == '\r') continue;
        if (text.compare(at, soft_hyphen.size(), soft_hyphen) == 0) {
            at += soft_hyphen.size() - 1;
        } else if (text.compare(at, byte_order_mark.size(), byte_order_mark) == 0) {
            at += byte_order_mark.size() - 1;
        } else if (is_space(c)) {
            gap = c == '\n' || gap == '\n' ? '\n' : c == '\t' || gap == '\t' ? '\t' : ' ';
        } else {
            if (gap != 0 && !result.empty()) result += gap;
            gap = 0;
            result += c;
        }
    }
    return result;
}

// A line of the source may end where the text has a space.
bool are_alike(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return x == y || (is_space(x) && is_space(y)); });
}

bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 5> ends = {".", "。", ":", ";", ","};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

void Composer::begin(dateline_block_kind kind) {
    end();
    open_ = true;
    kind_ = kind;
}

void Composer::read_from(std::string_view source, std::string_view file) {
    end();
    source_ = source;
    if (file.empty()) return;
    files_.emplace_back(file);
    part_ = static_cast<std::uint32_t>(files_.size());
}

void Composer::add(std::string_view utf8, Place place) {
    open_ = true;
    current_ += utf8;
    place.end = std::min(place.end, source_.size());
    while (place.begin < place.end && is_space(source_[place.begin])) ++place.begin;
    while (place.begin < place.end && is_space(source_[place.end - 1])) --place.end;
    if (place.begin >= place.end) return;
    const bool is_first = place_.begin == place_.end;
    place_ = is_first ? place : Place{std::min(place_.begin, place.begin), std::max(place_.end, place.end)};
}

// As long as the block only when it holds the same bytes: then each place in the block can be told, and else none.
Place Composer::place_of(std::string_view block) const {
    const std::size_t size = place_.end - place_.begin;
    const bool differs = size == block.size() && !are_alike(source_.substr(place_.begin, size), block);
    return {place_.begin - (differs && place_.begin > 0 ? 1 : 0), place_.end};
}

void Composer::end() {
    if (open_) {
        std::string block = settled(current_);
        if (valid_utf8(block) != block.size()) block = repair_utf8(block).text;
        const Place place = place_of(block);
        if (!block.empty() && block != no_break_space) append({0, 0, kind_, 0, 0, part_, place.begin, place.end}, block);
    }
    open_ = false;
    kind_ = DATELINE_BLOCK_PARAGRAPH;
    current_.clear();
    place_ = {};
}

void Composer::append(dateline_block block, std::string_view text) {
    const bool rows = block.kind == DATELINE_BLOCK_TABLE_ROW && !blocks_.empty() && blocks_.back().kind == DATELINE_BLOCK_TABLE_ROW;
    if (!text_.empty()) text_ += rows ? "\n" : "\n\n";
    block.begin = static_cast<std::uint32_t>(text_.size());
    text_ += text;
    block.end = static_cast<std::uint32_t>(text_.size());
    blocks_.push_back(block);
}

void Composer::append(const Composer& other) {
    end();
    for (const dateline_block& block : other.blocks_) append(block, std::string_view(other.text_).substr(block.begin, block.end - block.begin));
}

void Composer::block(dateline_block_kind kind, std::string_view utf8) {
    begin(kind);
    add(utf8);
    end();
}

void Composer::mark_title() {
    const auto is_title = [](const dateline_block& block) { return block.kind == DATELINE_BLOCK_TITLE; };
    if (blocks_.size() < 2 || std::any_of(blocks_.begin(), blocks_.end(), is_title)) return;
    dateline_block& first = blocks_.front();
    const std::string_view text = std::string_view(text_).substr(first.begin, first.end - first.begin);
    const bool is_line = first.kind == DATELINE_BLOCK_PARAGRAPH && text.size() <= longest_title && !ends_sentence(text);
    if (first.kind == DATELINE_BLOCK_HEADING || is_line) first.kind = DATELINE_BLOCK_TITLE;
}

void Composer::deliver(dateline::ReaderOutput& output) {
    end();
    mark_title();
    if (!text_.empty()) text_ += '\n';
    output.text(text_);
    for (const dateline_block& block : blocks_) output.block(block);
    for (const std::string& file : files_) output.metadata("part", file, {});
    clear();
}

void Composer::clear() {
    text_ = {};
    current_ = {};
    blocks_ = {};
    files_ = {};
    source_ = {};
    place_ = {};
    part_ = 0;
    open_ = false;
}

std::string folded_space(std::string_view utf8) {
    std::string text = settled(utf8);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return valid_utf8(text) == text.size() ? text : repair_utf8(text).text;
}

bool is_telling_title(std::string_view title) {
    constexpr std::array<std::string_view, 6> fillers = {"Document", "Untitled", "untitled", "Microsoft Word", "Title", "No title"};
    while (!title.empty() && title.back() >= '0' && title.back() <= '9') title.remove_suffix(1);
    return !title.empty() && !title.starts_with("Microsoft Word - ") && std::find(fillers.begin(), fillers.end(), title) == fillers.end();
}

}  // namespace common
