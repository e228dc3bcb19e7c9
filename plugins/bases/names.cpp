#include "names.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t longest_name = 26, longest_own = 5, longest_tail = 9;
}

void Names::find(const common::Scene& scene, std::vector<Name>& names, std::vector<Name>& rivals) {
    scene_ = &scene;
    names.clear();
    rivals.clear();
    for (std::uint32_t token = 0; token < scene.size(); ++token) {
        if (!scene.has(token, words_.base_word | words_.base_before)) continue;
        Name found;
        floor_ = names.empty() ? 0 : names.back().end;
        if (!name(token, found) && !longer(token, found)) continue;
        if (!names.empty() && found.first < names.back().end) continue;
        add_rivals(found, rivals);
        if (found.military && found.plural) listed_before(found, floor_, names);
        names.push_back(found);
    }
    for (Name& name : names) shorten_headline(name, names);
}

/// The name with any capitalised words and possessives in it; but none begins with such a word at a sentence's beginning in running text.
bool Names::longer(std::uint32_t base, Name& name) {
    any_word_ = true;
    const bool found = this->name(base, name) && !name.military && !name.quoted;
    any_word_ = false;
    if (!found) return false;
    if (name.first == scene_->sentence_begin(base) && !scene_->starts_line(name.first)) name.first = trim(name.first, base);
    while (name.first < base && scene_->has(name.first, words_.connector | words_.particle)) ++name.first;
    return name.first < base;
}

/// The same name with more words in front, and without "of …" behind it.
void Names::add_rivals(Name& name, std::vector<Name>& rivals) {
    if (name.quoted || name.first == name.base) return;
    add_following(name, rivals);
    add_closed(name, rivals);
    if (name.military) {
        add_civil(name, rivals);
        return;
    }
    Name rival;
    if (longer(name.base, rival) && rival.first < name.first) {
        rivals.push_back(rival);
        name.cut = name.first - 1;
    }
    add_list(name, rivals);
    if (name.end > name.base + 1) {
        rivals.push_back(name);
        rivals.back().end = name.base + 1;
        rivals.back().kind_only = kind_only(rivals.back());
    }
}

/// "National Ice and Snow Talent Reserve Base": words that armed forces use, in a name that may be longer than theirs.
void Names::add_civil(Name& name, std::vector<Name>& rivals) const {
    if (name.plural || !scene_->is(name.base, DATELINE_TOKEN_CAPITAL)) return;
    Name rival;
    rival.base = rival.own_end = name.base;
    rival.first = walk_back(name.base, false);
    if (rival.first >= name.first || rival.first == scene_->sentence_begin(rival.first)) return;
    rival.end = tail(name.base + 1);
    rival.kind_only = kind_only(rival);
    rivals.push_back(rival);
    name.longer = name.first - 1;
}

/// "Canadian Forces Base Esquimalt", "AFB Waterkloof": the place may follow, with what stands before or alone.
void Names::add_following(const Name& name, std::vector<Name>& rivals) const {
    if (name.plural || name.end > name.base + 1 || !scene_->is(name.base, DATELINE_TOKEN_CAPITAL)) return;
    const std::uint32_t end = following_name(name.base + 1);
    if (end == name.base + 1) return;
    Name rival = name;
    rival.end = end;
    rival.kind_only = false;
    rival.follows = true;
    rivals.push_back(rival);
    if (!words_.abbreviates(*scene_, name.base)) return;
    rival.first = rival.own_end = name.base;
    rivals.push_back(rival);
}

/// "Language Service Export Base (Macao)", "Third Naval Base "Almirante Oyarzún"": words in brackets or quotation marks may belong to it.
void Names::add_closed(const Name& name, std::vector<Name>& rivals) const {
    if (name.plural || !(scene_->reads(name.end, "(") || name.military)) return;
    const std::uint32_t end = closed_end(name.end);
    if (end == name.end) return;
    rivals.push_back(name);
    rivals.back().end = end;
    rivals.back().kind_only = false;
    rivals.back().follows = true;
}

