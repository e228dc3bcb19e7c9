#include "title.h"

#include <algorithm>

namespace roles {

namespace {
constexpr std::uint32_t longest_group = 10, most_complements = 4;
}  // namespace

bool TitleReader::read(const common::Scene& scene, std::uint32_t at, std::uint32_t limit, Phrase& phrase) {
    scene_ = &scene;
    limit_ = limit;
    phrase.count = 0;
    while (phrase.count < phrase.titles.size()) {
        Title& next = phrase.titles[phrase.count] = {};
        if (!title(at, next)) break;
        ++phrase.count;
        more(at, phrase);
        phrase.end = at;
        const std::uint32_t linked = link(at);
        if (linked == at && !scene.has(at, words_.rank)) break;
        at = linked;
    }
    share(phrase);
    return phrase.count > 0;
}

bool TitleReader::title(std::uint32_t& at, Title& title) {
    std::uint32_t next = at;
    lead(next, title);
    owner(next, title);
    if (!group(next, title)) return false;
    title.first = past_verb(title);
    title.first = past_place(title);
    title.end = next = past_trailing(title);
    if (prize(next)) return false;
    for (std::uint32_t i = 0; i < most_complements && complement(next, title); ++i) {
    }
    next = past_outer(next, title);
    at = next;
    return true;
}

/// Whether "of the year" follows, as behind the name of a prize.
bool TitleReader::prize(std::uint32_t at) const {
    return scene_->reads(at, "of") && scene_->reads(at + 1, "the") && scene_->has(at + 2, words_.span);
}

/// The words up to the title's last one: "Executive Vice President".
bool TitleReader::group(std::uint32_t at, Title& title) const {
    title.first = at;
    if (at + 1 < limit_ && scene_->document().word(at).size() == 1 && dash(at + 1)) return false;  // D-MD, a party and state
    const std::uint32_t limit = std::min(limit_, at + longest_group);
    bool found = false;
    if (const dateline_hit* whole = scene_->hit(at, words_.with_nation_list)) {
        at += whole->token_count;
        title.head = at - 1;
        title.end = at;
        found = true;
        if (scene_->has(at - 1, words_.abbreviation) && scene_->reads(at, ".") && at < limit_) title.end = ++at;
    }
    for (; at < limit; ++at) {
        if (at != title.first && scene_->starts_line(at) && !joins(at - 1)) break;
        const bool ranked = scene_->has(at - (at > 0 ? 1 : 0), words_.rank | words_.abbreviation) || (at > 0 && scene_->reads(at - 1, "."));
        const bool more = scene_->has(at + 1, words_.last) && !scene_->has(at + 1, words_.rank);
        if (found && scene_->has(at, words_.rank) && !ranked && !more && scene_->has(at - 1, words_.last)) break;
        if (scene_->has(at, words_.last) && scene_->has(at, words_.inner_body) && scene_->has(at, words_.plural)) return false;  // board of directors
        if (scene_->has(at, words_.last)) {
            const dateline_hit* whole = scene_->hit(at, words_.head_list);
            if (whole != nullptr) at += whole->token_count - 1;
            title.head = at;
            title.end = at + 1;
            found = true;
            if (scene_->has(at, words_.abbreviation) && scene_->reads(at + 1, ".") && at + 1 < limit_) title.end = ++at + 1;
        } else if (at == title.first && dash(at)) {
            break;
        } else if (!belongs(at) && (at == title.first || !joins(at) || (found && !goes_on(at)))) {
            break;
        }
    }
    return found;
}

/// Whether a token can be a word of a title.
bool TitleReader::belongs(std::uint32_t at) const {
    const std::uint32_t mention = scene_->mention(at);
    if (mention != none && words_.written(scene_->mention_at(mention).type)) return false;
    if (scene_->has(at, words_.stop | words_.honorific)) return false;
    if (scene_->has(at, words_.modifier) || scene_->is(at, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HAS_DIGIT)) return true;
    if (dash(at)) return !scene_->is(at, DATELINE_TOKEN_SPACE_BEFORE);
    const bool named = at > 0 && (scene_->has(at - 1, words_.article) || scene_->possessive(at - 1));
    const bool opens = named || (at > 0 && (scene_->reads(at - 1, ",") || scene_->has(at - 1, words_.stop | words_.status)));
    const std::string_view word = scene_->document().folded(at);
    if (!named && (word.ends_with("ed") || word.ends_with("s") || word.ends_with("ing"))) return false;  // a verb
    return opens && scene_->is(at, DATELINE_TOKEN_WORD) && scene_->has(at + 1, words_.last | words_.modifier);
}

/// Whether a title that could end before "and" goes on: "Assistant Parks and Recreation Director".
bool TitleReader::goes_on(std::uint32_t at) const {
    if (!scene_->has(at - 1, words_.soft) && (at < 2 || !scene_->has(at - 2, words_.soft) || scene_->has(at - 1, words_.last))) return false;
    return title_ahead(at + 1);
}

/// Whether a token joins words inside a title: Sales & Marketing Director.
bool TitleReader::joins(std::uint32_t at) const { return scene_->reads(at, "and") || scene_->reads(at, "&") || scene_->reads(at, "/"); }

/// Past what joins this title to another: and, &, a comma.
std::uint32_t TitleReader::link(std::uint32_t at) const {
    std::uint32_t next = at;
    if (scene_->reads(next, ",") || scene_->reads(next, "|")) ++next;
    if (next < limit_ && joins(next)) {
        ++next;
        if (scene_->reads(next, "is") || scene_->reads(next, "was")) ++next;
    }
    if (next >= limit_) return at;
    return next;
}

/// "a member of the Harbour Board, the Eastport Council and the Lake Society": one title in several bodies.
void TitleReader::more(std::uint32_t& at, Phrase& phrase) const {
    const Title first = phrase.titles[phrase.count - 1];
    if (first.organization == none || scene_->mention_at(first.organization).first_token < first.end) return;
    std::uint32_t next = at;
    const std::size_t count = phrase.count;
    for (bool last = false; !last && phrase.count < phrase.titles.size();) {
        if (scene_->reads(next, ",")) ++next;
        last = scene_->reads(next, "and") || scene_->reads(next, "&");
        if (last) ++next;
        if (next < limit_ && scene_->has(next, words_.article)) ++next;
        const std::uint32_t organization = scene_->begins(next, words_.organization);
        if (organization == none || next >= limit_ || scene_->possessive(scene_->past(organization))) break;
        next = scene_->past_parenthesis(scene_->past(organization), limit_);
        if (scene_->has(next, words_.last | words_.modifier)) break;
        phrase.titles[phrase.count] = first;
        phrase.titles[phrase.count++].organization = organization;
        if (last) {
            at = next;
            return;
        }
    }
    phrase.count = count;
}

/// Whether the words from here on are a title.
bool TitleReader::title_ahead(std::uint32_t at) const {
    Title ahead;
    return group(at, ahead);
}

/// Whether a title can be held where the next one is: not "a dynamic educator and the founder of Acme", "a leader and member of Acme".
bool TitleReader::shares_back(const Title& title, const Title& next) const {
    const dateline_hit* vague = scene_->hit(title.head, words_.vague_list);
    if (vague != nullptr && dateline::view(vague->value).empty() && scene_->is(title.head, DATELINE_TOKEN_LOWER)) return false;
    return scene_->has(title.head, words_.office) || !scene_->has(next.head, words_.office) || !scene_->has(next.first - 1, words_.article);
}

/// "CEO and Chief Scientist of Acme" gives Acme to both, "Acme founder and CEO" too.
void TitleReader::share(Phrase& phrase) const {
    Title* titles = phrase.titles.data();
    const auto alone = [&](const Title& title) {
        return scene_->has(title.head, words_.rank) && title.end <= title.head + 2 && title.organization == none;
    };
    for (std::size_t i = phrase.count; i-- > 1;) {
        if (titles[i - 1].organization != none || titles[i - 1].body != none || titles[i - 1].complete || alone(titles[i - 1])) continue;
        if (!shares_back(titles[i - 1], titles[i])) continue;
        titles[i - 1].organization = titles[i].organization;
        titles[i - 1].body = titles[i].body;
    }
    for (std::size_t i = 1; i < phrase.count; ++i) {
        if (titles[i].organization != none || titles[i].body != none || titles[i].complete || alone(titles[i])) continue;
        if (!scene_->has(titles[i].head, words_.office)) continue;  // president of Acme and writer
        titles[i].organization = titles[i - 1].organization;
        titles[i].body = titles[i - 1].body;
    }
}

}  // namespace roles
