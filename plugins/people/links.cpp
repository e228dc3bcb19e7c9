#include "links.h"

#include <algorithm>
#include <string_view>

namespace dateline::people {
namespace {

constexpr std::ptrdiff_t most_bearers = 32;  // who shares a name with more is nobody in particular
constexpr std::uint32_t much_oftener = 2;    // times as often as another: whom the text is about

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

// Equal for names that differ in the spelling of a syllable (Lü Wei, Lyu Wei, Lv Wei) or in a short given name (Steve Miller, Steven Miller).
std::uint64_t Links::sound(const Span& name) const {
    std::uint64_t sound = 0;
    for (std::uint32_t part = name.first; part < name.end; ++part) {
        const bool lu = is_spelling_of_lu(document_.folded(parts_[part].first));
        const std::uint64_t given = part + 1 < name.end ? full_given(parts_[part].first) : 0;
        sound = sound * 31 + (lu ? 1 : given != 0 ? given : hash_of(document_, parts_[part]));
    }
    return sound;
}

// The hash of "steven" for Steve and for Steven; 0 for names without a short form.
std::uint64_t Links::full_given(std::uint32_t token) const {
    const Array<dateline_hit>& hits = document_.hits();
    std::size_t first = 0;
    for (std::size_t end = hits.size(); first < end;) {
        const std::size_t middle = first + (end - first) / 2;
        (hits[middle].first_token < token ? first : end) = hits[middle].first_token < token ? middle + 1 : middle;
    }
    std::uint64_t hash = 0;
    for (; first < hits.size() && hits[first].first_token == token; ++first) {
        if (hits[first].list == words_.given_short_id) {
            for (const char c : std::string_view(hits[first].value.data, hits[first].value.length)) {
                hash = hash * 31 + static_cast<unsigned char>(c);
            }
        }
    }
    return hash;
}

// The host joins mentions of one name; a link for the first is enough.
void Links::keep_first_of_each(std::vector<std::uint32_t>& decided) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> names;
    for (const std::uint32_t span : decided) {
        names.push_back({hash(spans_[span]), span});
    }
    std::sort(names.begin(), names.end());
    counts_.clear();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == 0 || names[i].first != names[i - 1].first) {
            counts_.push_back({names[i].second, 0});
        }
        ++counts_.back().places;
    }
    std::sort(counts_.begin(), counts_.end(), [](const Count& a, const Count& b) { return a.span < b.span; });
    decided.clear();
    for (const Count& count : counts_) {
        decided.push_back(count.span);
    }
}

std::uint32_t Links::places(std::uint32_t span) const {
    const auto count = std::lower_bound(counts_.begin(), counts_.end(), span, [](const Count& one, std::uint32_t at) { return one.span < at; });
    return count != counts_.end() && count->span == span ? count->places : 0;
}

void Links::add(std::vector<std::uint32_t>& decided, Namesakes& namesakes, Output& output) {
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
            add(spans_[span], spans_[found->span], found->place, output);
        }
    }
    add_spellings(decided, output);
    add_everyday_names(decided, namesakes, output);
}

// Doug, where nobody else is called so, is Douglas Yones.
void Links::add_everyday_names(const std::vector<std::uint32_t>& decided, const Namesakes& namesakes, Output& output) const {
    std::vector<std::pair<std::uint64_t, const Span*>> bearers;
    for (const std::uint32_t span : decided) {
        const Span& name = spans_[span];
        const std::uint64_t given = name.words > 1 && !name.glued ? full_given(parts_[name.first].first) : 0;
        if (given != 0) {
            bearers.push_back({given, &name});
        }
    }
    std::sort(bearers.begin(), bearers.end());
    for (const std::uint32_t span : decided) {
        const Span& name = spans_[span];
        const std::uint64_t given = name.words == 1 && !name.glued && bearer(name, namesakes) == nullptr ? full_given(parts_[name.first].first) : 0;
        if (const Span* fuller = given == 0 ? nullptr : only_bearer(given, bearers)) {
            add(name, *fuller, Place::given, output);
        }
    }
}

