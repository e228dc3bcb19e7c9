#include <algorithm>

#include "letters.h"
#include "links.h"
#include "spelling.h"

namespace dateline::organizations {
namespace {

constexpr std::uint32_t ambiguous = HashIndex::none - 1;   // in initials_: two names have them
constexpr std::uint32_t part_starts = 6, longest_part = 6;
constexpr std::size_t most_long_names = 64;        // each is compared with each
constexpr std::uint32_t long_name = 4;             // content words
constexpr std::uint32_t much_oftener = 3;          // times as often as another: what the text is about
constexpr std::uint32_t shortest_word = 4;         // that may be an abbreviation without capitals
constexpr std::uint32_t shortest_end = 3;          // tokens that end a name and stand for it
constexpr std::size_t initials_of_a_name = 6;      // with and without a place, in three ways

}  // namespace

void Links::index() {
    part_list_.clear();
    long_names_.clear();
    by_core_.clear(names_.size());
    by_words_.clear(names_.size());
    parts_.clear(names_.size() * part_starts * longest_part);
    initials_.clear(names_.size() * initials_of_a_name);
    spelled_.clear(names_.size() * part_starts);
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
        const Span& span = names_[name].span;
        std::uint32_t& same = by_core_[span.name];
        if (same == HashIndex::none || span.end - span.first > names_[same].span.end - names_[same].span.first) {
            same = name;
        }
        const bool one = span.core_end < span.first + 2;
        if (!one || !page_->is(span.first, DATELINE_TOKEN_ALL_CAPITALS)) {
            index_initials(name, span.first, one ? 3 : 2);
        }
        if (one) {
            continue;
        }
        index_parts(name);
        std::uint32_t& words = by_words_[names_[name].bag];
        words = words == HashIndex::none ? name : words;
        if (content_words(span) >= long_name && long_names_.size() < most_long_names) {
            long_names_.push_back(name);
        }
    }
    // FDA of U.S. Food and Drug Administration, where no name has these initials as a whole.
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
        std::uint32_t first = names_[name].span.first;
        for (std::uint32_t place = page_->mark(first).place; place != 0 && first + place < names_[name].span.core_end; place = 0) {
            first += place;
        }
        if (first != names_[name].span.first) {
            index_initials(name, first, 3);
        }
    }
}

void Links::index_initials(std::uint32_t name, std::uint32_t first, std::uint32_t least) {
    const Span& span = names_[name].span;
    for (const Letters letters : {Letters::capitals, Letters::small, Letters::inner}) {
        const std::uint64_t key = initials_of(*page_, first, span.core_end, letters, least);
        if (key == 0) {
            continue;
        }
        std::uint32_t& full = initials_[key];
        if (full == HashIndex::none) {
            full = name;
        } else if (full != ambiguous && first == span.first && names_[full].bag != names_[name].bag) {
            full = ambiguous;
        }
    }
}

void Links::index_parts(std::uint32_t name) {
    const Span& span = names_[name].span;
    for (std::uint32_t start = span.first; start < std::min(span.core_end, span.first + part_starts); ++start) {
        if (!page_->is_name(start) && !page_->is(start, DATELINE_TOKEN_LOWER)) {
            continue;
        }
        std::uint64_t hash = hash_of(*page_, start, start + 1);
        for (std::uint32_t end = start + 1; end <= std::min(span.core_end, start + longest_part); ++end) {
            hash = end == start + 1 ? hash : longer_hash(*page_, hash, end - 1);
            if (start != span.first || end != span.core_end) {
                add_part(hash, end - start, {name, start, false});
            }
        }
        if (start + 1 < span.core_end && span.core_end > span.first + 2 && !page_->in(start, page_->words().place)) {
            spelled_[spelling_key(*page_, start)] = static_cast<std::uint32_t>(part_list_.size());
            part_list_.push_back({name, start, false});
        }
    }
}

