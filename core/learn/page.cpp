#include "core/learn/page.h"

#include <algorithm>
#include <bit>

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/hash.h"

namespace dateline::learn {
namespace {

using text::short_hash;

constexpr std::uint32_t longest_run = 12;  // tokens of a run whose first letters are looked at

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<unsigned char, 256> shape_classes = [] {
    std::array<unsigned char, 256> classes{};
    for (unsigned i = 0; i < 256; ++i) {
        const bool upper = i >= 'A' && i <= 'Z', lower = (i >= 'a' && i <= 'z') || i >= 0x80, digit = i >= '0' && i <= '9';
        classes[i] = static_cast<unsigned char>(upper ? 'X' : lower ? 'x' : digit ? '9' : i);
    }
    return classes;
}();

// shape_of() of the `size` bytes of a text from `begin` on. Most words are short, and a letter with small ones behind it: one step for these.
std::uint64_t quick_shape(std::string_view text, std::size_t begin, std::size_t size) {
    if (size > 8 || begin + 8 > text.size()) return shape_of(text.substr(begin, size));
    const text::AsciiRun run = text::ascii_run(text::load(text.data() + begin, 8));
    const std::uint64_t behind = ~std::uint64_t{0} >> (64 - 8 * size) & ~std::uint64_t{0xFF};
    if (run.length < size || (run.digit & 0x80) != 0 || ((run.upper | run.digit) & behind) != 0) return shape_of(text.substr(begin, size));
    constexpr std::uint64_t small = 'x' | 'x' << 8, capital = 'X' | 'x' << 8 | 'x' << 16;
    return (run.upper & 0x80) != 0 ? capital & (size >= 3 ? 0xFFFFFF : size == 2 ? 0xFFFF : 0xFF) : small & (size >= 2 ? 0xFFFF : 0xFF);
}

// Small words between the capitals of a name.
bool is_inside_names(std::uint64_t word) {
    return word == short_hash("of") || word == short_hash("and") || word == short_hash("for") || word == short_hash("the") || word == short_hash("&");
}

std::uint64_t name_key(const Candidate& candidate) { return text::hash_step(candidate.name_hash, candidate.type); }

}  // namespace

std::uint64_t shape_of(std::string_view word) {
    std::uint64_t shape = 0;
    int count = 0;
    unsigned char last = 0, before = 0;
    for (const char c : word) {
        const unsigned char now = shape_classes[static_cast<unsigned char>(c)];
        if (now == last && now == before) continue;
        if (count == 8) break;
        shape |= std::uint64_t{now} << (8 * count++);
        before = last;
        last = now;
    }
    return shape;
}

std::string number_pattern(std::string_view word) {
    if (word.size() > 5) return "<number>";
    std::string pattern(word);
    for (char& c : pattern) c = is_digit(c) ? '9' : c;
    return pattern;
}

std::uint64_t word_key(std::uint64_t hash, std::uint32_t flags) {
    const std::uint64_t form = (flags & DATELINE_TOKEN_ALL_CAPITALS) != 0 ? 0x7A02 : (flags & DATELINE_TOKEN_CAPITAL) != 0 ? 0x7A01 : 0x7A00;
    return text::hash_step(hash, form);
}

void Page::open(const Document& document, const Proposals& proposals, const Weights& weights) {
    document_ = &document;
    weights_ = &weights;
    const auto count = static_cast<std::uint32_t>(document.analysis.tokens.size());
    words_.assign(count, {});
    for (std::uint32_t token = 0; token < count; ++token) {
        read(token);
        weights.prefetch(word_key(words_[token].word, document.analysis.tokens[token].flags));
    }
    for (std::uint32_t token = 0; token < count; ++token) look_up(token, weights);
    find_styles();
    count_capitals();
    count_lower();
    find_initials();
    count_names(proposals);
}

std::string_view Page::text_of(std::uint32_t token) const {
    const dateline_token& given = document_->analysis.tokens[token];
    return std::string_view(document_->text).substr(given.begin, given.end - given.begin);
}

std::string Page::word_text(std::uint32_t token) const {
    const dateline_token& given = document_->analysis.tokens[token];
    if ((given.flags & DATELINE_TOKEN_ADDRESS) != 0) return "<address>";
    if ((given.flags & DATELINE_TOKEN_HAS_DIGIT) != 0) return number_pattern(text_of(token));
    return document_->analysis.folded.substr(given.folded, given.folded_length);
}

void Page::read(std::uint32_t token) {
    static const std::uint64_t address = text::hash("<address>");
    const dateline_token& given = document_->analysis.tokens[token];
    Word& word = words_[token];
    word.word = (given.flags & DATELINE_TOKEN_ADDRESS) != 0     ? address
                : (given.flags & DATELINE_TOKEN_HAS_DIGIT) != 0 ? text::hash(number_pattern(text_of(token)))
                                                                : given.hash;
    word.shape = quick_shape(document_->text, given.begin, given.end - given.begin);
}

void Page::look_up(std::uint32_t token, const Weights& weights) {
    const dateline_token& given = document_->analysis.tokens[token];
    Word& word = words_[token];
    const auto found = static_cast<std::uint32_t>(weights.find(word_key(word.word, given.flags)));
    word.kinds = found >> class_bits & 0x3F;
    word.word_class = found & class_mask;
    if (word.word_class == 0 && (given.flags & DATELINE_TOKEN_ALL_CAPITALS) != 0) {
        const auto capital = static_cast<std::uint32_t>(weights.find(word_key(word.word, DATELINE_TOKEN_CAPITAL)));
        word.word_class = (capital & class_mask) == 0 ? 0 : (capital & class_mask) + capitals_class;
    }
    if (word.word_class == 0) word.word_class = word.shape | no_class;
}

std::uint32_t* Page::slot_of(std::uint64_t word) {
    const std::size_t mask = index_.size() - 1;
    std::size_t i = word & mask;
    while (index_[i] != 0 && known_[index_[i] - 1].word != word) i = (i + 1) & mask;
    return &index_[i];
}

void Page::count_capitals() {
    known_.clear();
    index_.assign(std::bit_ceil(2 * words_.size() + 2), 0);
    for (std::uint32_t token = 0; token < words_.size(); ++token) {
        if (!is_capital(token)) continue;
        std::uint32_t* slot = slot_of(words_[token].word);
        if (*slot == 0) {
            known_.push_back({words_[token].word});
            *slot = static_cast<std::uint32_t>(known_.size());
        }
        Known& known = known_[*slot - 1];
        known.places |= places_of(token);
        ++known.capitals;
        words_[token].known = *slot;
    }
}

void Page::count_lower() {
    for (std::uint32_t token = 0; token < words_.size(); ++token) {
        if (!is(token, DATELINE_TOKEN_LOWER | DATELINE_TOKEN_WORD)) continue;
        const std::uint32_t known = *slot_of(words_[token].word);
        words_[token].known = known;
        if (known != 0) ++known_[known - 1].lower;
    }
    for (Known& known : known_) {
        if (known.lower != 0) known.places |= known.lower > known.capitals ? place_lower_mostly : place_lower_too;
    }
}

// What the words beside a word with a capital show.
std::uint32_t Page::places_of(std::uint32_t token) const {
    std::uint32_t places = 0;
    const auto add = [&](bool is_so, Place place) { places |= is_so ? std::uint32_t{place} : 0; };
    const bool starts = is(token, DATELINE_TOKEN_SENTENCE_START);
    const std::uint32_t next = token + 1;
    const bool has_next = next < words_.size();
    const bool capital_before = token > 0 && !starts && is_capital(token - 1);
    const bool capital_after = has_next && !is(next, DATELINE_TOKEN_SENTENCE_START) && is_capital(next);
    if (token > 0 && !starts) {
        const std::uint32_t last = token - 1;
        add(has(last, kind_honorific) || (has(last, kind_title) && !has(last, kind_given_name)), place_after_title);
        add(token > 1 && reads(last, short_hash(".")) && has(token - 2, kind_honorific), place_after_title);
        add(has_next && reads(last, short_hash("(")) && reads(next, short_hash(")")), place_in_parentheses);
        add(reads(last, short_hash("in")) || reads(last, short_hash("from")) || reads(last, short_hash("to")), place_after_in);
        add(reads(last, short_hash("the")), place_after_the);
        add(capital_before && has(last, kind_given_name), place_after_given_name);
        add(has(last, kind_saying), place_before_saying);
    }
    if (has_next) {
        add(has(next, kind_saying), place_before_saying);
        add(capital_after && has(next, kind_legal_form), place_before_legal_form);
        add(next + 1 < words_.size() && reads(next, short_hash(",")) && has(next + 1, kind_legal_form) && is_capital(next + 1), place_before_legal_form);
        add(reads(next, short_hash("'s")), place_possessive);
        add(capital_after && has(next, kind_head), place_before_head);
        add(reads(next, short_hash("(")), place_before_parenthesis);
    }
    add(capital_before && !capital_after, place_ends_name);
    add(!capital_before && capital_after, place_begins_name);
    add(!capital_before && !capital_after && !starts, place_alone);
    return places;
}

std::uint32_t Page::places(std::uint32_t token) const {
    return words_[token].known == 0 ? 0 : known_[words_[token].known - 1].places;
}

std::uint32_t Page::capitals(std::uint32_t token) const {
    return words_[token].known == 0 ? 0 : known_[words_[token].known - 1].capitals;
}

void Page::find_styles() {
    styles_.clear();
    for (const dateline_sentence& sentence : document_->analysis.sentences) styles_.push_back(style_of(sentence));
}

Style Page::style_of(const dateline_sentence& sentence) const {
    std::uint32_t capital = 0, all_capitals = 0, lower = 0;
    for (std::uint32_t token = sentence.first_token; token < sentence.first_token + sentence.token_count; ++token) {
        const dateline_token& given = document_->analysis.tokens[token];
        if ((given.flags & DATELINE_TOKEN_WORD) == 0) continue;
        if ((given.flags & DATELINE_TOKEN_ALL_CAPITALS) != 0) {
            ++all_capitals;
        } else if ((given.flags & DATELINE_TOKEN_CAPITAL) != 0) {
            ++capital;
        } else {
            lower += given.end - given.begin > 3 ? 1 : 0;
        }
    }
    const std::uint32_t kind = document_->analysis.blocks[sentence.block].kind;
    const bool heading = kind == DATELINE_BLOCK_TITLE || kind == DATELINE_BLOCK_HEADING;
    const Style style = all_capitals > 2 * (capital + lower)     ? Style::capitals
                        : capital + all_capitals > 2 * lower + 1 ? Style::title_case
                                                                 : Style::plain;
    return static_cast<Style>(static_cast<int>(style) + (heading ? 3 : 0));
}

// Nearly all stretches of first letters are no word of the document, so the words in capitals are put into a filter first.
void Page::find_initials() {
    initials_.clear();
    asked_.fill(0);
    const auto count = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t token = 0; token < count; ++token) {
        if (!is(token, DATELINE_TOKEN_ALL_CAPITALS)) continue;
        const std::string_view word = text_of(token);
        if (word.size() > 8) continue;
        const std::size_t bit = asked_bit(text::load(word.data(), word.size()));
        asked_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
    }
    for (std::uint32_t token = 0; token < count;) {
        token = is_capital(token) ? add_run(token, count) : token + 1;
    }
    std::sort(initials_.begin(), initials_.end());
    initials_.erase(std::unique(initials_.begin(), initials_.end()), initials_.end());
}