// Null when several people are called so.
const Span* Links::only_bearer(std::uint64_t given, const std::vector<std::pair<std::uint64_t, const Span*>>& bearers) const {
    const auto first = std::lower_bound(bearers.begin(), bearers.end(), std::pair<std::uint64_t, const Span*>{given, nullptr});
    const Span* fullest = nullptr;
    for (auto one = first; one != bearers.end() && one->first == given; ++one) {
        if (fullest != nullptr && !one_person(*fullest, *one->second)) {
            return nullptr;
        }
        fullest = fullest == nullptr || one->second->words > fullest->words ? one->second : fullest;
    }
    return fullest;
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

// The person whose fuller name holds this one: who bears it as family name goes before who bears it otherwise.
const Bearer* Links::bearer(const Span& name, const Namesakes& namesakes) const {
    const Namesakes::Range range = namesakes.find(key(name));
    if (range.last - range.first > most_bearers) {
        return nullptr;
    }
    std::vector<Person> persons;
    for (const Place place : {Place::family, Place::given, Place::middle}) {
        gather(name, range, place, persons);
        if (!persons.empty()) {
            return likeliest(name, persons);
        }
    }
    return nullptr;
}

// Who bears a name in this place: shorter forms of one name are one person.
void Links::gather(const Span& name, const Namesakes::Range& range, Place place, std::vector<Person>& persons) const {
    for (const Bearer& each : range) {
        const Span& fuller = spans_[each.span];
        if (each.place != place || &fuller == &name || fuller.words < name.words || !is_shorter(document_, parts_, name, fuller)) {
            continue;
        }
        const auto known = std::find_if(persons.begin(), persons.end(), [&](const Person& person) { return one_person(spans_[person.fullest->span], fuller); });
        if (known == persons.end()) {
            persons.push_back({&each, each.span, places(each.span)});
            continue;
        }
        known->first = std::min(known->first, each.span);
        known->places += places(each.span);
        known->fullest = fuller.words > spans_[known->fullest->span].words ? &each : known->fullest;
    }
}

// Of several who could bear it: the only one named before it (in a heading, before all of them: the first behind it), or whom the text names
// much oftener than any other.
const Bearer* Links::likeliest(const Span& name, std::vector<Person>& persons) const {
    if (persons.size() == 1) {
        return persons.front().fullest;
    }
    if (name.words > 1) {
        return nullptr;
    }
    std::sort(persons.begin(), persons.end(), [](const Person& a, const Person& b) { return a.first < b.first; });
    const auto is_before = [&](const Person& person) { return &spans_[person.first] < &name; };
    if (!is_before(persons[1])) {
        return persons[0].fullest;
    }
    std::stable_sort(persons.begin(), persons.end(), [](const Person& a, const Person& b) { return a.places > b.places; });
    return persons[0].places >= much_oftener * persons[1].places ? persons[0].fullest : nullptr;
}

bool Links::one_person(const Span& first, const Span& second) const {
    return first.words >= second.words ? is_shorter(document_, parts_, second, first) : is_shorter(document_, parts_, first, second);
}

void Links::add(const Span& name, const Span& fuller, Place place, Output& output) const {
    const bool family = name.words == 1 && place == Place::family;
    const bool initials = parts_[name.first].is(kind::initial) && !parts_[fuller.first].is(kind::initial);
    const auto reason = family ? DATELINE_LINK_FAMILY_NAME : initials ? DATELINE_LINK_ABBREVIATION : DATELINE_LINK_SHORTER_FORM;
    Link link(reason, name.handle, fuller.handle, name.begin_byte, name.end_byte, family ? "people/family-name" : "people/shorter-name");
    link.because(reasons_[family ? Reason::link_family : Reason::link_shorter], fuller.begin_byte, fuller.end_byte);
    output.add(link);
}

}  // namespace dateline::people