// Of two names with the same words the company speaks for itself, or the one that the text is about; otherwise the words tell nothing.
void Links::add_part(std::uint64_t key, std::uint32_t words_of_part, Part part) {
    std::uint32_t& place = parts_[key];
    if (place == HashIndex::none) {
        place = static_cast<std::uint32_t>(part_list_.size());
        part_list_.push_back(part);
        return;
    }
    Part& other = part_list_[place];
    const Span& one = names_[part.name].span;
    const Span& two = names_[other.name].span;
    if (one.name == two.name) {
        other.name = has_legal_form(one) ? part.name : other.name;
        other.start = has_legal_form(one) ? part.start : other.start;
        return;
    }
    if (names_[part.name].bag == names_[other.name].bag) {
        return;
    }
    const bool leads = part.start == one.first, other_leads = other.start == two.first;
    const std::uint32_t length = one.core_end - one.first, other_length = two.core_end - two.first;
    const bool within = leads && other_leads && hash_of(*page_, one.first, one.first + std::min(length, other_length)) ==
                                                    hash_of(*page_, two.first, two.first + std::min(length, other_length));
    const std::uint32_t places = names_[part.name].places, other_places = names_[other.name].places;
    if (within) {
        other = length < other_length ? part : other;
    } else if (leads != other_leads) {
        other = leads ? part : other;
    } else if (const bool form = leads && adds_form_only(one, one.first + words_of_part); leads && form != adds_form_only(two, two.first + words_of_part)) {
        other = form ? part : other;
    } else if (leads && std::max(places, other_places) >= much_oftener * std::min(places, other_places)) {
        other = places > other_places ? part : other;
    } else if (has_legal_form(one) != has_legal_form(two)) {
        other = has_legal_form(one) ? part : other;
    } else {
        other.ambiguous = true;
    }
}

void Links::shorten(std::uint32_t name) {
    const Span& span = names_[name].span;
    if (const std::uint32_t same = by_core_.find(span.name); same != HashIndex::none && same != name) {
        link(Tie::legal_form, name, same);
    }
    if (has_legal_form(span)) {
        return;
    }
    if (by_initials(name) || by_ticker(name) || by_inner_initials(name) || by_part(name) || by_spelling(name)) {
        return;
    }
    if (!by_words(name)) {
        by_some_words(name);
    }
}

bool Links::by_initials(std::uint32_t name) {
    const Span& span = names_[name].span;
    const bool word = page_->document().tokens()[span.first].folded_length >= shortest_word && !page_->in(span.first, page_->words().ordinary);
    if (span.core_end != span.first + 1 || !(is_abbreviation(span.first) || word)) {  // some write Abta
        return false;
    }
    const std::uint64_t letters = letters_of(page_->word(span.first));
    const std::uint32_t full = letters != 0 ? initials_.find(letters) : HashIndex::none;
    if (full == HashIndex::none || full == ambiguous || full == name) {
        return false;
    }
    link(Tie::initials, name, full);
    return true;
}

bool Links::by_ticker(std::uint32_t name) {
    const Span& span = names_[name].span;
    const bool one = span.core_end == span.first + 1 && page_->is(span.first, DATELINE_TOKEN_ALL_CAPITALS);
    const std::uint32_t full = one ? tickers_.find(page_->document().tokens()[span.first].hash) : HashIndex::none;
    if (full == HashIndex::none || full == name) {
        return false;
    }
    link(Tie::in_parentheses, name, full);
    return true;
}

// Eastport RE Institute for an Eastport Institute of Renewable Energy: one word is the initials of words of the longer name, which has all others.
bool Links::by_inner_initials(std::uint32_t name) {
    const Span& span = names_[name].span;
    if (span.core_end < span.first + 2 || span.core_end > span.first + longest_part) {
        return false;
    }
    for (std::uint32_t token = span.first; token < span.core_end; ++token) {
        if (!is_abbreviation(token)) {
            continue;
        }
        for (const std::uint32_t other : long_names_) {
            if (other != name && spells_out(span, token, names_[other].span)) {
                link(Tie::inner_initials, name, other);
                return true;
            }
        }
        return false;
    }
    return false;
}

// Whether a longer name has words with the initials of one word of a span, and the span's others.
bool Links::spells_out(const Span& span, std::uint32_t abbreviation, const Span& full) const {
    const std::string_view letters = page_->folded(abbreviation);
    for (std::uint32_t token = span.first; token < span.core_end; ++token) {
        if (token != abbreviation && page_->is_name(token) && !has_word(full, token)) {
            return false;
        }
    }
    if (has_word(full, abbreviation)) {
        return false;
    }
    for (std::uint32_t token = full.first; token < full.core_end; ++token) {
        if (page_->is(token, DATELINE_TOKEN_CAPITAL) && have_initials(*page_, token, full.core_end, letters)) {
            return true;
        }
    }
    return false;
}

