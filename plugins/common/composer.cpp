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

void Composer::add(std::string_view utf8) {
    open_ = true;
    current_ += utf8;
}

void Composer::end() {
    if (open_) {
        std::string block = settled(current_);
        if (valid_utf8(block) != block.size()) block = repair_utf8(block).text;
        if (!block.empty() && block != no_break_space) {
            const bool rows = kind_ == DATELINE_BLOCK_TABLE_ROW && !blocks_.empty() && blocks_.back().kind == DATELINE_BLOCK_TABLE_ROW;
            if (!text_.empty()) text_ += rows ? "\n" : "\n\n";
            dateline_block added{};
            added.begin = static_cast<std::uint32_t>(text_.size());
            text_ += block;
            added.end = static_cast<std::uint32_t>(text_.size());
            added.kind = kind_;
            added.source_part = part_;
            blocks_.push_back(added);
        }
    }
    open_ = false;
    kind_ = DATELINE_BLOCK_PARAGRAPH;
    current_.clear();
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
    clear();
}

void Composer::clear() {
    text_ = {};
    current_ = {};
    blocks_ = {};
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
