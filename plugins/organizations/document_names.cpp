#include "document_names.h"

#include <algorithm>
#include <utility>

#include "spelling.h"

namespace dateline::organizations {
namespace {

// No article has so many full names; the short forms of more would fill the memory.
constexpr std::size_t most_full_spans = 8192;

constexpr std::int32_t most_points = 6, least_points = -3;   // of one place, so that no place outvotes all others
constexpr std::int32_t document_name_points = 2;             // from here on a name is looked for everywhere
constexpr std::int32_t full_name_points = 2, sure_points = 4, list_points = 2;
constexpr std::uint32_t often_enough = 3;                    // places of the name that a document is about
constexpr std::size_t most_domains = 12;
constexpr std::size_t shortest_domain = 4;
constexpr std::uint32_t longest_chain = 8;                   // names that begin with one word
constexpr std::uint32_t window_starts = 6, window_lengths = 4;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

bool DocumentNames::is_full(const Span& span) {
    return span.points >= full_name_points && span.core_end >= span.first + 2;
}

void DocumentNames::build(const Page& page, const std::vector<Span>& spans, const std::vector<Given>& reasons) {
    add_names(spans);
    add_sides(page, spans);
    add_short_forms(page, spans);
    add_definitions(page, spans, reasons);
    look_through(page);
    by_first_word_.clear(names_.size());
    std::fill(std::begin(first_words_), std::end(first_words_), 0);
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
        if (names_[i].points >= document_name_points) {
            const std::uint64_t hash = page.document().tokens()[firsts_[i].first].hash;
            first_words_[hash >> 6 & 63] |= std::uint64_t{1} << (hash & 63);
            std::uint32_t& chain = by_first_word_[hash];
            names_[i].next = chain;
            chain = i;
        }
    }
}

void DocumentNames::add_names(const std::vector<Span>& spans) {
    names_.clear();
    firsts_.clear();
    by_name_.clear(spans.size());
    for (const Span& span : spans) {
        std::uint32_t& index = by_name_[span.name];
        if (index == HashIndex::none) {
            index = static_cast<std::uint32_t>(names_.size());
            names_.emplace_back();
            firsts_.push_back(span);
        }
        names_[index].points += std::clamp(span.points, least_points, most_points);
        ++names_[index].count;
        names_[index].complete += span.complete;
    }
    main_ = second_ = HashIndex::none;
    std::uint32_t most = often_enough - 1, next = often_enough - 1;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
        if (names_[i].complete > most) {
            second_ = main_;
            next = most;
            main_ = i;
            most = names_[i].complete;
        } else if (names_[i].complete > next) {
            second_ = i;
            next = names_[i].complete;
        }
    }
}

void DocumentNames::add_sides(const Page& page, const std::vector<Span>& spans) {
    begin_points_.assign(page.size() + 1, 0);
    end_points_.assign(page.size() + 1, 0);
    sure_.assign(spans.size(), false);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const auto value = static_cast<std::int8_t>(std::clamp(spans[i].points, least_points, most_points));
        begin_points_[spans[i].first] = std::max(begin_points_[spans[i].first], value);
        end_points_[spans[i].end] = std::max(end_points_[spans[i].end], value);
        sure_[i] = spans[i].points >= sure_points;
    }
}

// A comma or "and" between the span and a body: both are items of one list.
bool DocumentNames::stands_beside_body(const Page& page, const Span& span) const {
    if (span.first >= 2) {
        std::uint32_t token = span.first - 1;
        bool joined = page.at(token, ',');
        if (page.folded(token) == "and" || page.folded(token) == "or") {
            joined = true;
            token = page.at(token - 1, ',') ? token - 1 : token;
        }
        if (joined && end_points_[token] >= list_points) {
            return true;
        }
    }
    std::uint32_t token = span.end;
    bool joined = page.at(token, ',');
    if (joined) {
        ++token;
    }
    if (page.folded(token) == "and" || page.folded(token) == "or") {
        joined = true;
        ++token;
    }
    return joined && token < page.size() && begin_points_[token] >= list_points;
}

// Of two full names the one that is surer, or longer.
std::uint32_t DocumentNames::better(const std::vector<Span>& spans, std::uint32_t one, std::uint32_t other) {
    if (one == HashIndex::none) {
        return other;
    }
    const auto worth = [&](std::uint32_t i) { return std::pair(spans[i].points, spans[i].end - spans[i].first); };
    return worth(other) > worth(one) ? other : one;
}