bool Links::by_part(std::uint32_t name) {
    const Span& span = names_[name].span;
    const std::uint32_t place = parts_.find(span.name);
    if (place == HashIndex::none || part_list_[place].ambiguous) {
        return false;
    }
    const Part& part = part_list_[place];
    const Span& full = names_[part.name].span;
    const Words& words = page_->words();
    if (part.start == full.first) {
        if (!may_shorten(span, full)) {
            return false;
        }
        link(Tie::leading, name, part.name);
        return true;
    }
    const std::uint32_t end = part.start + (span.core_end - span.first);
    const bool several = span.core_end >= span.first + 2;
    if (all(full.first, part.start, words.place | words.demonym) && end == full.core_end && (several || page_->in(span.first, words.head | words.known))) {
        link(Tie::without_place, name, part.name);
        return true;
    }
    const bool later = part.name < name;  // "the Navy", after the Royal Navy
    const bool ends = end == full.core_end && page_->is_name(part.start - 1) && (later || (end - part.start >= shortest_end && any(span.first, span.core_end, words.heads)));
    const bool named = !several && has_legal_form(full) && all(full.first, part.start, words.place) &&
                       !page_->in(span.first, words.ordinary | words.place | words.demonym | words.heads);
    if (named) {
        link(Tie::without_place, name, part.name);
        return true;
    }
    const bool distinctive = span.core_end >= span.first + 2 && !page_->in(span.first, words.ordinary | words.place | words.demonym) && has_legal_form(full);
    if (!distinctive && !ends) {
        return false;
    }
    link(Tie::inner, name, part.name);
    return true;
}

// Whether the first words of a name may stand for it: not Harvard University for Harvard University Press, not FDA for FDA Office of Food,
// but City Hospital for City Hospital of Eastport.
bool Links::may_shorten(const Span& span, const Span& full) const {
    const Words& words = page_->words();
    const std::uint32_t last = span.core_end - 1, rest = full.first + (span.core_end - span.first);
    const bool one = span.core_end == span.first + 1;
    if (page_->is_possessive(rest)) {
        return false;
    }
    if (!one && page_->folded(rest) == "of" && page_->folded(span.end) != "of") {
        return true;  // of two bodies with the same words before "of" neither gets here
    }
    if (adds_form_only(full, rest)) {
        return !one || !page_->in(last, words.heads) || page_->in(last, words.known_word);
    }
    if (all(span.first, span.core_end, words.place | words.demonym)) {
        return place_may_shorten(full, rest);
    }
    if (any(span.first, span.core_end, words.head)) {
        return head_may_shorten(span, full);
    }
    if (has_legal_form(full)) {
        return !one || !page_->in(last, words.head_weak);
    }
    if (all(rest, full.core_end, words.place | words.demonym)) {
        return false;  // a branch is another body
    }
    const Mark& mark = page_->mark(span.first);
    const bool known = mark.known == span.end - span.first || mark.abbreviation != 0;
    const bool part = page_->in(full.core_end - 1, words.unit) && !page_->in(full.core_end - 1, words.self_standing);
    const bool listed = page_->at(rest, '&') && !one && !page_->in(last, words.head_of);  // Barlow Plumbing of Barlow Plumbing & Heating
    return !known && !joins(rest) && !part && (listed || !page_->in(last, words.head_weak | words.head_of));
}

// Whether a token joins a part of a name to what it is a part of.
bool Links::joins(std::uint32_t token) const {
    return page_->folded(token) == "of" || page_->folded(token) == "for" || page_->folded(token) == "in";
}

// Barlow Insurance Holdings, Barlow Steel India Ltd: no word behind the shorter name tells of another body.
bool Links::adds_form_only(const Span& full, std::uint32_t rest) const {
    const Words& words = page_->words();
    const std::uint64_t places = has_legal_form(full) ? words.place | words.demonym : 0;
    return all(rest, full.core_end, words.form_word | places);
}

// A place may stand for a company that is named after it, not for a university or a ministry there.
bool Links::place_may_shorten(const Span& full, std::uint32_t rest) const {
    const Words& words = page_->words();
    const std::uint32_t last = full.core_end - 1;
    const bool company = has_legal_form(full) || (page_->in(last, words.head) && !page_->in(last, words.head_of | words.unit));
    return company && all(rest, full.core_end, words.heads | words.head_faint | words.form_word);
}

