#include "bases.h"

namespace bases {

Bases::Bases(const dateline::Host& host)
    : words_(host), evidence_(host), bodies_(host), reader_(words_), story_(words_, evidence_, bodies_) {}

Bases::Bases(const Bases& other)
    : words_(other.words_), evidence_(other.evidence_), bodies_(other.bodies_), reader_(words_), story_(words_, evidence_, bodies_) {}

void Bases::extract(const dateline::Document& document, dateline::Output& output) {
    output_ = &output;
    scene_.open_text(document);
    reader_.find(scene_, names_, rivals_);
    if (names_.empty()) return;
    for (Name& name : names_) submit(name);
    for (Name& rival : rivals_) submit(rival);
    shorter_names();
    abbreviations();
    military_short_forms();
    civil_short_forms();
}

void Bases::relate(const dateline::Document& document, dateline::Output& output) {
    bool any = false;
    for (const dateline_mention& mention : document.mentions()) any = any || mention.type == words_.base;
    if (!any) return;
    scene_.open(document);
    output_ = &output;
    aliases();
    story_.tell(scene_, output);
}

void Bases::submit(Name& name) {
    if (name.listed) {
        dateline::Candidate listed(words_.base, begin(name.first), end(name.end - 1), "bases/listed");
        name.handle = output_->add(listed.because(evidence_.list_of_bases, begin(name.first), end(name.end - 1)));
        return;
    }
    dateline::Candidate candidate(words_.base, begin(name.first), end(name.end - 1), name.quoted ? "bases/quoted" : name.military ? "bases/military" : "bases/head");
    const std::uint32_t from = begin(name.base), to = end(name.base);
    const std::uint32_t words = name.base - name.first;
    if (scene_.is(name.base, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HAN)) {
        candidate.because(evidence_.named_base, from, to);
    } else {
        candidate.because(evidence_.small_base, from, to);
    }
    if (name.quoted) candidate.because(evidence_.quoted);
    if (name.military) candidate.because(evidence_.military);
    if (name.kind_only && !name.quoted) {
        candidate.because(evidence_.kind_only);
    } else if (name.own_end > name.first) {
        candidate.because(evidence_.own_words, begin(name.first), end(name.own_end - 1));
    }
    if (words >= 3) candidate.because(evidence_.several_words);
    if (name.end > name.base + 1) candidate.because(name.follows ? evidence_.follows : evidence_.tail, begin(name.base + 1), end(name.end - 1));
    const bool in_headline = !name.military && headline(name);
    if (in_headline) candidate.because(evidence_.headline);
    if (name.cut != none && !in_headline) candidate.because(evidence_.cut, begin(name.cut), end(name.cut));
    if (has_owner(name)) candidate.because(evidence_.owner_inside);
    if (name.longer != none && !in_headline) candidate.because(evidence_.longer, begin(name.longer), end(name.longer));
    if (name.first == name.base && !name.military && !name.quoted) candidate.because(evidence_.leading, from, to);
    if (words > 0 && scene_.has(name.base - 1, words_.not_before)) candidate.because(evidence_.not_a_site, begin(name.base - 1), from);
    if (scene_.has(name.end, words_.not_after) && !scene_.starts_line(name.end) && (!name.military || scene_.is(name.end, DATELINE_TOKEN_CAPITAL))) {
        candidate.because(evidence_.not_a_site, begin(name.end), end(name.end));
    }
    name.handle = output_->add(candidate);
}

/// Whether a possessive stands in a name that is no part of one as a rule: "Company's Harbour Base", but "People's …" and "Seafarers' Base".
bool Bases::has_owner(const Name& name) const {
    for (std::uint32_t token = name.first + 1; token < name.base && !name.quoted && !name.military; ++token) {
        if (scene_.possessive(token) && !scene_.has(token - 1, words_.possessive_inside)) return true;
    }
    return false;
}

/// Whether most words of the name's line have a capital, so that one tells little.
bool Bases::headline(const Name& name) const {
    constexpr std::uint32_t reach = 12;
    std::uint32_t capital = 0, small = 0;
    const auto count = [&](std::uint32_t token) {
        if (scene_.is(token, DATELINE_TOKEN_CAPITAL)) ++capital;
        if (scene_.is(token, DATELINE_TOKEN_LOWER)) ++small;
    };
    const std::uint32_t begin = scene_.sentence_begin(name.first);
    for (std::uint32_t i = name.first; i-- > begin && name.first - i <= reach;) count(i);
    const std::uint32_t past = scene_.sentence_end(name.base);
    for (std::uint32_t i = name.end; i < past && i - name.end < reach; ++i) count(i);
    return capital > 2 * small && capital >= 2;
}

}  // namespace bases

DATELINE_EXTRACTOR(bases::Bases, "bases", "0.1.0")