// The first words of a full name, also behind its parenthesis, and two or more words from inside.
void DocumentNames::add_short_forms(const Page& page, const std::vector<Span>& spans) {
    const auto full = std::min(most_full_spans, static_cast<std::size_t>(std::count_if(spans.begin(), spans.end(), is_full)));
    leading_.clear(full * window_lengths + 1);
    inner_.clear(full * window_lengths * window_starts + 1);
    initials_.clear(full * 2 + 1);
    spelled_.clear(full * window_starts + 1);
    spellings_.clear();
    const Words& words = page.words();
    std::size_t left = full;
    for (std::uint32_t i = 0; i < spans.size() && left > 0; ++i) {
        const Span& span = spans[i];
        if (!is_full(span)) {
            continue;
        }
        --left;
        if (!span.complete) {
            continue;
        }
        for (std::uint32_t start = span.first; start < std::min(span.core_end, span.first + window_starts); ++start) {
            if (!page.is_name(start)) {
                continue;
            }
            const bool begins = start == span.first || page.folded(start - 1) == ")";  // "Golden Lotus (Group) Haibo Cloud Technology Co., Ltd."
            std::uint64_t hash = hash_of(page, start, start);
            for (std::uint32_t end = start + 1; end <= std::min(span.core_end, start + window_lengths); ++end) {
                hash = longer_hash(page, hash, end - 1);
                const bool whole = start == span.first && end == span.core_end;
                const bool generic = (end == start + 1 && page.in(start, words.place | words.demonym | words.calendar)) ||
                                     (start != span.first && page.in(start, words.ordinary | words.place | words.demonym));
                if (whole || generic || !page.is_name(end - 1) || (start != span.first && end == start + 1)) {
                    continue;
                }
                std::uint32_t& entry = (begins ? leading_ : inner_)[hash];
                entry = better(spans, entry, i);
            }
        }
        add_spellings(page, span, i);
        for (const Letters letters : {Letters::capitals, Letters::small}) {
            if (const std::uint64_t hash = initials_of(page, span.first, span.core_end, letters, 2); hash != 0) {
                std::uint32_t& entry = initials_[hash];
                entry = better(spans, entry, i);
            }
        }
    }
}

// Pairs of words that stand side by side near the beginning, by what another spelling of the first word leaves.
void DocumentNames::add_spellings(const Page& page, const Span& span, std::uint32_t index) {
    for (std::uint32_t start = span.first; start + 1 < std::min(span.core_end, span.first + window_starts); ++start) {
        if (page.is_name(start) && page.is_name(start + 1) && !page.in(start, page.words().place)) {
            const std::uint64_t key = spelling_key(page, start);
            std::uint32_t& entry = spelled_[key];
            if (entry == HashIndex::none) {
                entry = static_cast<std::uint32_t>(spellings_.size());
                spellings_.push_back({index, start});
            }
        }
    }
}

// The full name that has the span's two words, the first in another spelling.
std::uint32_t DocumentNames::spelled_otherwise(const Page& page, const Span& span) const {
    if (span.core_end != span.first + 2) {
        return HashIndex::none;
    }
    const std::uint64_t key = spelling_key(page, span.first);
    const std::uint32_t entry = spelled_.find(key);
    if (entry == HashIndex::none || !is_other_spelling(page.folded(span.first), page.folded(spellings_[entry].token))) {
        return HashIndex::none;
    }
    return spellings_[entry].span;
}

void DocumentNames::add_definitions(const Page& page, const std::vector<Span>& spans, const std::vector<Given>& reasons) {
    defined_.clear(spans.size());
    surnames_.clear(spans.size());
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
        const Span& span = spans[i];
        for (std::uint32_t r = span.first_reason; r < span.first_reason + span.reason_count; ++r) {
            if (reasons[r].reason == Reason::abbreviation_after) {
                std::uint32_t& entry = defined_[reasons[r].first];
                if (entry == HashIndex::none || spans[entry].points < span.points) {
                    entry = i;
                }
            } else if (reasons[r].reason == Reason::person_like || reasons[r].reason == Reason::honorific_before) {
                surnames_[page.document().tokens()[span.core_end - 1].hash] = i;
            }
        }
    }
}

// Words in small letters, and names of hosts and mail domains: acme in https://www.acme.com/about, info@acme.com and acme.com.
void DocumentNames::look_through(const Page& page) {
    domains_.clear();
    std::fill(std::begin(lower_), std::end(lower_), 0);
    const Words& words = page.words();
    for (std::uint32_t token = 0; token < page.size(); ++token) {
        const dateline_token& word = page.document().tokens()[token];
        if ((word.flags & DATELINE_TOKEN_LOWER) != 0) {
            lower_[word.hash >> 6 & 63] |= std::uint64_t{1} << (word.hash & 63);
            if (page.in(token, words.domain_ending) && token >= 2 && page.domain(token - 2) != 0 && !page.in(token - 2, words.common_host)) {
                add_domain(page.folded(token - 2));
            }
        } else if ((word.flags & DATELINE_TOKEN_ADDRESS) != 0) {
            add_domain(page.folded(token));
        }
    }
}

void DocumentNames::add_domain(std::string_view address) {
    if (domains_.size() == most_domains) {
        return;
    }
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
        address.remove_prefix(scheme + 3);
    }
    if (const std::size_t at = address.find('@'); at != std::string_view::npos) {
        address.remove_prefix(at + 1);
    }
    if (address.substr(0, 4) == "www.") {
        address.remove_prefix(4);
    }
    address = address.substr(0, address.find_first_of("/?:"));
    const std::string_view label = address.substr(0, address.find('.'));
    std::string letters;
    for (const char c : label) {
        if (c != '-' && c != '_') {
            letters += lower(c);
        }
    }
    if (letters.size() >= shortest_domain && std::find(domains_.begin(), domains_.end(), letters) == domains_.end()) {
        domains_.push_back(letters);
    }
}

