#include "letters.h"

#include "spans.h"

namespace dateline::organizations {
namespace {

std::uint64_t step(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 1099511628211u;
    return hash ^ hash >> 29;
}
constexpr std::uint64_t seed = 14695981039346656037u;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}


std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = seed;
    for (const char c : text) {
        hash = step(hash, static_cast<unsigned char>(c));
    }
    return hash;
}

// The entry of a list that begins at a token.
const dateline_hit* hit_at(const Page& page, std::uint32_t token, std::uint32_t list) {
    const Array<dateline_hit>& hits = page.document().hits();
    std::size_t first = 0;
    for (std::size_t end = hits.size(); first < end;) {
        const std::size_t middle = first + (end - first) / 2;
        const bool before = hits[middle].first_token < token;
        first = before ? middle + 1 : first;
        end = before ? end : middle;
    }
    for (; first < hits.size() && hits[first].first_token == token; ++first) {
        if (hits[first].list == list) {
            return &hits[first];
        }
    }
    return nullptr;
}

constexpr std::size_t shortest_plural = 5;

}  // namespace

std::uint64_t hash_of(const Page& page, std::uint32_t first, std::uint32_t end) {
    std::uint64_t hash = seed;
    for (std::uint32_t token = first; token < end; ++token) {
        hash = step(hash, page.document().tokens()[token].hash);
    }
    return hash;
}

std::uint64_t longer_hash(const Page& page, std::uint64_t hash, std::uint32_t token) {
    return step(hash, page.document().tokens()[token].hash);
}

std::uint64_t initials_of(const Page& page, std::uint32_t first, std::uint32_t end, Letters letters, std::uint32_t least) {
    std::uint64_t hash = seed;
    std::uint32_t count = 0;
    const auto add = [&](char letter) {
        hash = step(hash, static_cast<unsigned char>(lower(letter)));
        ++count;
    };
    for (std::uint32_t token = first; token < end; ++token) {
        const bool small = letters == Letters::small && page.is(token, DATELINE_TOKEN_LOWER) && !page.is_possessive(token);
        if ((!page.is(token, DATELINE_TOKEN_CAPITAL) && !small) || !is_letter(page.folded(token).front())) {
            continue;
        }
        add(page.folded(token).front());
        const bool dotted = page.folded(token).find('.') != std::string_view::npos;
        for (const char c : page.word(token).substr(1)) {
            if ((dotted && is_letter(c)) || (letters == Letters::inner && c >= 'A' && c <= 'Z')) {
                add(c);
            }
        }
    }
    return count >= least ? hash : 0;
}

std::uint64_t letters_of(std::string_view word) {
    std::uint64_t hash = seed;
    for (const char c : word) {
        if (!is_letter(c)) {
            return 0;
        }
        hash = step(hash, static_cast<unsigned char>(lower(c)));
    }
    return word.size() >= 2 && word.size() <= 10 ? hash : 0;
}

bool have_initials(const Page& page, std::uint32_t first, std::uint32_t end, std::string_view letters) {
    for (std::uint32_t token = first; token < end && !letters.empty(); ++token) {
        if (page.is(token, DATELINE_TOKEN_CAPITAL)) {
            if (page.folded(token).front() != letters.front()) {
                return false;
            }
            letters.remove_prefix(1);
        }
    }
    return letters.empty();
}

std::uint32_t expansion_end(const Page& page, std::uint32_t token) {
    std::uint32_t open = token > 0 && page.is_quote(token - 1) ? token - 2 : token - 1;
    const std::string_view letters = page.folded(token);
    if (open >= page.size() || !page.at(open, '(') || letters.size() < 2 || letters.size() > 8) {
        return nowhere;
    }
    std::uint32_t at = open, small = 0;
    for (std::size_t letter = letters.size(); letter > 0;) {
        if (at == 0 || page.is(at, DATELINE_TOKEN_LINE_BEFORE)) {
            return nowhere;
        }
        --at;
        if (page.folded(at).front() == letters[letter - 1]) {
            --letter;
            small = 0;
        } else if (!page.is(at, DATELINE_TOKEN_LOWER | DATELINE_TOKEN_PUNCTUATION) || ++small > 2) {
            return nowhere;
        }
    }
    return open;
}

std::uint64_t spelling_key(const Page& page, std::uint32_t token) {
    return step(page.document().tokens()[token + 1].hash, static_cast<unsigned char>(page.folded(token).front()));
}

std::uint64_t plain_hash(const Page& page, std::uint32_t token) {
    const std::uint32_t list = page.words().same_word_id;
    if (const dateline_hit* hit = hit_at(page, token, list)) {
        return hash_of(std::string_view(hit->value.data, hit->value.length));
    }
    if (const dateline_hit* hit = token > 0 ? hit_at(page, token - 1, list) : nullptr; hit != nullptr && hit->token_count > 1) {
        return 0;
    }
    std::string_view word = page.folded(token);
    if (word.size() >= shortest_plural && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'u') {
        word.remove_suffix(1);
    }
    return hash_of(word);
}

std::uint64_t bag_of(const Page& page, const Span& span) {
    std::uint64_t sum = 0;
    for (std::uint32_t token = span.first; token < span.core_end; ++token) {
        sum += page.is_name(token) || page.is(token, DATELINE_TOKEN_HAS_DIGIT) ? plain_hash(page, token) * 0x9E3779B97F4A7C15u : 0;
    }
    return sum;
}

}  // namespace dateline::organizations
