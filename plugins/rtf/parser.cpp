#include "parser.h"

#include <algorithm>
#include <array>

#include "../common/charsets.h"
#include "charset.h"
#include "words.h"

namespace rtf {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

void append_utf8(char32_t c, std::string& out) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    }
}

}  // namespace

Result Parser::parse() {
    Token token;
    bool closed = false;
    while (!closed && (token = tokens_.next()).kind != TokenKind::end) {
        take(token);
        closed = token.kind == TokenKind::close && groups_.empty() && too_deep_ == 0;  // what stands behind the document is no part of it
    }
    flush();
    lone_surrogate();
    composer_.end();
    notes_.end();
    composer_.append(notes_);
    result_.cut = result_.cut || !closed;
    return std::move(result_);
}

void Parser::take(const Token& token) {
    const bool began = group_began_;
    if (token.kind != TokenKind::symbol || token.text != "*") group_began_ = false;
    switch (token.kind) {
        case TokenKind::open:
            open();
            break;
        case TokenKind::close:
            close();
            break;
        case TokenKind::word:
            if (too_deep_ == 0) {
                if (!began || !destination_word(token.text)) word(token);
                starred_ = false;
            } else if (token.text == "bin" && token.number > 0) {
                result_.cut = !tokens_.skip(static_cast<std::uint64_t>(token.number)) || result_.cut;
            }
            break;
        case TokenKind::symbol:
            if (token.text == "*" && began) {
                starred_ = true;
            } else {
                symbol(token);
            }
            break;
        case TokenKind::byte: {
            const char byte = static_cast<char>(token.number);
            bytes({&byte, 1}, {token.begin, token.end});
            break;
        }
        default:
            bytes(token.text, {token.begin, token.end});
    }
}

void Parser::open() {
    to_skip_ = 0;
    if (groups_.size() >= deepest) {
        ++too_deep_;
        result_.deep = true;
        return;
    }
    flush();
    groups_.push_back(state_);
    group_began_ = true;
    starred_ = false;
}

void Parser::close() {
    to_skip_ = 0;
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    flush();
    if (state_.destination == Destination::styles && !style_name_.empty()) {
        styles_.emplace(defined_style_, kind_of_style(style_name_));
        style_name_.clear();
        defined_style_ = 0;
    }
    if (groups_.empty()) return;
    if (state_.destination == Destination::note && groups_.back().destination != Destination::note) notes_.end();
    state_ = groups_.back();
    groups_.pop_back();
}

// Whether the first word of a group names what is in it.
bool Parser::destination_word(std::string_view name) {
    Destination& destination = state_.destination;
    if (destination == Destination::skip) return false;
    if (name == "fonttbl") {
        destination = Destination::fonts;
    } else if (name == "stylesheet") {
        destination = Destination::styles;
    } else if (name == "info") {
        destination = Destination::info;
    } else if (destination == Destination::info && (name == "title" || name == "author")) {
        destination = name == "title" ? Destination::title : Destination::author;
        (name == "title" ? result_.title : result_.author).clear();  // in Unicode it comes again
    } else if (destination == Destination::body && (name == "footnote" || name == "shptxt")) {
        destination = Destination::note;
    } else if (is_passed_over(name) || (starred_ && !is_read_though_starred(name) && destination != Destination::styles)) {
        destination = Destination::skip;
    } else {
        return false;
    }
    return true;
}

void Parser::word(const Token& token) {
    const std::string_view name = token.text;
    if (name == "bin") {
        if (token.number > 0 && !tokens_.skip(static_cast<std::uint64_t>(token.number))) result_.cut = true;
    } else if (name == "u") {
        unicode(token);
    } else if (to_skip_ > 0 && !character_of(name).empty()) {
        --to_skip_;
    } else if (const std::string_view character = character_of(name); !character.empty()) {
        flush();
        put(character, {token.begin, token.end});
    } else if (!paragraph_word(token)) {
        state_word(token);
    }
}

// Words that end a paragraph, cell or row, or say what it is.
bool Parser::paragraph_word(const Token& token) {
    const std::string_view name = token.text;
    const bool body = state_.destination == Destination::body;
    if (name == "par" || name == "sect" || name == "page" || name == "column") {
        flush();
        if (state_.destination == Destination::note) notes_.end();
        if (body) in_table_ ? composer_.add(" ") : composer_.end();
    } else if (name == "cell" || name == "nestcell") {
        flush();
        if (body) composer_.add("\t");
    } else if (name == "row" || name == "nestrow") {
        flush();
        if (body) composer_.end();
    } else if (name == "pard") {
        style_ = 0;
        in_table_ = is_item_ = has_outline_ = false;
    } else if (name == "intbl") {
        in_table_ = true;
    } else if (name == "s") {
        (state_.destination == Destination::styles ? defined_style_ : style_) = token.number;
    } else if (name == "ls") {
        is_item_ = is_item_ || (body && token.number > 0);
    } else if (name == "pnlvlblt" || name == "pnlvlbody") {
        is_item_ = true;
    } else if (name == "outlinelevel") {
        has_outline_ = body && token.number < 9;
    } else {
        return false;
    }
    return true;
}