// All stretches of two first letters or more of a run of capitalised words and the small words between them.
std::uint32_t Page::add_run(std::uint32_t first, std::uint32_t end) {
    std::array<char, longest_run> letters{};
    std::size_t count = 0;
    std::uint32_t token = first;
    for (const std::uint32_t limit = std::min(end, first + longest_run); token < limit; ++token) {
        if (token > first && is(token, DATELINE_TOKEN_SENTENCE_START)) break;
        if (is_capital(token)) {
            letters[count++] = text_of(token).front();
        } else if (!is_inside_names(document_->analysis.tokens[token].hash)) {
            break;
        }
    }
    for (std::size_t begin = 0; begin + 1 < count; ++begin) {
        std::uint64_t stretch = text::load(letters.data() + begin, 1);
        for (std::size_t length = 2; length <= std::min<std::size_t>(8, count - begin); ++length) {
            stretch |= std::uint64_t{static_cast<unsigned char>(letters[begin + length - 1])} << (8 * (length - 1));
            const std::size_t bit = asked_bit(stretch);
            if ((asked_[bit >> 6] >> (bit & 63) & 1) != 0) initials_.push_back(stretch);
        }
    }
    return token;
}

bool Page::are_initials(std::uint32_t token) const {
    const std::string_view word = text_of(token);
    return word.size() <= 8 && std::binary_search(initials_.begin(), initials_.end(), text::load(word.data(), word.size()));
}

void Page::count_names(const Proposals& proposals) {
    names_.assign(std::bit_ceil(2 * proposals.candidates.size() + 2), {});
    const std::size_t mask = names_.size() - 1;
    for (const Candidate& candidate : proposals.candidates) {
        const std::uint64_t key = name_key(candidate);
        std::size_t i = key & mask;
        while (names_[i].count != 0 && names_[i].name != key) i = (i + 1) & mask;
        names_[i].name = key;
        ++names_[i].count;
    }
}

std::uint32_t Page::name_count(const Candidate& candidate) const {
    const std::size_t mask = names_.size() - 1;
    const std::uint64_t key = name_key(candidate);
    std::size_t i = key & mask;
    while (names_[i].count != 0 && names_[i].name != key) i = (i + 1) & mask;
    return names_[i].count;
}

}  // namespace dateline::learn
