#include "runs.h"

#include <algorithm>

namespace dateline::people {
namespace {

constexpr std::size_t most_particles = 3;  // de la, van der, von und zu

}  // namespace

bool Runs::is_capital_word(std::size_t token) const {
    return document_.is(token, DATELINE_TOKEN_CAPITAL) && document_.is(token, DATELINE_TOKEN_WORD) &&
           !document_.is(token, DATELINE_TOKEN_HAS_DIGIT);
}

// Two spaces part columns and the entries of a list.
bool Runs::is_gap(std::size_t token) const {
    const std::uint32_t end = document_.tokens()[token - 1].end, begin = document_.tokens()[token].begin;
    if (begin - end < 2) {
        return false;
    }
    const std::string_view space = document_.text(end, begin);
    return std::count_if(space.begin(), space.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }) > 1;
}

// Whether a token follows the one before it in the same line and sentence.
bool Runs::continues(std::size_t token) const {
    return token < count_ && token > 0 &&
           !document_.is(token, DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START | DATELINE_TOKEN_SENTENCE_START) && !is_gap(token);
}

bool Runs::is_mark(std::size_t token, char mark) const {
    if (!document_.is(token, DATELINE_TOKEN_PUNCTUATION)) {
        return false;
    }
    const std::string_view folded = document_.folded(token);
    return folded.size() == 1 && folded.front() == mark;
}

bool Runs::next(std::vector<Part>& parts) {
    while (at_ < count_ && !is_capital_word(at_)) {
        ++at_;
    }
    if (at_ == count_) {
        return false;
    }
    add_leading_particles(parts);
    add_word(parts);
    while (continues(at_)) {
        if (is_capital_word(at_)) {
            add_word(parts);
        } else if (!add_suffix(parts) && !add_particles(parts) && !add_nickname(parts)) {
            break;
        }
    }
    return true;
}

// `van der` before the run's first word.
void Runs::add_leading_particles(std::vector<Part>& parts) const {
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < most_particles && continues(begin) && document_.is(begin - 1, DATELINE_TOKEN_LOWER) &&
           (document_.lists(begin - 1) & words_.particle) != 0) {
        --begin;
    }
    if (begin < at_) {
        parts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), kind::particle, 0});
    }
}

// Words joined by hyphens are one part, which is all that any of them is, but a given name of syllables only when all are.
std::size_t Runs::hyphenated_end(std::size_t first, std::uint32_t& bits) const {
    constexpr std::uint32_t syllables = kind::syllable | kind::two_syllables;
    std::size_t end = first + 1;
    while (end + 1 < count_ && is_mark(end, '-') && !document_.is(end, DATELINE_TOKEN_SPACE_BEFORE) && continues(end + 1) &&
           document_.is(end + 1, DATELINE_TOKEN_WORD) && !document_.is(end + 1, DATELINE_TOKEN_SPACE_BEFORE)) {
        const std::uint32_t more = words_.kind(document_, end + 1);
        bits = (bits & more & syllables) | ((bits | more) & ~syllables) | kind::hyphenated;
        bits |= document_.is(end + 1, DATELINE_TOKEN_LOWER) ? std::uint32_t{kind::lower_second} : 0;
        if (document_.is(end + 1, DATELINE_TOKEN_LOWER) && (document_.lists(end + 1) & words_.compound) != 0) {
            bits = kind::common_word | kind::hyphenated;  // London-based
        }
        end += 2;
    }
    return end;
}

// Whether the full stop behind a word belongs to it: Dr., St., Mohd., Jr.
bool Runs::takes_stop(std::size_t first, std::uint32_t bits) const {
    if (at_ != first + 1 || !continues(at_) || !is_mark(at_, '.') || document_.is(at_, DATELINE_TOKEN_SPACE_BEFORE)) {
        return false;
    }
    if ((bits & kind::suffix) != 0) {
        return !document_.is(first, DATELINE_TOKEN_ALL_CAPITALS);
    }
    return continues(at_ + 1) && ((bits & kind::title) != 0 || (document_.lists(first) & (words_.particle | words_.name_abbreviation)) != 0);
}

