#include "links.h"

#include "letters.h"

namespace dateline::organizations {
namespace {

constexpr std::uint32_t renamed_reach = 5;        // tokens between a name and one of another time
constexpr std::uint32_t definition_reach = 10;   // tokens between a name and the one that is defined to mean it
constexpr std::uint32_t parenthesis_reach = 24;  // tokens in a parenthesis that is looked through
constexpr std::size_t most_parentheses = 6;      // between a name and its definition
constexpr std::size_t most_tickers = 4;          // read behind a name
constexpr std::size_t names_between = 6;         // in the parentheses between a name and its definition

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

// Where the parenthesis ends that begins at a token, and where it begins that ends there; `nowhere` when that is far away.
std::uint32_t closing(const Page& page, std::uint32_t open) {
    std::uint32_t token = open + 1;
    while (token < open + parenthesis_reach && !page.at(token, ')') && !page.at(token, '(')) {
        ++token;
    }
    return page.at(token, ')') ? token : nowhere;
}
std::uint32_t opening(const Page& page, std::uint32_t close) {
    std::uint32_t token = close;
    while (token > 0 && close - token < parenthesis_reach && !page.at(token, '(')) {
        --token;
    }
    return page.at(token, '(') ? token : nowhere;
}

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
    tickers_.clear(places_.size() * most_tickers);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (i > 0) {
            state(places_[i - 1], places_[i]);
            define(i);
        }
        read_tickers(places_[i]);
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
            names_.push_back({span, mention.candidate, bag_of(*page_, span)});
        }
        ++names_[name].places;
        places_.push_back({name, span});
    }
    count_places();
}

// With and without its legal form a name counts as one.
void Links::count_places() {
    by_core_.clear(names_.size());
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
        std::uint32_t& same = by_core_[names_[name].span.name];
        same = same == HashIndex::none ? name : same;
        names_[same].places += same == name ? 0 : names_[name].places;
    }
    for (Name& name : names_) {
        name.places = names_[by_core_.find(name.span.name)].places;
    }
}

bool Links::is_abbreviation(std::uint32_t token) const {
    return page_->is(token, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_INNER_CAPITAL) || page_->is(token, DATELINE_TOKEN_INITIAL);
}

// Two mentions in a row: Full Name (FN), Nombre (Name); Full Name, hereinafter referred to as "Name"; New Name, formerly Old Name.
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
    } else if (defined || (opens && closes && end <= begin + (quoted ? 3 : 2))) {
        link(Tie::defined, other.name, one.name);
    }
}

// Full Name (NYSE: FNA) ("Name"): a definition behind other parentheses.
void Links::define(std::size_t place) {
    const std::uint32_t first = places_[place].span.first;
    if (first < 3 || !page_->is_quote(first - 1) || !page_->at(first - 2, '(') || !page_->at(first - 3, ')')) {
        return;
    }
    std::uint32_t open = first - 2;
    for (std::size_t i = 0; i < most_parentheses && open != nowhere && open > 0 && page_->at(open - 1, ')'); ++i) {
        open = opening(*page_, open - 1);
    }
    for (std::size_t before = place; before > 0 && place - before < names_between;) {
        --before;
        if (places_[before].span.end == open && places_[before].name != places_[place].name) {
            link(Tie::defined, places_[place].name, places_[before].name);
            return;
        }
    }
}

// Full Name (NYSE: FNA; OTC: $FNB): what the market calls it.
void Links::read_tickers(const Place& place) {
    std::size_t count = 0;
    for (std::uint32_t open = place.span.end; page_->at(open, '(');) {
        const std::uint32_t close = closing(*page_, open);
        for (std::uint32_t token = open + 2; close != nowhere && token < close && count < most_tickers; ++token) {
            const std::uint32_t before = page_->folded(token - 1) == "$" ? token - 2 : token - 1;
            if (page_->is(token, DATELINE_TOKEN_ALL_CAPITALS) && page_->at(before, ':') && !page_->at(token + 1, ':')) {
                std::uint32_t& bearer = tickers_[page_->document().tokens()[token].hash];
                bearer = bearer == HashIndex::none ? place.name : bearer;
                ++count;
            }
        }
        open = close == nowhere ? nowhere : close + 1;
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