// The span's letters are a domain's name, or its beginning where the span has all of the first words.
bool DocumentNames::in_domain(const Page& page, const Span& span) const {
    for (const std::string& domain : domains_) {
        std::size_t at = 0;
        bool same = true;
        for (std::uint32_t token = span.first; same && token < span.core_end && at <= domain.size(); ++token) {
            for (const char c : page.folded(token)) {
                if (c == '.' || c == '-' || c == '&' || c == ',' || c == '\'') {
                    continue;
                }
                if (at == domain.size() || domain[at] != c) {
                    same = false;
                    break;
                }
                ++at;
            }
        }
        if (same && at >= shortest_domain && (at == domain.size() || at * 3 >= domain.size())) {
            return true;
        }
    }
    return false;
}

std::uint32_t DocumentNames::longest_at(const Page& page, std::uint32_t token, std::uint32_t& name) const {
    std::uint32_t longest = 0, steps = 0;
    for (std::uint32_t i = by_first_word_.find(page.document().tokens()[token].hash); i != HashIndex::none && steps < longest_chain; i = names_[i].next, ++steps) {
        const Span& span = firsts_[i];
        const std::uint32_t length = span.core_end - span.first;
        if (length <= longest || !page.same_sentence(token, token + length - 1)) {
            continue;
        }
        bool same = true;
        for (std::uint32_t k = 1; same && k < length; ++k) {
            same = page.document().tokens()[token + k].hash == page.document().tokens()[span.first + k].hash && !page.is_line_start(token + k);
        }
        if (same) {
            longest = length;
            name = i;
        }
    }
    return longest;
}

void DocumentNames::find_again(const Page& page, std::vector<Span>& spans) {
    places_.clear(spans.size() * 2);  // as a rule; there may be as many as tokens
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
        places_[std::uint64_t{spans[i].first} << 32 | spans[i].end] = i;
    }
    add_brands(page, spans);
    for (std::uint32_t token = 0; token < page.size(); ++token) {
        const dateline_token& word = page.document().tokens()[token];
        if ((word.flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL | DATELINE_TOKEN_HAS_DIGIT)) == 0) {
            continue;
        }
        if ((first_words_[word.hash >> 6 & 63] >> (word.hash & 63) & 1) == 0 || (word.flags & DATELINE_TOKEN_PUNCTUATION) != 0) {
            continue;
        }
        std::uint32_t name = HashIndex::none;
        const std::uint32_t length = longest_at(page, token, name);
        if (length != 0) {
            add_again(page, token, token + length, spans);
            add_with_legal_form(page, token, token + length, spans);
        }
    }
}

// A brand in small letters stands alone, too, and before other names of its body.
void DocumentNames::add_brands(const Page& page, std::vector<Span>& spans) {
    brands_.clear(spans.size());
    bool any = false;
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
        if (page.is(spans[i].first, DATELINE_TOKEN_LOWER) && !page.is(spans[i].first, DATELINE_TOKEN_INNER_CAPITAL)) {
            brands_[page.document().tokens()[spans[i].first].hash] = i;
            any = true;
        }
    }
    if (!any) {
        return;
    }
    const auto is_brand = [&](std::uint32_t token) { return page.is(token, DATELINE_TOKEN_LOWER) && brands_.find(page.document().tokens()[token].hash) != HashIndex::none; };
    const std::size_t found = spans.size();
    for (std::size_t i = 0; i < found; ++i) {
        if (spans[i].first > 0 && is_brand(spans[i].first - 1) && !page.is_line_start(spans[i].first)) {
            add_again(page, spans[i].first - 1, spans[i].end, spans);
        }
    }
    for (std::uint32_t token = 0; token < page.size(); ++token) {
        if (is_brand(token)) {
            add_again(page, token, token + 1, spans);
        }
    }
}

void DocumentNames::add_with_legal_form(const Page& page, std::uint32_t first, std::uint32_t end, std::vector<Span>& spans) {
    const std::uint32_t form = page.at(end, ',') ? end + 1 : end;
    if (page.mark(form).legal_form != 0 && page.same_sentence(first, form) && !page.is_line_start(end) && !page.is_line_start(form)) {
        add_again(page, first, form + page.mark(form).legal_form, spans);
    }
}

void DocumentNames::add_again(const Page& page, std::uint32_t first, std::uint32_t end, std::vector<Span>& spans) {
    std::uint32_t& place = places_[std::uint64_t{first} << 32 | end];
    if (place != HashIndex::none) {
        return;
    }
    place = static_cast<std::uint32_t>(spans.size());
    Span span;
    span.first = first;
    span.end = end;
    span.from_document = true;
    complete(page, span);
    spans.push_back(span);
}

}  // namespace dateline::organizations