void Parser::state_word(const Token& token) {
    const std::string_view name = token.text;
    const bool on = !token.has_number || token.number != 0;
    if (name == "f") {
        flush();
        (state_.destination == Destination::fonts ? defined_font_ : state_.font) = token.number;
    } else if (name == "fcharset") {
        if (const std::int32_t page = page_of_font(token.number); page != 0) font_pages_[defined_font_] = page;
    } else if (name == "cpg" && state_.destination == Destination::fonts) {
        font_pages_[defined_font_] = token.number;
    } else if (name == "deff") {
        default_font_ = token.number;
    } else if (name == "deflang") {
        result_.language = language_of(token.number);
    } else if (name == "ansicpg") {
        if (!charset_of_page(token.number).empty()) page_ = token.number;
    } else if (name == "mac") {
        page_ = 10000;
    } else if (name == "pc" || name == "pca") {
        page_ = name == "pc" ? 437 : 850;
    } else if (name == "uc") {
        state_.fallback = std::clamp(token.number, 0, 100);
    } else if (name == "v") {
        flush();
        state_.hidden = on;
    } else if (name == "deleted") {
        flush();
        state_.deleted = on;
    } else if (name == "plain") {
        flush();
        state_.hidden = state_.deleted = false;
        state_.font = default_font_;
    }
}

void Parser::symbol(const Token& token) {
    if (to_skip_ > 0) {
        --to_skip_;
        return;
    }
    const char c = token.text[0];
    const common::Place place{token.begin, token.end};
    if (c == '~' || c == '_') flush();
    switch (c) {
        case '~':
            put("\u00A0", place);
            break;
        case '_':
            put("-", place);
            break;
        case '\\':
        case '{':
        case '}':
            bytes({&c, 1}, place);
            break;
        case '\n':
        case '\r':
            paragraph_word({.kind = TokenKind::word, .text = "par"});
            break;
        default:
            break;  // \- is where a word may be divided
    }
}

void Parser::unicode(const Token& token) {
    flush();
    to_skip_ = state_.fallback;
    common::Place place{token.begin, token.end};
    const auto unit = static_cast<char32_t>(static_cast<std::uint32_t>(token.number < 0 ? token.number + 65536 : token.number));
    if (unit >= 0xD800 && unit < 0xDC00) {
        lone_surrogate();
        high_surrogate_ = unit;
        high_place_ = place;
        return;
    }
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    char32_t c = unit;
    if (low && high_surrogate_ != 0) {
        c = 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00);
        high_surrogate_ = 0;
        place.begin = high_place_.begin;
    }
    lone_surrogate();
    if (c > 0x10FFFF || c == 0 || (low && c == unit)) {
        ++result_.replaced;
        put(replacement, place);
        return;
    }
    std::string utf8;
    append_utf8(c, utf8);
    put(utf8, place);
}

void Parser::lone_surrogate() {
    if (high_surrogate_ == 0) return;
    high_surrogate_ = 0;
    ++result_.replaced;
    put(replacement, high_place_);
}

// Bytes in the charset of the font, gathered, since a character may be of two.
void Parser::bytes(std::string_view text, common::Place place) {
    const std::size_t skipped = std::min(text.size(), static_cast<std::size_t>(to_skip_));
    to_skip_ -= static_cast<std::int32_t>(skipped);
    text.remove_prefix(skipped);
    if (text.empty() || too_deep_ > 0 || state_.destination == Destination::skip) return;
    if (pending_page_ != page()) flush();
    pending_page_ = page();
    if (pending_.empty()) pending_place_.begin = place.begin + skipped;
    pending_place_.end = place.end;
    pending_ += text;
}

std::int32_t Parser::page() const {
    const std::int32_t font = state_.destination == Destination::fonts ? defined_font_ : state_.font >= 0 ? state_.font : default_font_;
    const auto found = font_pages_.find(font);
    // A font of charset 0 only says that it is Latin, as fonts of other charsets do in files by older programs.
    const bool says = found != font_pages_.end() && (found->second != 1252 || page_ == 1252);
    return says && state_.destination == Destination::body ? found->second : page_;
}

void Parser::flush() {
    if (pending_.empty()) return;
    std::string bytes;
    bytes.swap(pending_);
    const common::Place place = pending_place_;
    lone_surrogate();
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        put(bytes, place);
        return;
    }
    const std::string_view charset = charset_of_page(pending_page_);
    const common::Decoded decoded = common::decode(bytes, charset.empty() ? "CP1252" : charset);
    result_.replaced += decoded.replaced;
    if (result_.charset.empty()) result_.charset = charset;
    put(decoded.text, place);
}

void Parser::put(std::string_view utf8, common::Place place) {
    if (too_deep_ > 0) return;
    switch (state_.destination) {
        case Destination::title:
            result_.title += utf8;
            break;
        case Destination::author:
            result_.author += utf8;
            break;
        case Destination::styles:
            style_name_ += utf8;
            break;
        case Destination::note:
            if (!state_.hidden && !state_.deleted) notes_.add(utf8, place);
            break;
        case Destination::body:
            if (!state_.hidden && !state_.deleted) {
                begin_if_needed();
                composer_.add(utf8, place);
            }
            break;
        default:
            break;
    }
}

void Parser::begin_if_needed() {
    if (composer_.is_open()) return;
    const auto style = styles_.find(style_);
    dateline_block_kind kind = style == styles_.end() ? DATELINE_BLOCK_PARAGRAPH : style->second;
    if (kind == DATELINE_BLOCK_PARAGRAPH && has_outline_) kind = DATELINE_BLOCK_HEADING;
    if (kind == DATELINE_BLOCK_PARAGRAPH && is_item_) kind = DATELINE_BLOCK_LIST_ITEM;
    composer_.begin(in_table_ ? DATELINE_BLOCK_TABLE_ROW : kind);
}

}  // namespace rtf