/// Past a name between brackets or quotation marks that begins at a token, which is no abbreviation.
std::uint32_t Names::closed_end(std::uint32_t at) const {
    const bool bracket = scene_->reads(at, "(");
    if ((!bracket && !quote(at)) || scene_->is(at + 1, DATELINE_TOKEN_ALL_CAPITALS)) return at;
    const std::uint32_t close = following_name(at + 1);
    return close > at + 1 && (bracket ? scene_->reads(close, ")") : quote(close)) ? close + 1 : at;
}

/// "Salamander Rescue, Breeding and Research Base": the words before the comma may belong to it.
void Names::add_list(Name& name, std::vector<Name>& rivals) const {
    bool joined = false;
    for (std::uint32_t token = name.first; token < name.base; ++token) joined = joined || scene_->reads(token, "and") || scene_->reads(token, "&");
    Name rival = name;
    const std::uint32_t begin = std::max(floor_, scene_->sentence_begin(name.base));
    while (joined && rival.first > begin + 1 && scene_->reads(rival.first - 1, ",") && capital(rival.first - 2))
        rival.first = walk_back(rival.first - 1, false);
    if (rival.first == name.first) return;
    rival.kind_only = kind_only(rival);
    rivals.push_back(rival);
    if (name.cut == none) name.cut = name.first - 2;
}

/// The names that share the words of a plural one: "Langley" in "Langley and Elmendorf Air Force bases".
void Names::listed_before(const Name& plural, std::uint32_t floor, std::vector<Name>& names) const {
    std::uint32_t at = plural.first;
    const std::size_t begin = names.size();
    while (at > floor + 1 && (scene_->reads(at - 1, "and") || scene_->reads(at - 1, ",")) && capital(at - 2)) {
        Name listed;
        listed.first = at - 2;
        listed.end = listed.own_end = listed.base = at - 1;
        listed.military = listed.listed = true;
        names.insert(names.begin() + static_cast<std::ptrdiff_t>(begin), listed);
        at -= 2;
    }
}

/// In a line of capitals a name may begin too early: it is cut to the words that the text gives it elsewhere.
void Names::shorten_headline(Name& name, const std::vector<Name>& names) const {
    constexpr std::size_t most = 64;
    if (!name.military || !scene_->is(name.first, DATELINE_TOKEN_ALL_CAPITALS)) return;
    const auto& tokens = scene_->document().tokens();
    for (std::size_t i = 0; i < names.size() && i < most; ++i) {
        const std::uint32_t words = names[i].own_end - names[i].first;
        if (!names[i].military || words == 0 || words >= name.own_end - name.first || scene_->is(names[i].first, DATELINE_TOKEN_ALL_CAPITALS))
            continue;
        bool same = true;
        for (std::uint32_t w = 1; w <= words; ++w) same = same && tokens[names[i].own_end - w].hash == tokens[name.own_end - w].hash;
        if (same) name.first = name.own_end - words;
    }
}

