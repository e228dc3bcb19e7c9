#include "core/text/tokens.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/text/addresses.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/hash.h"
#include "core/text/utf8.h"

namespace dateline::text {
namespace {

enum class ByteClass : std::uint8_t { space, alphanumeric, mark, apostrophe, unicode };

constexpr std::array<ByteClass, 256> make_byte_classes() {
    std::array<ByteClass, 256> classes{};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const bool alphanumeric = (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z');
        classes[i] = i >= 0x80              ? ByteClass::unicode
                     : alphanumeric         ? ByteClass::alphanumeric
                     : i == '\''            ? ByteClass::apostrophe
                     : i <= ' ' || i == 127 ? ByteClass::space
                                            : ByteClass::mark;
    }
    return classes;
}
constexpr auto byte_classes = make_byte_classes();

/// More letters with full stops than any abbreviation has are cut: a line of nothing else must cost no more than others.
constexpr std::uint32_t most_initials = 16;

bool is_word_class(CharacterClass character_class) {
    return character_class == CharacterClass::letter || character_class == CharacterClass::digit;
}

}  // namespace

Tokenizer::Tokenizer(std::string_view text, std::string& folded, std::vector<dateline_token>& tokens)
    : text_(text), folded_(folded), tokens_(tokens) {
    folded_.resize(text.size() + 8);
    find_at_sign();
}

void Tokenizer::run(std::uint32_t begin, std::uint32_t end) {
    if (tokens_.empty()) before_ = DATELINE_TOKEN_SPACE_BEFORE | DATELINE_TOKEN_LINE_BEFORE;
    for (const char c : text_.substr(at_, begin - at_)) note_space(c);
    at_ = begin;
    end_ = end;
    skip_marks();
    for (skip_space(end_); at_ < end_; skip_space(end_)) {
        switch (byte_classes[byte(at_)]) {
            case ByteClass::alphanumeric:
                if (!email() && !ascii_word()) word();
                break;
            case ByteClass::mark:
                if (byte(at_) != '&' || !reference()) symbol(at_ + 1);
                break;
            case ByteClass::apostrophe:
                apostrophe(1);
                break;
            default:
                cluster();
        }
    }
}

/// A block may begin after white space that marks sit on.
void Tokenizer::skip_marks() {
    while (at_ > 0 && at_ < end_ && may_join_ascii(byte(at_)) && !is_grapheme_boundary(text_, at_)) at_ += character_at(text_, at_).length;
}

/// Skips ASCII white space; Unicode's comes as clusters. Stops before a character that a mark sits on.
void Tokenizer::skip_space(std::uint32_t end) {
    while (at_ < end && byte_classes[byte(at_)] == ByteClass::space) {
        if (at_ + 1 < end && may_join_ascii(byte(at_ + 1))) {
            cluster();
            continue;
        }
        note_space(text_[at_]);
        ++at_;
    }
}

void Tokenizer::note_space(char c) {
    if (byte_classes[static_cast<unsigned char>(c)] == ByteClass::space) before_ |= DATELINE_TOKEN_SPACE_BEFORE;
    if (c == '\n' || c == '\r') before_ |= DATELINE_TOKEN_LINE_BEFORE;
}

/// The word at at_ if it is plain ASCII to its end; false when it needs a closer look.
bool Tokenizer::ascii_word() {
    const std::uint32_t limit = std::min(end_ - at_, longest_token);
    std::uint64_t hash = hash_seed, first = 0, carry = 0, lower = 0;
    std::uint32_t length = 0, flags = 0, capitals = 0, letters_before = 0;
    while (length < limit) {
        const std::uint32_t available = std::min(limit - length, 8u);
        const char* source = text_.data() + at_ + length;
        const bool whole = at_ + length + 8 <= text_.size();
        std::uint64_t bytes = whole ? load(source, 8) : load(source, available);
        if (available < 8) bytes &= (std::uint64_t{1} << (8 * available)) - 1;
        const AsciiRun run = ascii_run(bytes);
        if (run.length == 0) break;
        if (length == 0) {
            first = run.folded;
            if (run.lower & 0x80) flags |= DATELINE_TOKEN_LOWER;
        }
        if (letters_before == 0) {
            const std::uint64_t letters = run.upper | run.lower;
            if (run.upper & letters & (~letters + 1)) flags |= DATELINE_TOKEN_CAPITAL;
            letters_before = letters != 0;
        }
        const std::uint64_t small = run.lower | run.digit;
        if (run.upper & (small << 8 | carry)) flags |= DATELINE_TOKEN_INNER_CAPITAL;
        if (run.digit != 0) flags |= DATELINE_TOKEN_HAS_DIGIT;
        carry = small >> 56;
        lower |= run.lower;
        capitals += count_bytes(run.upper);
        std::memcpy(folded_.data() + used_ + length, &run.folded, 8);
        hash = hash_step(hash, run.folded);
        length += run.length;
        if (run.length < 8) break;
    }
    const std::uint32_t next = at_ + length;
    if (next < end_) {
        const char follower = text_[next];
        if (static_cast<signed char>(follower) < 0 || follower == '\'') return false;
        if (follower == '.' && (length == 1 || (length == 3 && first == 0x777777))) return false;
        if (follower == ':' && end_ - next > 2 && text_[next + 1] == '/' && text_[next + 2] == '/' && url(length + 3)) return true;
    }
    flags |= letters_before != 0 ? std::uint32_t{DATELINE_TOKEN_WORD} : std::uint32_t{DATELINE_TOKEN_NUMBER};
    if (capitals >= 2 && lower == 0) flags |= DATELINE_TOKEN_ALL_CAPITALS;
    push(next, flags, length, hash_finish(hash));
    return true;
}

/// Any word: Unicode, apostrophes inside, initials.
void Tokenizer::word() {
    if (initials() || (text_.substr(at_, 4) == "www." && url(4))) return;
    Shape shape;
    CharacterClass previous = CharacterClass::punctuation;
    std::uint32_t position = at_;
    while (position < end_) {
        const Cluster cluster = cluster_at(text_, position, end_);
        if (cluster.end - at_ > longest_token && position > at_) break;
        std::uint32_t next = cluster.end;
        if (cluster.kind.character_class == CharacterClass::letter) {
            shape.letter(cluster.kind.letter_case);
        } else if (cluster.kind.character_class == CharacterClass::digit) {
            shape.digit();
        } else if (const std::uint32_t length = apostrophe_length(position); length != 0) {
            const bool inside = previous == CharacterClass::letter && cluster.end == position + length && is_letter(cluster.end) &&
                                !is_possessive(position, length);
            if (!inside) break;
            shape.other();
        } else if (cluster.kind.character_class != CharacterClass::ignorable || next >= end_ ||
                   !is_word_class(cluster_at(text_, next, end_).kind.character_class)) {
            break;
        }
        previous = cluster.kind.character_class;
        position = next;
    }
    emit(position, shape.flags());
}

/// What begins with a character that is not ASCII, or with a mark on white space.
void Tokenizer::cluster() {
    const Cluster cluster = cluster_at(text_, at_, end_);
    switch (cluster.kind.character_class) {
        case CharacterClass::letter:
        case CharacterClass::digit:
            return word();
        case CharacterClass::han:
            return emit(cluster.end, DATELINE_TOKEN_WORD | DATELINE_TOKEN_HAN);
        case CharacterClass::space: {
            const std::string_view space = text_.substr(at_, cluster.end - at_);
            before_ |= DATELINE_TOKEN_SPACE_BEFORE;
            note_space(space[0]);
            if (space == "\u2028" || space == "\u2029" || space == "\u0085") before_ |= DATELINE_TOKEN_LINE_BEFORE;
            at_ = cluster.end;
            return;
        }
        case CharacterClass::ignorable:
            at_ = cluster.end;
            return;
        default:
            if (const std::uint32_t length = apostrophe_length(at_); length != 0) return apostrophe(length);
            emit(cluster.end, DATELINE_TOKEN_PUNCTUATION);
    }
}

bool Tokenizer::is_letter(std::uint32_t at) const {
    return at < end_ && cluster_at(text_, at, end_).kind.character_class == CharacterClass::letter;
}

/// 1 for ', 3 for ’, 0 for all else.
std::uint32_t Tokenizer::apostrophe_length(std::uint32_t at) const {
    if (text_[at] == '\'') return 1;
    return text_.substr(at, 3) == "\u2019" && at + 3 <= end_ ? 3 : 0;
}

/// Whether 's stands at an apostrophe, and nothing more of a word.
bool Tokenizer::is_possessive(std::uint32_t apostrophe, std::uint32_t length) const {
    const std::uint32_t letter = apostrophe + length;
    if (letter >= end_ || (text_[letter] | 0x20) != 's') return false;
    const std::uint32_t next = letter + 1;
    if (next >= end_) return true;
    if (cluster_at(text_, letter, end_).end != next) return false;
    return !is_word_class(cluster_at(text_, next, end_).kind.character_class);
}

void Tokenizer::apostrophe(std::uint32_t length) {
    const bool after_word = !tokens_.empty() && tokens_.back().end == at_ && before_ == 0 &&
                            (tokens_.back().flags & (DATELINE_TOKEN_WORD | DATELINE_TOKEN_NUMBER)) != 0;
    const bool alone = cluster_at(text_, at_, end_).end == at_ + length;
    if (after_word && alone && is_possessive(at_, length)) return emit(at_ + length + 1, DATELINE_TOKEN_WORD);
    symbol(at_ + length);
}

/// One punctuation mark that ends at `end`, with what combines with it.
void Tokenizer::symbol(std::uint32_t end) {
    if (end < end_ && may_join_ascii(byte(end))) end = cluster_at(text_, at_, end_).end;
    if (end > at_ + 1) return emit(end, DATELINE_TOKEN_PUNCTUATION);
    folded_[used_] = text_[at_];
    push(end, DATELINE_TOKEN_PUNCTUATION, 1, hash_finish(hash_step(hash_seed, byte(at_))));
}

/// What a web page's markup has left in plain text: &amp; is a &, and &nbsp; a space.
bool Tokenizer::reference() {
    constexpr std::string_view ampersand = "&amp;", space = "&nbsp;";
    const std::string_view rest = text_.substr(at_, end_ - at_);
    const bool is_ampersand = rest.starts_with(ampersand);
    if (!is_ampersand && !rest.starts_with(space)) return false;
    const auto length = static_cast<std::uint32_t>(is_ampersand ? ampersand.size() : space.size());
    if (at_ + length < end_ && may_join_ascii(byte(at_ + length))) return false;
    if (is_ampersand) {
        folded_[used_] = '&';
        push(at_ + length, DATELINE_TOKEN_PUNCTUATION, 1, hash_finish(hash_step(hash_seed, '&')));
    } else {
        before_ |= DATELINE_TOKEN_SPACE_BEFORE;
        at_ += length;
    }
    return true;
}

/// J.  U.S.  J.K.  p.m.  One letter and a full stop, again and again.
bool Tokenizer::initials() {
    Shape shape;
    std::uint32_t position = at_, count = 0;
    while (position < end_ && count < most_initials) {
        const Cluster cluster = cluster_at(text_, position, end_);
        if (cluster.kind.character_class != CharacterClass::letter || cluster.end >= end_ || text_[cluster.end] != '.') break;
        const std::uint32_t next = cluster.end + 1;
        if (next < end_ && (text_[next] == '.' || (may_join_ascii(byte(next)) && cluster_at(text_, cluster.end, end_).end != next))) break;
        shape.letter(cluster.kind.letter_case);
        position = next;
        ++count;
    }
    if (count == 0 || position - at_ > longest_token) return false;
    if (shape.only_capitals()) {
        emit(position, shape.flags() | DATELINE_TOKEN_INITIAL);
        return true;
    }
    if (count < 2 || (count < most_initials && position < end_ && is_word_class(cluster_at(text_, position, end_).kind.character_class))) return false;
    emit(position, shape.flags());
    return true;
}

bool Tokenizer::url(std::uint32_t scheme_length) {
    if (scheme_length > longest_local_part || at_ + scheme_length >= end_) return false;
    const std::uint32_t limit = std::min(end_, at_ + longest_token);
    return address(url_end(text_, at_, at_ + scheme_length, limit));
}

void Tokenizer::find_at_sign() {
    const std::size_t found = text_.find('@', at_);
    next_at_sign_ = static_cast<std::uint32_t>(found == std::string_view::npos ? text_.size() + longest_local_part + 1 : found);
}

bool Tokenizer::email() {
    if (next_at_sign_ < at_) find_at_sign();
    if (next_at_sign_ - at_ > longest_local_part || next_at_sign_ >= end_ || next_at_sign_ == at_) return false;
    return address(email_end(text_, at_, next_at_sign_, std::min(end_, at_ + longest_token)));
}

/// Emits what ends at `end`, unless that is at_, or inside a grapheme cluster.
bool Tokenizer::address(std::uint32_t end) {
    if (end == at_) return false;
    if (end < end_ && may_join_ascii(byte(end)) && cluster_at(text_, end - 1, end_).end != end) return false;
    Shape shape;
    for (std::uint32_t i = at_; i < end; ++i) {
        const ByteClass byte_class = byte_classes[byte(i)];
        if (byte_class != ByteClass::alphanumeric) {
            shape.other();
        } else if (byte(i) <= '9') {
            shape.digit();
        } else {
            shape.letter(byte(i) <= 'Z' ? LetterCase::upper : LetterCase::lower);
        }
    }
    constexpr std::uint32_t kinds = DATELINE_TOKEN_WORD | DATELINE_TOKEN_NUMBER;
    emit(end, (shape.flags() & ~kinds) | DATELINE_TOKEN_ADDRESS);
    return true;
}

void Tokenizer::emit(std::uint32_t end, std::uint32_t flags) {
    scratch_.clear();
    fold(text_.substr(at_, end - at_), scratch_);
    reserve_folded(scratch_.size());
    std::memcpy(folded_.data() + used_, scratch_.data(), scratch_.size());
    push(end, flags, static_cast<std::uint32_t>(scratch_.size()), hash(scratch_));
}

void Tokenizer::push(std::uint32_t end, std::uint32_t flags, std::uint32_t folded_length, std::uint64_t hash) {
    tokens_.push_back({at_, end, used_, folded_length, 0, flags | before_, hash});
    used_ += folded_length;
    at_ = end;
    before_ = 0;
}

/// Keeps room for `bytes`, and after them for the rest of the text: some characters grow when they are folded.
void Tokenizer::reserve_folded(std::size_t bytes) {
    const std::size_t needed = used_ + bytes + (text_.size() - at_) + 8;
    if (needed > folded_.size()) folded_.resize(needed + needed / 4);
}

}  // namespace dateline::text
