/// RTF to blocks.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../common/composer.h"
#include "tokens.h"

namespace rtf {

/// What came out besides the blocks.
struct Result {
    std::string title, author;
    std::string_view language;   ///< that the program was set to; empty for English, to which most are
    std::string charset;         ///< of the bytes that are not ASCII, when they say
    std::uint64_t replaced = 0;  ///< characters that are none
    bool cut = false;            ///< the end is missing
    bool deep = false;           ///< groups nest deeper than is read
};

class Parser {
public:
    static constexpr std::size_t deepest = 1000;  ///< Word nests about twenty groups; a group deeper than this is not read

    Parser(std::string_view bytes, common::Composer& composer) : tokens_(bytes), composer_(composer) {
        composer.read_from(bytes);
        notes_.read_from(bytes);
    }
    Result parse();

private:
    enum class Destination : std::uint8_t { body, skip, fonts, styles, info, title, author, note };
    struct State {
        Destination destination = Destination::body;
        std::int32_t font = -1;
        std::int32_t fallback = 1;  ///< characters after \u that are for programs without Unicode
        bool hidden = false, deleted = false;
    };

    void take(const Token& token);
    void open();
    void close();
    void word(const Token& token);
    bool destination_word(std::string_view name);
    bool character_word(const Token& token);
    bool paragraph_word(const Token& token);
    void state_word(const Token& token);
    void symbol(const Token& token);
    void unicode(const Token& token);
    void bytes(std::string_view text, common::Place place);
    void put(std::string_view utf8, common::Place place);
    void flush();
    void lone_surrogate();
    void begin_if_needed();
    std::int32_t page() const;

    Tokens tokens_;
    common::Composer& composer_;
    Result result_;
    State state_;
    std::vector<State> groups_;
    std::uint64_t too_deep_ = 0;  ///< groups open beyond the deepest
    std::map<std::int32_t, std::int32_t> font_pages_;
    std::map<std::int32_t, dateline_block_kind> styles_;
    std::string style_name_;
    common::Composer notes_;  ///< footnotes and text boxes: they follow the text
    std::int32_t style_ = 0, defined_font_ = -1, defined_style_ = 0;
    std::int32_t page_ = 1252, default_font_ = -1;
    std::string pending_;  ///< bytes in the charset of pending_page_
    std::int32_t pending_page_ = 0;
    common::Place pending_place_;
    char32_t high_surrogate_ = 0;
    common::Place high_place_;
    std::int32_t to_skip_ = 0;                    ///< fallback characters that are still to come
    bool group_began_ = false, starred_ = false;  ///< the next word may name a destination
    bool in_table_ = false, is_item_ = false, has_outline_ = false;
};

}  // namespace rtf