bool Names::name(std::uint32_t base, Name& name) const {
    if (scene_->is(base, DATELINE_TOKEN_HAN) && scene_->hit(base, words_.base_list) != nullptr) return false;  // the first of 基地
    name.base = base;
    name.end = base + 1;
    name.plural = scene_->reads(base, "bases");
    if (scene_->has(base, words_.base_before)) {
        name.first = name.own_end = base;
        name.military = true;
        name.end = following_name(base + 1);
        return name.end > base + 1;
    }
    if (quoted(base, name)) return !name.plural;
    if (service_before(base)) {
        name.first = name.own_end = base - 1;
        name.military = true;
        name.end = following_name(base + 1);
        return true;
    }
    const std::uint32_t kind = military_before(base);
    name.military = kind < base || words_.abbreviates(*scene_, base);
    if (!name.military && (name.plural || !scene_->is(base, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HAN))) return false;
    name.first = numbered_before(walk_back(kind, name.military));
    name.own_end = name.military ? kind : base;
    name.air_force = words_.abbreviates(*scene_, base) || (name.military && scene_->reads(base - 1, "force")) ||
                     (name.military && scene_->reads(base - 1, "forces"));
    if (name.military && name.first == kind) {
        name.end = scene_->is(kind, DATELINE_TOKEN_CAPITAL) && scene_->is(base, DATELINE_TOKEN_CAPITAL)
                       ? std::max(following_name(base + 1), number_end(base + 1))
                       : base + 1;
        if (name.end == base + 1 && scene_->is(base, DATELINE_TOKEN_CAPITAL) && quote(name.end)) name.end = closed_end(name.end);
        return name.end > base + 1;
    }
    if (name.first == base) return leading(base, name);
    name.end = number_end(base + 1);
    if (name.military && name.end == base + 1 && of_a_service(name)) name.end = following_name(base + 1);
    if (!name.military && name.end == base + 1) name.end = tail(base + 1);
    name.kind_only = kind_only(name);
    return true;
}

/// "Base Teniente Oyarzún", "Base Q": the name follows, as in many languages.
bool Names::leading(std::uint32_t base, Name& name) const {
    if (name.plural || !scene_->is(base, DATELINE_TOKEN_CAPITAL) || scene_->is(base, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_HAN)) return false;
    name.first = name.own_end = base;
    name.end = following_name(base + 1);
    for (std::uint32_t at = name.end; name.end > base + 1 && at == name.end;) {
        while (scene_->has(at, words_.particle | words_.connector) && !scene_->reads(at, "and") && !scene_->starts_line(at)) ++at;
        if (at > name.end && following_name(at) > at)
            at = name.end = following_name(at);
        else
            break;
    }
    return name.end > base + 1;
}

/// Past "No. 11", the number in "Air Base 141".
std::uint32_t Names::number_end(std::uint32_t at) const {
    if (scene_->is(at, DATELINE_TOKEN_NUMBER) && scene_->reads(at - 1, "base") && scene_->reads(at - 2, "air")) return at + 1;
    if (!scene_->reads(at, "no") || !scene_->is(at, DATELINE_TOKEN_CAPITAL)) return at;
    const std::uint32_t number = scene_->reads(at + 1, ".") ? at + 2 : at + 1;
    return scene_->is(number, DATELINE_TOKEN_NUMBER) ? number + 1 : at;
}

/// With the number that begins "22nd Helicopter Air Base", the first word of "His Majesty's Naval Base".
std::uint32_t Names::numbered_before(std::uint32_t first) const {
    constexpr std::uint32_t ordinal = DATELINE_TOKEN_HAS_DIGIT | DATELINE_TOKEN_WORD;
    if (first <= floor_ || first == scene_->sentence_begin(first)) return first;
    if (scene_->reads(first, "majesty") && (scene_->reads(first - 1, "his") || scene_->reads(first - 1, "her"))) return first - 1;
    const std::uint32_t flags = scene_->document().tokens()[first - 1].flags;
    return (flags & ordinal) == ordinal && (flags & DATELINE_TOKEN_LOWER) == 0 ? first - 1 : first;
}

/// HM Naval Base, His Majesty's Naval Base, 22nd Air Base: the place follows.
bool Names::of_a_service(const Name& name) const {
    return scene_->is(name.first, DATELINE_TOKEN_HAS_DIGIT) || (scene_->reads(name.first, "hm") && name.first + 1 == name.own_end) ||
           (scene_->possessive(name.own_end - 1) && scene_->reads(name.own_end - 2, "majesty"));
}

