#include "namesakes.h"

#include <algorithm>
#include <tuple>

namespace dateline::people {
namespace {

constexpr std::uint32_t extras = kind::particle | kind::suffix | kind::nickname;

bool is_extra(const Part& part) {
    return part.is(extras) && !part.is(kind::on_name_list);
}

std::string_view folded(const Document& document, const Part& part) {
    return document.folded(part.first);
}

bool stands_for(const Document& document, const Part& word, const Part& fuller) {
    if (fuller.is(kind::nickname)) {  // behind its quotation mark
        return hash_of(document, word) == document.tokens()[fuller.first + 1].hash;
    }
    if (hash_of(document, word) == hash_of(document, fuller)) {
        return true;
    }
    return word.is(kind::initial) && folded(document, word).front() == folded(document, fuller).front();
}

}  // namespace

std::uint64_t hash_of(const Document& document, const Part& part) {
    std::uint64_t hash = document.tokens()[part.first].hash;
    for (std::uint32_t token = part.first + 1; token < part.end; ++token) {
        if (!document.is(token, DATELINE_TOKEN_PUNCTUATION)) {
            hash = hash * 31 + document.tokens()[token].hash;
        }
    }
    return hash;
}

bool is_shorter(const Document& document, const std::vector<Part>& parts, const Span& name, const Span& fuller) {
    std::uint32_t at = fuller.first;
    for (std::uint32_t part = name.first; part < name.end; ++part) {
        if (is_extra(parts[part])) {
            continue;
        }
        while (at < fuller.end && !stands_for(document, parts[part], parts[at])) {
            ++at;
        }
        if (at++ >= fuller.end) {
            return false;
        }
    }
    return true;
}

void Namesakes::add(const Document& document, const std::vector<Part>& parts, const std::vector<Span>& spans, std::uint32_t span,
                    int doubt) {
    const Form form(document, parts, spans[span]);
    for (std::uint32_t part = spans[span].first; part < spans[span].end; ++part) {
        const bool nickname = parts[part].is(kind::nickname);
        if (nickname) {
            bearers_.push_back({document.tokens()[parts[part].first + 1].hash, Place::given, doubt, span});
        } else if (!is_extra(parts[part]) && !parts[part].is(kind::initial)) {
            const Place place = part == form.family() ? Place::family : part == form.given() ? Place::given : Place::middle;
            bearers_.push_back({hash_of(document, parts[part]), place, doubt, span});
            if (parts[part].is(kind::hyphenated) && !parts[part].is(kind::lower_second)) {
                bearers_.push_back({document.tokens()[parts[part].first].hash, place, doubt + 1, span});  // Dabiri of Dabiri-Erewa
            }
        }
    }
}

void Namesakes::sort() {
    std::sort(bearers_.begin(), bearers_.end(), [](const Bearer& a, const Bearer& b) {
        return std::tie(a.hash, a.doubt, a.place, a.span) < std::tie(b.hash, b.doubt, b.place, b.span);
    });
}

Namesakes::Range Namesakes::find(std::uint64_t hash) const {
    const auto range = std::equal_range(bearers_.begin(), bearers_.end(), Bearer{hash, {}, {}, {}},
                                        [](const Bearer& a, const Bearer& b) { return a.hash < b.hash; });
    return {bearers_.data() + (range.first - bearers_.begin()), bearers_.data() + (range.second - bearers_.begin())};
}

}  // namespace dateline::people