// Letters of an order, degree or office behind a name, which end it: Jane Roe DBE. Not in a line of capitals, and not a family name: Jack MA.
bool Runs::are_letters(std::size_t first, std::uint32_t bits, const std::vector<Part>& parts) const {
    constexpr std::uint32_t names = kind::chinese_surname | kind::asian_surname;
    if (parts.empty() || parts.back().end != first || !document_.is(first, DATELINE_TOKEN_ALL_CAPITALS)) {
        return false;
    }
    const bool after_letters = parts.back().kind == (kind::title | kind::all_capitals);
    const bool after_word = !parts.back().is(kind::all_capitals | kind::title | kind::initial);
    return (after_word || after_letters) && (bits & names) == 0 && (document_.lists(first) & words_.credential) != 0;
}

void Runs::add_word(std::vector<Part>& parts) {
    const std::size_t first = at_;
    const dateline_token& token = document_.tokens()[first];
    std::uint32_t bits = words_.kind(document_, first);
    at_ = hyphenated_end(first, bits);
    if (at_ == first + 1 && token.end - token.begin == 1 && (bits & kind::function_word) == 0) {
        bits |= kind::initial;  // John F Kennedy
    }
    if (takes_stop(first, bits)) {
        ++at_;
        bits &= (bits & kind::title) != 0 ? ~std::uint32_t{kind::name_form & ~kind::suffix} : ~0u;
        bits |= (document_.lists(first) & words_.name_abbreviation) != 0 ? std::uint32_t{kind::given} : 0;
    }
    if (are_letters(first, bits, parts)) {
        bits = kind::title | kind::all_capitals;
    }
    parts.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at_), bits, at_ == first + 1 ? cut_of(first, bits) : 0});
}

// The last capital behind a small letter, with a word's length on both sides; not in McDonald and MacDonald.
std::uint32_t Runs::cut_of(std::size_t token, std::uint32_t bits) const {
    constexpr std::size_t shortest = 3;
    if ((bits & kind::inner_capital) == 0 || (bits & kind::on_name_list) != 0) {
        return 0;
    }
    const std::string_view word = document_.word(token);
    for (std::size_t i = word.size(); i-- > shortest;) {
        const bool capital = word[i] >= 'A' && word[i] <= 'Z', after_small = word[i - 1] >= 'a' && word[i - 1] <= 'z';
        if (capital && after_small) {
            const bool both = word.size() - i >= shortest && word.substr(0, i) != "Mac";
            return both ? document_.tokens()[token].begin + static_cast<std::uint32_t>(i) : 0;
        }
    }
    return 0;
}

bool Runs::add_particles(std::vector<Part>& parts) {
    std::size_t end = at_;
    while (end - at_ < most_particles && continues(end) && document_.is(end, DATELINE_TOKEN_LOWER) &&
           (document_.lists(end) & words_.particle) != 0) {
        ++end;
        if (continues(end) && is_mark(end, '-') && !document_.is(end, DATELINE_TOKEN_SPACE_BEFORE)) {
            ++end;  // al-Sisi
        }
    }
    if (end == at_ || !continues(end) || !is_capital_word(end)) {
        return false;
    }
    parts.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), kind::particle, 0});
    at_ = end;
    return true;
}

// William "Bill" Gates, Robert (Bob) Smith: one or two words inside, a capitalised word behind.
bool Runs::add_nickname(std::vector<Part>& parts) {
    const bool parenthesis = is_mark(at_, '(');
    if (!parenthesis && !is_mark(at_, '"') && !is_mark(at_, '\'')) {
        return false;
    }
    std::size_t end = at_ + 1;
    while (end - at_ <= 2 && continues(end) && is_capital_word(end)) {
        ++end;
    }
    const bool closed = end > at_ + 1 && continues(end) &&
                        (is_mark(end, ')') == parenthesis && (is_mark(end, ')') || is_mark(end, '"') || is_mark(end, '\'')));
    const bool goes_on = closed && continues(end + 1) &&
                         (is_capital_word(end + 1) || (document_.lists(end + 1) & words_.particle) != 0);
    if (!goes_on || !parts.back().can_name()) {
        return false;
    }
    parts.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end + 1), kind::nickname, 0});
    at_ = end + 1;
    return true;
}

bool Runs::add_suffix(std::vector<Part>& parts) {
    if (!is_mark(at_, ',') || !continues(at_ + 1) || (document_.lists(at_ + 1) & words_.suffix) == 0) {
        return false;
    }
    const std::size_t first = at_;
    at_ += 2;
    if (continues(at_) && is_mark(at_, '.') && !document_.is(at_, DATELINE_TOKEN_SPACE_BEFORE)) {
        ++at_;
    }
    parts.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at_), kind::suffix, 0});
    return true;
}

}  // namespace dateline::people
