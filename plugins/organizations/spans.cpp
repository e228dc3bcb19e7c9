#include "spans.h"

#include <algorithm>
#include <string_view>

#include "letters.h"

namespace dateline::organizations {
namespace {

constexpr std::size_t most_pieces = 6;
constexpr std::uint32_t most_tokens = 20;
constexpr std::size_t shortest_headline = 4;  // words that tell a headline
constexpr std::size_t most_small = 4;         // words in small letters, and so many that the rest of a sentence cannot make it a headline
constexpr std::size_t shortest_brand = 4;
constexpr std::uint32_t long_word = 4;  // shorter words are written small in headlines, too

}  // namespace

void complete(const Page& page, Span& span) {
    span.core_end = span.end;
    for (std::uint32_t token = span.first + 1; token < span.end; ++token) {
        const std::uint32_t form = page.mark(token).legal_form;
        if (form != 0 && token + form >= span.end) {
            span.core_end = page.at(token - 1, ',') ? token - 1 : token;
            break;
        }
    }
    span.name = hash_of(page, span.first, span.core_end);
}

void SpanFinder::find(std::uint32_t first, std::uint32_t end, std::vector<Span>& spans) {
    style_ = style(first, end);
    runs_.find(first, end, style_, pieces_, inner_);
    if (pieces_.empty()) {
        return;
    }
    pieces_.insert(pieces_.end(), inner_.begin(), inner_.end());
    sentence_first_ = first;
    for (std::size_t piece = 0; piece < pieces_.size(); ++piece) {
        from_piece(piece, spans);
    }
    from_heading(first, end, spans);
}

// "About" and a name of whatever words fill a line.
void SpanFinder::from_heading(std::uint32_t first, std::uint32_t end, std::vector<Span>& spans) const {
    constexpr std::uint32_t longest_heading = 8;
    if (page_.folded(first) != "about" || !page_.is(first + 1, DATELINE_TOKEN_CAPITAL) || end < first + 3) {
        return;
    }
    std::uint32_t stop = first + 2;
    while (stop < end && !page_.is_line_start(stop) && !page_.is(stop, DATELINE_TOKEN_PUNCTUATION)) {
        ++stop;
    }
    const bool whole = page_.is_line_start(stop) || (page_.at(stop, ':') && page_.is_line_start(stop + 1));
    if (whole && stop <= first + 1 + longest_heading && !(pieces_.front().first == first + 1 && pieces_.front().end == stop)) {
        add(first + 1, stop, 0, spans);
    }
}

Style SpanFinder::style(std::uint32_t first, std::uint32_t end) const {
    std::size_t capital = 0, small = 0, all = 0;
    bool ordinary = false;
    for (std::uint32_t token = first; token < end; ++token) {
        const dateline_token& word = page_.document().tokens()[token];
        if ((word.flags & DATELINE_TOKEN_WORD) == 0 || word.end - word.begin < long_word) {
            continue;
        }
        ordinary = ordinary || ((word.flags & DATELINE_TOKEN_CAPITAL) != 0 && token != first && is_common(token));
        if (small > most_small && small * 4 > capital + (end - token)) {
            return Style::plain;
        }
        all += (word.flags & DATELINE_TOKEN_ALL_CAPITALS) != 0;
        capital += (word.flags & DATELINE_TOKEN_CAPITAL) != 0;
        small += (word.flags & DATELINE_TOKEN_LOWER) != 0;
    }
    if (all >= 3 && all * 4 >= (capital + small) * 3) {
        return Style::capitals;
    }
    const bool headline = capital >= shortest_headline && small * 4 <= capital && ordinary && !page_.at(end - 1, '.');
    return headline ? Style::title_case : Style::plain;
}

void SpanFinder::from_piece(std::size_t first_piece, std::vector<Span>& spans) const {
    const Cuts begins = starts(pieces_[first_piece]);
    std::uint16_t joints = 0;
    for (std::size_t last = first_piece; last < std::min(pieces_.size(), first_piece + most_pieces); ++last) {
        if (last != first_piece) {
            if (pieces_[last].joint == Joint::none || pieces_[last].end - pieces_[first_piece].first > most_tokens) {
                break;
            }
            joints = static_cast<std::uint16_t>(joints | bit(pieces_[last].joint));
        }
        const Cuts stops = ends(pieces_[last]);
        for (std::uint32_t s = 0; s < begins.count; ++s) {
            for (std::uint32_t e = 0; e < stops.count; ++e) {
                const bool possible = begins.at[s] < stops.at[e] && (last == first_piece || joins(first_piece, last, joints, stops.at[e]));
                if (possible) {
                    add(begins.at[s], stops.at[e], joints, spans);
                }
            }
        }
    }
}

SpanFinder::Cuts SpanFinder::starts(const Piece& piece) const {
    Cuts cuts;
    cuts.add(piece.first);
    if (piece.joint == Joint::none && piece.first > sentence_first_ && is_brand(piece.first - 1) &&
        has(piece.first, piece.end, page_.words().legal_form)) {
        cuts.add(piece.first - 1);
    }
    for (std::uint32_t token = piece.first + 1; token < piece.end; ++token) {
        if (page_.in(token - 1, page_.words().behind_hyphen) && page_.at(token - 2, '-')) {
            cuts.count = 0;  // Eastport-based Acme Tools
        } else if (page_.is(token, DATELINE_TOKEN_PUNCTUATION) || !cuts_behind(token - 1, piece)) {
            continue;
        }
        cuts.add(token);
    }
    return cuts;
}

SpanFinder::Cuts SpanFinder::ends(const Piece& piece) const {
    Cuts cuts;
    cuts.add(piece.end);
    if (page_.is_possessive(piece.end)) {
        cuts.add(piece.end + 1);
    } else if (const std::uint32_t behind = behind_branch(piece.end); behind != piece.end) {
        cuts.add(behind);
    }
    if (const std::uint32_t behind = behind_number(piece); behind != piece.end) {
        cuts.add(behind);
    }
    for (std::uint32_t token = piece.first + 1; token < piece.end; ++token) {
        if (inside_legal_form(token)) {
            continue;
        }
        const bool dangling = page_.is(token - 1, DATELINE_TOKEN_PUNCTUATION) && !(page_.at(token - 1, '.') && page_.mark(token - 2).legal_form != 0);
        if (!dangling && cuts_before(token, piece)) {
            cuts.add(token);
        }
    }
    return cuts;
}

// Escort Division 7, School No. 30: the first token behind the number.
std::uint32_t SpanFinder::behind_number(const Piece& piece) const {
    const bool numbered = page_.folded(piece.end - 1) == "no" && page_.at(piece.end, '.');
    const std::uint32_t number = numbered ? piece.end + 1 : piece.end;
    const bool within =
        page_.is_joined(number + 2) && !page_.is_possessive(number + 1) && !page_.is(number + 2, DATELINE_TOKEN_PUNCTUATION);  // 3/21, 2.5
    const bool goes_on = page_.is_joined(number + 1) && (!page_.is(number + 1, DATELINE_TOKEN_PUNCTUATION) || within);
    const bool is_number =
        page_.is(number, DATELINE_TOKEN_NUMBER) && page_.same_sentence(piece.first, number) && !page_.is_line_start(number) && !goes_on;
    return is_number && (numbered || !page_.in(piece.end - 1, page_.words().calendar | page_.words().function)) ? number + 1 : piece.end;
}

// (Tianjin) or (Group) at the end of a name: the first token behind it.
std::uint32_t SpanFinder::behind_branch(std::uint32_t token) const {
    if (!page_.at(token, '(')) {
        return token;
    }
    const std::uint32_t place = page_.mark(token + 1).place, end = token + 1 + std::max<std::uint32_t>(1, place);
    return page_.at(end, ')') && (place != 0 || page_.in(token + 1, page_.words().form_word | page_.words().head)) ? end + 1 : token;
}

// A word in small letters that no text has: before a name with a legal form it is the name's first word.
bool SpanFinder::is_brand(std::uint32_t token) const {
    return page_.is(token, DATELINE_TOKEN_LOWER) && page_.word(token).size() >= shortest_brand && !page_.is_possessive(token) &&
           !page_.is_line_start(token + 1) &&
           !page_.in(token, page_.words().small | page_.words().before_name | page_.words().verb | page_.words().body_noun);
}

// Whether a legal form goes on over this token.
bool SpanFinder::inside_legal_form(std::uint32_t token) const {
    constexpr std::uint32_t longest = 6;
    for (std::uint32_t back = 1; back <= std::min(longest, token); ++back) {
        if (page_.mark(token - back).legal_form > back) {
            return true;
        }
    }
    return false;
}

bool SpanFinder::is_common(std::uint32_t token) const {
    const Words& words = page_.words();
    return page_.in(token, words.common) && !page_.in(token, words.heads);
}

// Whether a name may begin behind this token of the piece.
bool SpanFinder::cuts_behind(std::uint32_t token, const Piece& piece) const {
    const Words& words = page_.words();
    if (page_.in(token, words.title | words.calendar | words.headline) || page_.is(token, DATELINE_TOKEN_NUMBER)) {
        return true;
    }
    if (page_.mark(token + 1).known > 1 || page_.mark(token + 1).company > 1 || page_.mark(token + 1).press > 1 ||
        page_.mark(token + 1).abbreviation != 0) {
        return true;
    }
    if (token == piece.first && page_.in(token, words.opening | words.function)) {
        return true;
    }
    if (page_.mark(piece.first).place != 0 && token + 1 == piece.first + page_.mark(piece.first).place) {
        return true;  // Seoul Yonhap News
    }
    if (page_.at(token, '/')) {
        return true;
    }
    if (token == sentence_first_ && page_.in(token, words.ordinary)) {
        return true;
    }
    if (style_ != Style::plain && (is_common(token) || page_.at(token, '-'))) {
        return true;
    }
    return page_.at(token, '.') && page_.mark(token - 1).legal_form != 0;
}

// Whether a name may end before this token of the piece.
bool SpanFinder::cuts_before(std::uint32_t token, const Piece& piece) const {
    const Words& words = page_.words();
    if (page_.in(token, words.title | words.event | words.place_word | words.calendar | words.headline)) {
        return true;
    }
    if (page_.in(token - 1, words.head | words.head_weak | words.legal_form) || page_.at(token, '/')) {
        return true;
    }
    if (page_.at(token - 1, '.') || (style_ != Style::plain && (is_common(token) || page_.at(token, '-')))) {
        return true;
    }
    const bool brand = token == piece.first + 1 && !page_.in(piece.first, words.ordinary | words.given | words.surname | words.place | words.demonym);
    return brand || page_.mark(piece.first).known == token - piece.first || page_.mark(piece.first).company == token - piece.first ||
           page_.mark(piece.first).press == token - piece.first || page_.mark(piece.first).abbreviation == token - piece.first;
}

bool SpanFinder::has(std::uint32_t first, std::uint32_t end, std::uint64_t mask) const {
    for (std::uint32_t token = first; token < end; ++token) {
        if (page_.in(token, mask)) {
            return true;
        }
    }
    return false;
}

// Watches of Switzerland, University of California, Los Angeles: what is joined last is a place.
bool SpanFinder::is_local(std::uint32_t first, std::uint32_t end) const { return page_.mark(first).place == end - first; }

// Nichols, Cauley and Associates; Manatt, Phelps & Phillips: words of partners, the last two joined.
bool SpanFinder::is_firm(std::size_t first_piece, std::size_t last_piece, std::uint32_t end) const {
    for (std::size_t piece = first_piece; piece < last_piece; ++piece) {
        if (pieces_[piece].end != pieces_[piece].first + 1 || (piece != first_piece && pieces_[piece].joint != Joint::comma)) {
            return false;
        }
    }
    const Piece& last = pieces_[last_piece];
    const bool pair = last.joint == Joint::comma && page_.at(last.first + 1, '&') && end > last.first + 2;
    return last_piece - first_piece <= 3 && (pair || (last.joint == Joint::and_ && end == last.first + 1 && last_piece - first_piece >= 2));
}

// People's Armed Forces Department of Chongshan County.
bool SpanFinder::has_head_behind_possessive(std::size_t first_piece, std::size_t last_piece) const {
    for (std::size_t piece = first_piece + 1; piece < last_piece; ++piece) {
        if (pieces_[piece].joint == Joint::possessive &&
            has(pieces_[piece].first, pieces_[piece].end, page_.words().head | page_.words().head_weak)) {
            return true;
        }
    }
    return false;
}

// Environment, Climate, and Legacy Committee: short pieces, the last with a head.
bool SpanFinder::shares_head(std::size_t first_piece, std::size_t last_piece, std::uint16_t joints) const {
    for (std::size_t piece = first_piece; piece < last_piece; ++piece) {
        if (pieces_[piece].end > pieces_[piece].first + 2) {
            return false;
        }
    }
    return last_piece - first_piece >= 2 && (joints & ~(bit(Joint::comma) | bit(Joint::and_))) == 0;
}

// Whether pieces with these joints may be one name. Small words join only where a word tells of a body.
bool SpanFinder::joins(std::size_t first_piece, std::size_t last_piece, std::uint16_t joints, std::uint32_t end) const {
    const Words& words = page_.words();
    const std::uint32_t first = pieces_[first_piece].first;
    if (page_.mark(first).known == end - first) {
        return true;
    }
    const bool tail = has(pieces_[last_piece].first, end, words.head | words.head_weak | words.legal_form);
    const bool unit = page_.in(end - 1, words.head_faint | words.numbered_unit);
    if ((joints & bit(Joint::comma)) != 0 && tail && shares_head(first_piece, last_piece, joints)) {
        return true;
    }
    if ((joints & bit(Joint::comma)) != 0 && is_firm(first_piece, last_piece, end)) {
        return true;
    }
    const std::uint16_t local = pieces_[last_piece].joint == Joint::of ? bit(Joint::of) : bit(Joint::of) | bit(Joint::comma);
    if ((joints & local) != 0 && (joints & ~local) == 0 && is_local(pieces_[last_piece].first, end) &&
        ((joints & bit(Joint::comma)) == 0 ||
         (pieces_[last_piece].joint == Joint::comma && has(first, pieces_[first_piece].end, words.head_of | words.head)))) {
        return true;
    }
    if ((joints & bit(Joint::parenthesis)) != 0 && !tail) {
        return false;
    }
    const bool owned = (joints & bit(Joint::possessive)) != 0 && has_head_behind_possessive(first_piece, last_piece);
    if ((joints & bit(Joint::possessive)) != 0 && !tail && !owned && !has(first, pieces_[first_piece].end, words.heads)) {
        const bool place = page_.mark(first).place != 0 || page_.in(first, words.title);
        return joints == bit(Joint::possessive) && last_piece == first_piece + 1 && !place && end - pieces_[last_piece].first <= 3;
    }
    if ((joints & bit(Joint::comma)) != 0 && (joints & bit(Joint::and_)) == 0 && page_.folded(pieces_[last_piece].first - 1) != "and") {
        return false;
    }
    const std::uint16_t headed = bit(Joint::comma) | bit(Joint::for_);
    if ((joints & headed) != 0 && !has(first, pieces_[last_piece - 1].end, words.heads)) {
        return false;
    }
    if (joints == bit(Joint::of) && last_piece == first_piece + 1 && style_ == Style::plain && page_.mark(first).place == 0) {
        return true;
    }
    const std::uint16_t weak = bit(Joint::comma) | bit(Joint::and_) | bit(Joint::for_) | bit(Joint::in) | bit(Joint::of);
    return (joints & weak) == 0 || tail || owned || (unit && joints == bit(Joint::and_)) || has(first, pieces_[last_piece - 1].end, words.heads) ||
           has(first, pieces_[first_piece].end, words.known_abbreviation);
}

// Whether what follows tells that even an ordinary word at the start of a sentence is a name.
bool SpanFinder::acts(std::uint32_t token) const {
    if (page_.is_possessive(token) || page_.at(token, '(') || page_.in(token, page_.words().verb)) {
        return true;
    }
    const std::string_view next = page_.folded(token + 1);
    return (page_.at(token, ',') || page_.folded(token) == "is") && (next == "a" || next == "an" || next == "the");
}

// Places, titles, nameless bodies, abbreviations of other things: where a list has them, they are hardly ever names of bodies.
bool SpanFinder::is_other_thing(std::uint32_t first, std::uint32_t end) const {
    const Words& words = page_.words();
    const Mark& mark = page_.mark(first);
    const std::uint32_t length = end - first;
    if (mark.known == length || mark.abbreviation == length || mark.company == length || mark.press == length) {
        return false;
    }
    if (mark.known > length || mark.generic == length || (mark.place >= length && !acts(end))) {
        return true;
    }
    if (page_.in(first, words.title)) {
        std::uint32_t behind = first + 1;
        while (behind < end && page_.in(behind, words.title)) {
            ++behind;
        }
        if (page_.folded(behind) == "of" || page_.folded(behind) == "for" || page_.folded(behind) == "and") {
            return true;
        }
        return !has(behind, end, words.heads | words.legal_form) && !page_.at(end - 1, '.');
    }
    const bool defined = first > 0 && page_.at(first - 1, '(') && page_.at(end, ')');  // National Directorate for the Antarctic (DNA)
    return length == 1 && page_.in(first, words.not_abbreviation) && !defined;
}

void SpanFinder::add(std::uint32_t first, std::uint32_t end, std::uint16_t joints, std::vector<Span>& spans) const {
    const Words& words = page_.words();
    if (end == first + 1) {
        const bool abbreviation = page_.mark(first).abbreviation != 0 && page_.is(first, DATELINE_TOKEN_ALL_CAPITALS);  // WHO
        const bool word = page_.in(first, words.calendar | words.headline | words.title) || (page_.in(first, words.function) && !abbreviation);
        const bool opens = first == sentence_first_ && page_.in(first, words.ordinary | words.opening) && !page_.mark(first).known_word && !acts(end);
        if (word || opens || page_.is(first, DATELINE_TOKEN_NUMBER)) {
            return;
        }
    }
    if (end - first > most_tokens || is_other_thing(first, end)) {
        return;
    }
    Span span;
    span.first = first;
    span.end = end;
    span.joints = joints;
    span.style = style_;
    complete(page_, span);
    if (span.core_end <= first) {
        return;
    }
    spans.push_back(span);
    if (follows_its_number(span)) {
        span.first = first - 1;
        complete(page_, span);
        spans.push_back(span);
    }
}

// 47 Squadron, 514 Airfield Maintenance Unit: a small number in front of a unit of armed forces may belong to its name.
bool SpanFinder::follows_its_number(const Span& span) const {
    constexpr std::size_t most_digits = 3;
    const std::uint32_t number = span.first - 1;
    const bool alone = number == 0 || (!page_.is(number - 1, DATELINE_TOKEN_PUNCTUATION) || page_.at(number - 1, ',') || page_.at(number - 1, '('));
    return span.first > 0 && page_.is(number, DATELINE_TOKEN_NUMBER) && page_.word(number).size() <= most_digits && alone &&
           !page_.is_line_start(span.first) && !page_.is_joined(span.first) && page_.in(span.end - 1, page_.words().numbered_unit);
}

}  // namespace dateline::organizations
