// The words for a field or place that belong to a title.
#include "title.h"

#include <algorithm>

namespace roles {

namespace {
constexpr std::uint32_t longest_field = 10;
}  // namespace

/// Past the words for a field or place: "Industry Education Ecology and Product Design".
std::uint32_t TitleReader::field(std::uint32_t first) const {
    const std::uint32_t limit = std::min(limit_, first + longest_field);
    std::uint32_t end = first;
    for (std::uint32_t at = first; at < limit && !ends_field(first, end, at); ++at) {
        if (joins_field(end, at)) continue;
        const bool hyphenated = at > first && dash(at - 1);  // spin-out
        if ((scene_->has(at, words_.stop | words_.honorific) && !hyphenated) || !scene_->is(at, DATELINE_TOKEN_WORD | DATELINE_TOKEN_NUMBER)) break;
        end = at + 1;
    }
    return end;
}

/// Whether a field that began at `first` and has words up to `end` does not go on at a token.
bool TitleReader::ends_field(std::uint32_t first, std::uint32_t end, std::uint32_t at) const {
    const bool joined = at > first && joins(at - 1), lower = scene_->is(at, DATELINE_TOKEN_LOWER);
    if (const std::uint32_t mention = scene_->mention(at); mention != none && words_.written(scene_->mention_at(mention).type)) return true;
    if (scene_->starts_line(at) && !joins(at) && !joins(at - 1) && !scene_->reads(at - 1, ",") && !scene_->has(at - 1, words_.stop)) return true;
    const bool counts = scene_->is(at, DATELINE_TOKEN_NUMBER) && scene_->is(at + 1, DATELINE_TOKEN_LOWER) && !scene_->has(at + 1, words_.stop);
    if (counts && at > first) return true;  // for Stirling | 200 boats
    if (!joined || at == end) return false;
    if (!scene_->has(at, words_.stop) && next_title(at)) return true;
    return lower &&
           (scene_->hit(at, words_.status_list) != nullptr || scene_->document().folded(at).ends_with("ed"));  // and previously, and graduated
}

/// Whether a token only joins words of a field: "and", "and the", a hyphen, a comma in a list.
bool TitleReader::joins_field(std::uint32_t end, std::uint32_t at) const {
    const bool the = at > end && joins(at - 1) && scene_->has(at, words_.article) && scene_->is(at + 1, DATELINE_TOKEN_CAPITAL);
    const bool hyphen = dash(at) && !scene_->is(at, DATELINE_TOKEN_SPACE_BEFORE);
    return joins(at) || the || hyphen || scene_->possessive(at) || (scene_->reads(at, ",") && list_goes_on(at));
}

/// Whether another title begins behind "and", and not only behind the next "and" after it: "for Water & Energy and Minister for Trade".
bool TitleReader::next_title(std::uint32_t at) const {
    Title ahead;
    if (!group(at, ahead)) return false;
    for (std::uint32_t i = at + 1; i < ahead.head; ++i) {
        if (scene_->reads(i, "and")) return !title_ahead(i + 1);
    }
    return true;
}

/// Whether a comma stands in a list of fields: "for Agriculture, Drought and Emergency Management".
bool TitleReader::list_goes_on(std::uint32_t at) const {
    constexpr std::uint32_t reach = 6;
    bool joined = false;
    const std::uint32_t limit = std::min(limit_, at + reach);
    for (++at; at < limit && !joined; ++at) {
        if ((scene_->starts_line(at) && !scene_->reads(at - 1, ",")) || scene_->has(at, words_.last) ||
            (scene_->mention(at) != none && !scene_->covered(at, words_.place)))
            return false;
        joined = joins(at);
        if (!joined && !scene_->reads(at, ",") && !scene_->is(at, DATELINE_TOKEN_CAPITAL)) return false;
    }
    return joined && at < limit_ && scene_->is(at, DATELINE_TOKEN_CAPITAL) && !title_ahead(at);
}

/// Whether what follows a tie can be a field: "for Health", "to the Chairman", "in Digital Transformation".
bool TitleReader::takes_field(const dateline_hit& tie, std::uint32_t next, const Title& title) const {
    const std::string_view kind = dateline::view(tie.value);
    if (kind == "any") return true;
    if (kind == "body") return scene_->reads(next - 1, "from") && scene_->covered(next, words_.place) && scene_->has(title.head, words_.local);
    if (kind == "named")
        return scene_->has(next - 1, words_.article) || scene_->covered(next, words_.place) || scene_->has(next, words_.nation | words_.last);
    return kind == "topic" && scene_->is(title.head, DATELINE_TOKEN_CAPITAL) && scene_->is(next, DATELINE_TOKEN_CAPITAL) &&
           !scene_->has(next - 1, words_.article) && !scene_->covered(next, words_.place);
}

/// Whether what was taken for a body is rather the field of a title: "Director of Product Solutions".
bool TitleReader::is_field(std::uint32_t mention, bool bare) const {
    constexpr std::int32_t sure = 250;
    const dateline_mention& at = scene_->mention_at(mention);
    const dateline_hit* inner = scene_->hit(at.first_token, words_.inner_body_list);
    if (inner != nullptr && inner->token_count == at.token_count) return true;
    if (!bare) return false;
    if (at.score > sure || scene_->hit(scene_->past(mention) - 1, words_.body_kind_list) != nullptr) return false;
    for (std::uint32_t i = 0; i < at.token_count; ++i) {
        if (!scene_->has(at.first_token + i, words_.modifier) && !joins(at.first_token + i)) return false;
    }
    return true;
}

/// "Vice President, Quality, Acme", "Vice President, Consumer Media at Acme".
bool TitleReader::comma_field(std::uint32_t& at, Title& title) const {
    if (!scene_->reads(at, ",") || at + 1 >= limit_ || !scene_->is(at + 1, DATELINE_TOKEN_CAPITAL) ||
        (scene_->mention(at + 1) != none && words_.written(scene_->mention_at(scene_->mention(at + 1)).type)))
        return false;
    const std::uint32_t end = field(at + 1);
    Title ahead;
    if (end == at + 1 || end - at > 5 || (group(at + 1, ahead) && (ahead.end >= end || !closes(at + 1, end)))) return false;
    if (scene_->covered(end - 1, words_.place)) return false;
    if (closes(at + 1, end)) {
        title.end = at = end;
        return true;
    }
    if (end + 1 >= limit_) return false;
    const bool ties = scene_->reads(end, ",") || scene_->reads(end, "at") || scene_->reads(end, "of") || scene_->reads(end, "for");
    std::uint32_t next = end + 1;
    if (scene_->reads(end, ",") && (scene_->reads(next, "at") || scene_->reads(next, "of"))) ++next;
    if (scene_->has(next, words_.article)) ++next;
    if (scene_->begins(end, words_.organization) != none) {
        title.end = at = end;
        return true;
    }
    if (!ties || scene_->begins(next, words_.organization) == none) return false;
    title.end = at = end;
    return true;
}

/// Whether a field of plain words for work stands up to the end of a line or sentence, or a comma: "Vice President, Regulatory Affairs".
bool TitleReader::closes(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
        if (!scene_->has(at, words_.modifier | words_.last) && !joins(at)) return false;
    }
    return end >= limit_ || scene_->starts_line(end) || scene_->reads(end, ".") || scene_->reads(end, "(") || scene_->reads(end, ",");
}

}  // namespace roles