/// Whether the abbreviation of a service stands before "Base" and a name after it: "NAF Base Port Harcourt".
bool Names::service_before(std::uint32_t base) const {
    constexpr std::size_t longest = 6;
    if (base == 0 || scene_->is(base, DATELINE_TOKEN_ALL_CAPITALS) || !scene_->is(base, DATELINE_TOKEN_CAPITAL)) return false;
    if (!scene_->is(base - 1, DATELINE_TOKEN_ALL_CAPITALS) || scene_->document().word(base - 1).size() > longest) return false;
    return following_name(base + 1) > base + 1;
}

/// “Harbour Base”: what stands between quotation marks.
bool Names::quoted(std::uint32_t base, Name& name) const {
    const std::uint32_t begin = scene_->sentence_begin(base);
    const std::uint32_t floor = std::max(begin, base > longest_name ? base - longest_name : 0);
    std::uint32_t end = base + 1;
    if (end < scene_->size() && !quote(end)) end = quoted_tail(end);
    if (end >= scene_->size() || !quote(end) || scene_->is(end, DATELINE_TOKEN_SPACE_BEFORE)) return false;
    for (std::uint32_t at = base; at-- > floor;) {
        if (!quote(at)) continue;
        if (at + 1 == base || scene_->is(at + 1, DATELINE_TOKEN_LOWER) || scene_->is(at + 1, DATELINE_TOKEN_SPACE_BEFORE)) return false;
        name.first = at + 1;
        name.end = end;
        name.own_end = base;
        name.quoted = true;
        return true;
    }
    return false;
}

/// Where the military words before "base" begin: Air Force in "Ellsworth Air Force Base".
std::uint32_t Names::military_before(std::uint32_t base) const {
    constexpr std::uint32_t longest_kind = 3;
    for (std::uint32_t length = longest_kind; length > 0; --length) {
        if (base < length) continue;
        const dateline_hit* hit = scene_->hit(base - length, words_.military_list);
        if (hit != nullptr && hit->token_count == length && scene_->is(base - length, DATELINE_TOKEN_CAPITAL)) return base - length;
    }
    return base;
}

/// Where the capitalised words before a token begin.
std::uint32_t Names::walk_back(std::uint32_t end, bool military) const {
    std::uint32_t first = end;
    const std::uint32_t longest = military ? longest_own : longest_name;
    const std::uint32_t floor = std::max({floor_, scene_->sentence_begin(end), end > longest ? end - longest : 0});
    while (first > floor && !scene_->starts_line(first) && inside(first - 1, floor, military)) --first;
    return trim(first, end);
}

bool Names::inside(std::uint32_t token, std::uint32_t floor, bool military) const {
    if (capital(token)) return true;
    if (scene_->is(token, DATELINE_TOKEN_NUMBER)) return token > floor + 1 && scene_->reads(token - 1, ".") && scene_->reads(token - 2, "no");
    const bool spaced = scene_->is(token, DATELINE_TOKEN_SPACE_BEFORE);
    const bool after_glue = !spaced && token > floor && (scene_->reads(token - 1, "-"));
    if (scene_->is(token, DATELINE_TOKEN_LOWER) && after_glue) return true;
    if (scene_->reads(token, "-") || scene_->reads(token, "/")) return !spaced && token > floor;
    if (scene_->possessive(token)) {
        const bool civil = !military && (scene_->has(token - 1, words_.possessive_inside) || (any_word_ && capital(token - 1)));
        return token > floor && (civil || scene_->reads(token - 1, "majesty"));
    }
    if (scene_->reads(token, ".") && token > floor && scene_->reads(token - 1, "no")) return true;
    if (scene_->reads(token, "no") && scene_->reads(token + 1, ".")) return scene_->is(token, DATELINE_TOKEN_CAPITAL);
    if (scene_->reads(token, "."))
        return !spaced && token > floor && capital(token - 1) && scene_->document().word(token - 1).size() <= 3 && !enumerates(token - 1);
    if (token > floor && scene_->has(token, words_.particle)) return capital(token - 1) || scene_->has(token - 1, words_.particle);
    if (military || token == floor || !scene_->has(token, words_.connector) || scene_->reads(token, "for")) return false;
    if (scene_->reads(token, "the")) return scene_->has(token - 1, words_.connector);
    return capital(token - 1) || scene_->has(token - 1, words_.connector) || scene_->possessive(token - 1);
}

