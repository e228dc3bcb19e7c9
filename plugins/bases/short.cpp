#include "bases.h"

namespace bases {

namespace {
constexpr std::size_t most_names = 64;          // that shorter ones are compared with

// A military name's own words stand before "Air Force Base", or behind "Naval Base".
std::uint32_t own_first(const Name& name) {
    return name.end > name.base + 1 ? name.base + 1 : name.first;
}
std::uint32_t own_words(const Name& name) {
    return name.end > name.base + 1 ? name.end - name.base - 1 : name.own_end - name.first;
}
}  // namespace

void Bases::link(dateline_link_reason reason, std::uint32_t from, const Name& to, std::uint32_t first, std::uint32_t past, std::string_view rule,
                 std::uint32_t evidence) {
    if (from == none || to.handle == none || from == to.handle) return;
    dateline::Link link(reason, from, to.handle, begin(first), end(past - 1), rule);
    output_->add(link.because(evidence, begin(to.first), end(to.end - 1)));
}

/// Links "Batam Manufacturing Base" to "Lumivolt Batam Intelligent Manufacturing Base", and "Ellsworth AFB" to "Ellsworth Air Force Base".
void Bases::shorter_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        std::uint32_t fuller = none;
        for (std::size_t j = 0; j < names_.size() && j < most_names; ++j) {
            if (i == j || !subsequence(names_[i], names_[j])) continue;
            fuller = static_cast<std::uint32_t>(j);
            break;
        }
        if (fuller == none || (names_[i].kind_only && !names_[i].quoted && fuller > i)) continue;
        link(DATELINE_LINK_SHORTER_FORM, names_[i].handle, names_[fuller], names_[i].first, names_[i].end, "bases/same-words", evidence_.same_words);
    }
}

/// Whether the words of one name are those of a longer one with some left out.
bool Bases::subsequence(const Name& part, const Name& whole) const {
    const auto& tokens = scene_.document().tokens();
    if (part.military && whole.military && own_words(part) > 0 && own_words(whole) == own_words(part)) {
        const bool same = same_start(own_first(part), whole) != own_first(part);
        return same && whole.end - whole.first > part.end - part.first;
    }
    if (part.end - part.first >= whole.end - whole.first || part.military != whole.military) return false;
    std::uint32_t at = part.first;
    for (std::uint32_t i = whole.first; i < whole.end && at < part.end; ++i) {
        if (tokens[i].hash == tokens[at].hash) ++at;
    }
    return at == part.end;
}

/// Past words of capitals that a ), a comma or a quotation mark closes; the token itself when there are none.
std::uint32_t Bases::past_letters(std::uint32_t at) const {
    constexpr std::uint32_t most = 3;
    std::uint32_t past = at;
    while (past < scene_.size() && past - at < most && scene_.is(past, DATELINE_TOKEN_ALL_CAPITALS)) ++past;
    return scene_.reads(past, ")") || scene_.reads(past, ",") || scene_.reads(past, "\"") ? past : at;
}

/// Whether letters shorten a name: one of their words begins like it, or they are initials of three of its words, of "base" among them ("BASR" in
/// another language's order).
bool Bases::shorten(const Name& name, std::uint32_t first, std::uint32_t past) const {
    const auto initial = [&](std::uint32_t token) { return scene_.document().folded(token).front(); };
    for (std::uint32_t at = first; at < past; ++at) {
        if (initial(at) == initial(name.first)) return true;
    }
    const std::string_view letters = scene_.document().folded(first);
    std::size_t found = 0;
    for (std::uint32_t token = name.first; token < name.end; ++token) {
        if (scene_.is(token, DATELINE_TOKEN_CAPITAL) && letters.find(initial(token)) != std::string_view::npos) ++found;
    }
    return past == first + 1 && found >= 3 && letters.find('b') != std::string_view::npos;
}

/// Where the letters stand that may shorten a name: "(NIFB", "(hereinafter the NIFB", ", or SHLB"; `none` where nothing like that follows.
std::uint32_t Bases::letters_behind(const Name& name) const {
    std::uint32_t at = name.end;
    if (at < scene_.size() && name.quoted) ++at;
    if (scene_.reads(at, ",") && scene_.reads(at + 1, "or") && scene_.is(at + 2, DATELINE_TOKEN_ALL_CAPITALS)) return at + 2;
    if (!scene_.reads(at, "(")) return none;
    const std::uint32_t past = scene_.past_parenthesis(at, scene_.size());
    for (++at; at < past; ++at) {
        if (past_letters(at) > at) return at;
    }
    return none;
}

/// "Nouadhibou Integrated Fishing Base (NIFB)": the abbreviation there and wherever it stands again.
void Bases::abbreviations() {
    const auto& tokens = scene_.document().tokens();
    abbreviations_.clear();
    ends_.clear();
    owners_.clear();
    for (std::size_t i = 0; i < names_.size() && owners_.size() < most_names; ++i) {
        const std::uint32_t at = letters_behind(names_[i]);
        if (at == none) continue;
        const std::uint32_t past = past_letters(at);
        if (past == at || !shorten(names_[i], at, past)) continue;
        abbreviations_.push_back(at);
        ends_.push_back(past);
        owners_.push_back(static_cast<std::uint32_t>(i));
    }
    if (owners_.empty()) return;
    for (std::uint32_t token = 0; token < scene_.size(); ++token) {
        if (!scene_.is(token, DATELINE_TOKEN_ALL_CAPITALS)) continue;
        for (std::size_t a = 0; a < abbreviations_.size(); ++a) {
            const std::uint32_t length = ends_[a] - abbreviations_[a];
            bool same = token + length <= scene_.size();
            for (std::uint32_t t = 0; same && t < length; ++t) same = tokens[abbreviations_[a] + t].hash == tokens[token + t].hash;
            if (!same) continue;
            const Name& name = names_[owners_[a]];
            const bool there = abbreviations_[a] == token;
            dateline::Candidate candidate(words_.base, begin(token), end(token + length - 1), "bases/abbreviation");
            candidate.because(there ? evidence_.abbreviation : evidence_.abbreviation_again, begin(name.first), end(name.end - 1), name.handle);
            link(DATELINE_LINK_ABBREVIATION, output_->add(candidate), name, token, token + length, "bases/abbreviation", evidence_.abbreviation);
            break;
        }
    }
}

