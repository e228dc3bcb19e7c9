#include "links.h"

#include <algorithm>

namespace dateline::people {
namespace {

constexpr std::ptrdiff_t most_bearers = 32;  // who shares a name with more is nobody in particular

// How keyboards and passports write the pinyin syllable lü; folded, lü itself is lu.
bool is_spelling_of_lu(std::string_view folded) {
    return folded == "lu" || folded == "lv" || folded == "lyu";
}

}  // namespace

// The word by which a shorter name finds the fuller one: its last, or its only one.
std::uint64_t Links::key(const Span& name) const {
    const Form form(document_, parts_, name);
    return hash_of(document_, parts_[form.family()]);
}

std::uint64_t Links::hash(const Span& name) const {
    std::uint64_t hash = 0;
    for (std::uint32_t part = name.first; part < name.end; ++part) {
        hash = hash * 31 + hash_of(document_, parts_[part]);
    }
    return hash;
}

// Equal for names that differ in the spelling of a syllable alone: Lü Wei, Lyu Wei, Lv Wei.
std::uint64_t Links::sound(const Span& name) const {
    std::uint64_t sound = 0;
    for (std::uint32_t part = name.first; part < name.end; ++part) {
        const bool lu = is_spelling_of_lu(document_.folded(parts_[part].first));
        sound = sound * 31 + (lu ? 1 : hash_of(document_, parts_[part]));
    }
    return sound;
}

// The host joins mentions of one name; a link for the first is enough.
void Links::keep_first_of_each(std::vector<std::uint32_t>& decided) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> names;
    for (const std::uint32_t span : decided) {
        names.push_back({hash(spans_[span]), span});
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first == b.first; }), names.end());
    decided.clear();
    for (const auto& name : names) {
        decided.push_back(name.second);
    }
    std::sort(decided.begin(), decided.end());
}

void Links::add(std::vector<std::uint32_t>& decided, Namesakes& namesakes, Output& output) const {
    keep_first_of_each(decided);
    namesakes.clear();
    for (const std::uint32_t span : decided) {
        if (spans_[span].words > 1 && !spans_[span].glued) {
            namesakes.add(document_, parts_, spans_, span, 0);
        }
    }
    namesakes.sort();
    for (const std::uint32_t span : decided) {
        if (const Bearer* found = spans_[span].glued ? nullptr : bearer(spans_[span], namesakes)) {
            add(spans_[span], *found, output);
        }
    }
    add_spellings(decided, output);
}

// The names of `decided` are all different, so equal sounds are different spellings.
void Links::add_spellings(const std::vector<std::uint32_t>& decided, Output& output) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sounds;
    for (const std::uint32_t span : decided) {
        if (spans_[span].words > 1 && !spans_[span].glued) {
            sounds.push_back({sound(spans_[span]), span});
        }
    }
    std::sort(sounds.begin(), sounds.end());
    for (std::size_t i = 1; i < sounds.size(); ++i) {
        if (sounds[i].first == sounds[i - 1].first) {
            const Span &name = spans_[sounds[i].second], &other = spans_[sounds[i - 1].second];
            Link link(DATELINE_LINK_TRANSLITERATION, name.handle, other.handle, name.begin_byte, name.end_byte, "people/spelling");
            link.because(reasons_[Reason::link_sound], other.begin_byte, other.end_byte);
            output.add(link);
        }
    }
}

// The one person whose fuller name holds this one: who bears it as family name goes before who bears it otherwise.
const Bearer* Links::bearer(const Span& name, const Namesakes& namesakes) const {
    const Namesakes::Range range = namesakes.find(key(name));
    const Bearer* found = nullptr;
    if (range.last - range.first > most_bearers) {
        return nullptr;
    }
    for (const Place place : {Place::family, Place::given, Place::middle}) {
        for (const Bearer& each : range) {
            const Span& fuller = spans_[each.span];
            if (each.place != place || &fuller == &name || fuller.words < name.words || !is_shorter(document_, parts_, name, fuller)) {
                continue;
            }
            if (found != nullptr && !one_person(*found, each)) {
                return nullptr;
            }
            if (found == nullptr || fuller.words > spans_[found->span].words) {
                found = &each;
            }
        }
        if (found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

bool Links::one_person(const Bearer& a, const Bearer& b) const {
    const Span &first = spans_[a.span], &second = spans_[b.span];
    return first.words >= second.words ? is_shorter(document_, parts_, second, first) : is_shorter(document_, parts_, first, second);
}

void Links::add(const Span& name, const Bearer& bearer, Output& output) const {
    const Span& fuller = spans_[bearer.span];
    const bool family = name.words == 1 && bearer.place == Place::family;
    const bool initials = parts_[name.first].is(kind::initial) && !parts_[fuller.first].is(kind::initial);
    const auto reason = family ? DATELINE_LINK_FAMILY_NAME : initials ? DATELINE_LINK_ABBREVIATION : DATELINE_LINK_SHORTER_FORM;
    Link link(reason, name.handle, fuller.handle, name.begin_byte, name.end_byte, family ? "people/family-name" : "people/shorter-name");
    link.because(reasons_[family ? Reason::link_family : Reason::link_shorter], fuller.begin_byte, fuller.end_byte);
    output.add(link);
}

}  // namespace dateline::people