/// "A. Harbour Base" in a list: the letter counts.
bool Names::enumerates(std::uint32_t token) const { return scene_->starts_line(token) && scene_->document().word(token).size() == 1; }

bool Names::capital(std::uint32_t token) const {
    if (scene_->reads(token, "i"))
        return token > 0 && scene_->is(token - 1, DATELINE_TOKEN_CAPITAL) && !scene_->has(token - 1, words_.lead);  // Juan Carlos I
    if (scene_->is(token, DATELINE_TOKEN_HAN)) return true;
    return scene_->is(token, DATELINE_TOKEN_CAPITAL) && !scene_->has(token, any_word_ ? words_.preposition : words_.lead | words_.preposition);
}

/// Past small words that a walk went over at the name's beginning.
std::uint32_t Names::trim(std::uint32_t first, std::uint32_t base) const {
    while (first < base && !capital(first)) ++first;
    return first;
}

/// The name that follows in "Naval Base Karwar".
std::uint32_t Names::following_name(std::uint32_t at) const {
    std::uint32_t end = at;
    const std::uint32_t limit = std::min(scene_->size(), at + longest_own);
    while (at < limit && !scene_->starts_line(at) && scene_->sentence_begin(at) != at) {
        if (capital(at) && !scene_->has(at, words_.not_after)) {
            end = ++at;
        } else if (scene_->reads(at, "-") && !scene_->is(at, DATELINE_TOKEN_SPACE_BEFORE) && end > 0) {
            ++at;
        } else {
            break;
        }
    }
    return end;
}

/// Past "of the Ejin River", "for Water-Saving Agriculture".
std::uint32_t Names::tail(std::uint32_t at) const {
    const std::uint32_t whole = at;
    const std::uint32_t limit = std::min({scene_->size(), at + longest_tail, scene_->sentence_end(at - 1)});
    if (at >= limit || (!scene_->reads(at, "of") && !scene_->reads(at, "for"))) return whole;
    ++at;
    if (at < limit && scene_->reads(at, "the")) ++at;
    if (at >= limit || !capital(at)) return whole;
    std::uint32_t end = whole;
    for (; at < limit && !scene_->starts_line(at); ++at) {
        if (capital(at)) {
            end = at + 1;
        } else if (!scene_->has(at, words_.connector) && !scene_->reads(at, "-")) {
            break;
        }
    }
    return end;
}

/// The quotation mark behind "for Students of Sea Farming", if only capitals and small words stand before it.
std::uint32_t Names::quoted_tail(std::uint32_t at) const {
    const std::uint32_t limit = std::min({scene_->size(), at + longest_tail, scene_->sentence_end(at - 1)});
    std::uint32_t end = at;
    while (end < limit && (capital(end) || scene_->has(end, words_.connector | words_.preposition | words_.particle) || scene_->reads(end, "-")))
        ++end;
    return end;
}

/// Whether a name has no word of its own: "Practice Base".
bool Names::kind_only(const Name& name) const {
    if (name.end > name.base + 1) return false;
    for (std::uint32_t token = name.first; token < name.own_end; ++token) {
        if (scene_->is(token, DATELINE_TOKEN_WORD) && !scene_->has(token, words_.kind)) return false;
    }
    return true;
}

bool Names::quote(std::uint32_t token) const {
    if (token >= scene_->size()) return false;
    const std::string_view word = scene_->document().folded(token);
    return word == "\"" || word == "「" || word == "」" || word == "《" || word == "》" || word == "“" || word == "”";
}

}  // namespace bases