/// "Ellsworth" after "Ellsworth Air Force Base", "Karwar" after "Naval Base Karwar".
void Bases::military_short_forms() {
    std::uint64_t starts = 0;  // of which a token's hash has a bit when it may begin a short form
    const auto& tokens = scene_.document().tokens();
    for (const Name& name : names_) {
        if (name.military && own_words(name) > 0) starts |= std::uint64_t{1} << (tokens[own_first(name)].hash >> 58);
    }
    if (starts == 0) return;
    std::size_t next = 0;
    for (std::uint32_t token = 0; token < scene_.size(); ++token) {
        while (next < names_.size() && names_[next].end <= token) ++next;
        if (next < names_.size() && names_[next].first <= token) continue;
        if ((starts >> (tokens[token].hash >> 58) & 1) == 0 || !scene_.is(token, DATELINE_TOKEN_CAPITAL)) continue;
        const Name* name = starts_like(token);
        if (name == nullptr) continue;
        const std::uint32_t past = same_start(token, *name);
        dateline::Candidate candidate(words_.base, begin(token), end(past - 1), "bases/short-form");
        candidate.because(name->air_force ? evidence_.short_form : evidence_.short_place, begin(name->first), end(name->end - 1), name->handle);
        if (token > 0 && scene_.reads(token - 1, "at")) candidate.because(evidence_.at_base, begin(token - 1), end(token - 1));
        if (scene_.is(past < scene_.size() ? past : token, DATELINE_TOKEN_CAPITAL) && !scene_.is(token, DATELINE_TOKEN_ALL_CAPITALS) && past < scene_.size() &&
            !scene_.has(past, words_.base_word)) {
            candidate.because(evidence_.longer_name, begin(past), end(past));
        }
        if (token > 0 && scene_.reads(token - 1, "in")) candidate.because(evidence_.in_place, begin(token - 1), end(token - 1));
        link(DATELINE_LINK_SHORTER_FORM, output_->add(candidate), *name, token, past, "bases/short-form", evidence_.short_form);
    }
}

/// "Harar" in "the Harar base", after "Harar Sorghum Seed Base".
void Bases::civil_short_forms() {
    constexpr std::uint32_t most_words = 4;
    for (std::uint32_t token = 1; token < scene_.size(); ++token) {
        if (!scene_.has(token, words_.base_word) || !scene_.is(token, DATELINE_TOKEN_LOWER) || !scene_.is(token - 1, DATELINE_TOKEN_CAPITAL)) continue;
        std::uint32_t first = token - 1;
        while (first > 0 && token - first < most_words && scene_.is(first - 1, DATELINE_TOKEN_CAPITAL) && !scene_.starts_line(first)) --first;
        for (; first < token; ++first) {
            if (const Name* name = begins_with(first, token); name != nullptr) {
                dateline::Candidate candidate(words_.base, begin(first), end(token - 1), "bases/short-form");
                candidate.because(evidence_.before_base, begin(token), end(token));
                candidate.because(evidence_.short_place, begin(name->first), end(name->end - 1), name->handle);
                link(DATELINE_LINK_SHORTER_FORM, output_->add(candidate), *name, first, token, "bases/short-form", evidence_.short_form);
                break;
            }
        }
    }
}

/// The first civil base whose name begins with the words [first, past), or null.
const Name* Bases::begins_with(std::uint32_t first, std::uint32_t past) const {
    const auto& tokens = scene_.document().tokens();
    for (std::size_t i = 0; i < names_.size() && i < most_names; ++i) {
        const Name& name = names_[i];
        if (name.military || name.end > first || name.own_end - name.first <= past - first) continue;
        bool same = true;
        for (std::uint32_t t = 0; same && t < past - first; ++t) same = tokens[name.first + t].hash == tokens[first + t].hash;
        if (same) return &name;
    }
    return nullptr;
}

/// The first military base whose own words stand at a token, or null.
const Name* Bases::starts_like(std::uint32_t token) const {
    std::size_t left = most_names;
    for (const Name& name : names_) {
        if (!name.military || own_words(name) == 0) continue;
        if (same_start(token, name) != token) return &name;
        if (--left == 0) break;
    }
    return nullptr;
}

/// One behind the tokens that are a name's own words; `token` itself when they are not.
std::uint32_t Bases::same_start(std::uint32_t token, const Name& name) const {
    const auto& tokens = scene_.document().tokens();
    const std::uint32_t count = own_words(name), first = own_first(name);
    if (count == 0 || token + count > scene_.size()) return token;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (tokens[token + i].hash != tokens[first + i].hash) return token;
    }
    return token + count;
}

}  // namespace bases
