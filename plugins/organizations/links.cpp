#include "links.h"

#include "letters.h"

namespace dateline::organizations {
namespace {

constexpr std::uint32_t renamed_reach = 5;        // tokens between a name and one of another time
constexpr std::uint32_t definition_reach = 10;   // tokens between a name and the one that is defined to mean it

struct Kind {
    std::string_view rule, evidence;
    dateline_link_reason reason;
};

// In the order of Tie.
constexpr std::array<Kind, tie_count> kinds{{
    {"organizations/in-parentheses", "alias-in-parentheses", DATELINE_LINK_ABBREVIATION},
    {"organizations/defined", "alias-defined", DATELINE_LINK_DEFINED_AS},
    {"organizations/renamed", "alias-renamed", DATELINE_LINK_RENAMED},
    {"organizations/initials", "alias-initials", DATELINE_LINK_ABBREVIATION},
    {"organizations/inner-initials", "alias-inner-initials", DATELINE_LINK_ABBREVIATION},
    {"organizations/legal-form", "alias-legal-form", DATELINE_LINK_LEGAL_FORM},
    {"organizations/leading", "alias-leading", DATELINE_LINK_SHORTER_FORM},
    {"organizations/without-place", "alias-without-place", DATELINE_LINK_SHORTER_FORM},
    {"organizations/inner", "alias-inner", DATELINE_LINK_SHORTER_FORM},
    {"organizations/spelling", "alias-spelling", DATELINE_LINK_TRANSLITERATION},
    {"organizations/same-words", "alias-same-words", DATELINE_LINK_SHORTER_FORM}}};

}  // namespace

TieIds::TieIds(const Host& host) {
    for (std::size_t i = 0; i < tie_count; ++i) {
        ids[i] = host.evidence(kinds[i].evidence);
    }
}

void Links::relate(const Page& page, std::uint32_t type, const TieIds& ids, Output& output) {
    page_ = &page;
    ids_ = &ids;
    output_ = &output;
    gather(type);
    for (std::size_t i = 1; i < places_.size(); ++i) {
        state(places_[i - 1], places_[i]);
    }
    index();
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
        shorten(name);
    }
}

void Links::gather(std::uint32_t type) {
    names_.clear();
    places_.clear();
    const Array<dateline_mention>& mentions = page_->document().mentions();
    by_whole_.clear(mentions.size());
    for (const dateline_mention& mention : mentions) {
        if (mention.type != type || mention.token_count == 0) {
            continue;
        }
        Span span;
        span.first = mention.first_token;
        span.end = mention.first_token + mention.token_count;
        complete(*page_, span);
        std::uint32_t& name = by_whole_[hash_of(*page_, span.first, span.end)];
        if (name == HashIndex::none) {
            name = static_cast<std::uint32_t>(names_.size());
            names_.push_back({span, mention.candidate});
        }
        places_.push_back({name, span});
    }
}

bool Links::is_abbreviation(std::uint32_t token) const {
    return page_->is(token, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_INNER_CAPITAL) || page_->is(token, DATELINE_TOKEN_INITIAL);
}

// Two mentions in a row: Full Name (FN); Full Name, hereinafter referred to as "Name"; New Name, formerly Old Name.
void Links::state(const Place& one, const Place& other) {
    const std::uint32_t begin = one.span.end, end = other.span.first;
    if (one.name == other.name || end <= begin || end - begin > definition_reach || !page_->same_sentence(one.span.first, end)) {
        return;
    }
    const std::uint64_t defines = page_->words().alias_cue, renames = page_->words().renamed_cue;
    bool defined = false, renamed = false;
    for (std::uint32_t token = begin; token < end; ++token) {
        defined = defined || page_->in(token, defines);
        renamed = renamed || page_->in(token, renames);
    }
    const bool opens = page_->at(begin, '('), quoted = page_->is_quote(end - 1);
    const bool closes = page_->at(other.span.end, ')') || (page_->is_quote(other.span.end) && (page_->at(other.span.end + 1, ')') || quoted));
    if (renamed && end - begin <= renamed_reach) {
        link(Tie::renamed, other.name, one.name);
    } else if (opens && closes && !defined && end <= begin + 2 && other.span.end == other.span.first + 1 && is_abbreviation(other.span.first)) {
        link(Tie::in_parentheses, other.name, one.name);
    } else if (defined || (opens && quoted && closes && end <= begin + 3)) {
        link(Tie::defined, other.name, one.name);
    }
}

void Links::link(Tie tie, std::uint32_t from, std::uint32_t to) {
    const auto& kind = kinds[static_cast<std::size_t>(tie)];
    const Span& alias = names_[from].span;
    const Span& full = names_[to].span;
    const Array<dateline_token>& tokens = page_->document().tokens();
    Link link(kind.reason, names_[from].handle, names_[to].handle, tokens[alias.first].begin, tokens[alias.end - 1].end, kind.rule);
    link.because(ids_->ids[static_cast<std::size_t>(tie)], tokens[full.first].begin, tokens[full.end - 1].end);
    output_->add(link);
}

}  // namespace dateline::organizations