// Words that end names of bodies, as in City Hospital, may stand for a longer name where the rest is but a place, or the whole that a body
// with a name of its own belongs to.
bool Links::head_may_shorten(const Span& span, const Span& full) const {
    const Words& words = page_->words();
    const std::uint32_t rest = full.first + (span.core_end - span.first), last = span.core_end - 1;
    if (!joins(rest) || span.core_end == span.first + 1) {
        return false;
    }
    if (all(page_->folded(rest + 1) == "the" ? rest + 2 : rest + 1, full.core_end, words.place)) {
        return true;
    }
    const bool part = page_->in(last, words.unit) && page_->in(span.first, words.ordinary);  // every hospital has a Surgery Department
    return page_->folded(rest) == "of" && page_->in(last, words.head_of) && !part && !any(span.first, last, words.place | words.demonym | words.head_of);
}

bool Links::by_spelling(std::uint32_t name) {
    const Span& span = names_[name].span;
    if (span.core_end != span.first + 2) {
        return false;
    }
    const std::uint32_t place = spelled_.find(spelling_key(*page_, span.first));
    if (place == HashIndex::none) {
        return false;
    }
    const Part& part = part_list_[place];
    if (!is_other_spelling(page_->folded(span.first), page_->folded(part.start)) || names_[part.name].span.name == span.name) {
        return false;
    }
    link(Tie::spelling, name, part.name);
    return true;
}

// All words of a long name stand in another, whatever their order; words that bodies are called aside.
bool Links::by_words(std::uint32_t name) {
    const Span& span = names_[name].span;
    if (const std::uint32_t same = by_words_.find(names_[name].bag); same != HashIndex::none && same != name && names_[same].span.name != span.name) {
        link(Tie::same_words, name, same);
        return true;
    }
    if (content_words(span) < long_name) {
        return false;
    }
    for (const std::uint32_t other : long_names_) {
        const Span& full = names_[other].span;
        if (other != name && full.core_end - full.first >= span.core_end - span.first && has_words(span, full)) {
            link(Tie::same_words, name, other);
            return true;
        }
    }
    return false;
}

// "Minhou Centre", after the Fujian Minhou Juncao Technology Centre alone: a word of its own and others of one earlier name, in their order.
void Links::by_some_words(std::uint32_t name) {
    const Span& span = names_[name].span;
    const Words& words = page_->words();
    if (span.core_end < span.first + 2 || span.core_end > span.first + longest_part || page_->in(span.first, words.ordinary | words.place | words.demonym)) {
        return;
    }
    std::uint32_t full = HashIndex::none;
    for (std::uint32_t other = 0; other < std::min<std::size_t>(name, most_long_names); ++other) {
        if (!has_in_order(names_[other].span, span)) {
            continue;
        }
        if (full != HashIndex::none) {
            return;
        }
        full = other;
    }
    if (full != HashIndex::none) {
        link(Tie::same_words, name, full);
    }
}

// With others between: what stands together in the full name is another matter.
bool Links::has_in_order(const Span& full, const Span& span) const {
    const Array<dateline_token>& tokens = page_->document().tokens();
    std::uint32_t at = span.first, begin = full.core_end, token = full.first;
    for (; token < full.core_end && at < span.core_end; ++token) {
        if (tokens[token].hash == tokens[at].hash) {
            begin = std::min(begin, token);
            ++at;
        }
    }
    return at == span.core_end && token - begin > span.core_end - span.first;
}

bool Links::has_word(const Span& full, std::uint32_t token) const {
    for (std::uint32_t at = full.first; at < full.core_end; ++at) {
        if (page_->document().tokens()[at].hash == page_->document().tokens()[token].hash) {
            return true;
        }
    }
    return false;
}

bool Links::has_words(const Span& span, const Span& full) const {
    for (std::uint32_t token = span.first; token < span.core_end; ++token) {
        const bool head = token + 1 == span.core_end && page_->in(token, page_->words().heads);
        if (page_->is_name(token) && !head && !has_word(full, token)) {
            return false;
        }
    }
    return true;
}

bool Links::all(std::uint32_t first, std::uint32_t end, std::uint64_t mask) const {
    for (std::uint32_t token = first; token < end; ++token) {
        if (!page_->in(token, mask)) {
            return false;
        }
    }
    return first < end;
}

bool Links::any(std::uint32_t first, std::uint32_t end, std::uint64_t mask) const {
    for (std::uint32_t token = first; token < end; ++token) {
        if (page_->in(token, mask)) {
            return true;
        }
    }
    return false;
}

std::uint32_t Links::content_words(const Span& span) const {
    std::uint32_t count = 0;
    for (std::uint32_t token = span.first; token < span.core_end; ++token) {
        count += page_->is_name(token);
    }
    return count > 0 && page_->in(span.core_end - 1, page_->words().heads) ? count - 1 : count;
}

}  // namespace dateline::organizations
