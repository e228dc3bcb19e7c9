/// Text into tokens, folded and hashed on the way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/characters.h"
#include "core/text/shape.h"
#include "dateline/text.h"

namespace dateline::text {

/// A token is cut after so many bytes, between two grapheme clusters: work a token is bounded.
inline constexpr std::uint32_t longest_token = 1024;

/// Appends the tokens of one text, block by block. `sentence` and the flags of blocks and sentences are left to others.
class Tokenizer {
public:
    /// Valid UTF-8 without NUL. `folded` and `tokens` are filled in; both must be empty and outlive this.
    Tokenizer(std::string_view text, std::string& folded, std::vector<dateline_token>& tokens);

    /// The tokens of text[begin, end), which is no earlier than what came before.
    void run(std::uint32_t begin, std::uint32_t end);
    /// Cuts `folded` to what is used. Call once, when all blocks have been run.
    void finish() { folded_.resize(used_); }

private:
    unsigned char byte(std::uint32_t at) const { return static_cast<unsigned char>(text_[at]); }
    bool is_letter(std::uint32_t at) const;
    bool is_possessive(std::uint32_t apostrophe, std::uint32_t length) const;
    std::uint32_t apostrophe_length(std::uint32_t at) const;

    void skip_marks();
    void skip_space(std::uint32_t end);
    void note_space(char c);
    void find_at_sign();
    bool ascii_word();
    void word();
    void cluster();
    void apostrophe(std::uint32_t length);
    bool reference();
    void symbol(std::uint32_t end);
    bool initials();
    bool url(std::uint32_t scheme_length);
    bool email();
    bool address(std::uint32_t end);
    void emit(std::uint32_t end, std::uint32_t flags);
    void push(std::uint32_t end, std::uint32_t flags, std::uint32_t folded_length, std::uint64_t hash);
    void reserve_folded(std::size_t bytes);

    std::string_view text_;
    std::string& folded_;
    std::vector<dateline_token>& tokens_;
    std::string scratch_;
    std::uint32_t at_ = 0, end_ = 0;      ///< where the next token is looked for; the block's end
    std::uint32_t used_ = 0;              ///< of folded_, which always has room for the rest of the text if it is ASCII
    std::uint32_t next_at_sign_ = 0;      ///< the first @ at or after at_, when it is not before at_
    std::uint32_t before_ = 0;            ///< SPACE_BEFORE, LINE_BEFORE for the next token
};

}  // namespace dateline::text
