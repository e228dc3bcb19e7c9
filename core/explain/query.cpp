#include "core/explain/query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/explain/verdicts.h"

namespace dateline::explain {
namespace {

constexpr std::size_t most_places = 100;

struct Flag {
    std::uint32_t bit;
    std::string_view name;
};

constexpr std::array flags = {
    Flag{DATELINE_TOKEN_WORD, "word"}, Flag{DATELINE_TOKEN_NUMBER, "number"}, Flag{DATELINE_TOKEN_PUNCTUATION, "punctuation"},
    Flag{DATELINE_TOKEN_ADDRESS, "address"}, Flag{DATELINE_TOKEN_BLOCK_START, "block start"}, Flag{DATELINE_TOKEN_SENTENCE_START, "sentence start"},
    Flag{DATELINE_TOKEN_CAPITAL, "capital"}, Flag{DATELINE_TOKEN_ALL_CAPITALS, "all capitals"}, Flag{DATELINE_TOKEN_INNER_CAPITAL, "inner capital"},
    Flag{DATELINE_TOKEN_LOWER, "lower"}, Flag{DATELINE_TOKEN_INITIAL, "initial"}, Flag{DATELINE_TOKEN_HAS_DIGIT, "has digit"},
    Flag{DATELINE_TOKEN_HAN, "Han"}};

// The kinds of tokens that rules ask for.
constexpr std::array kinds = {Flag{DATELINE_TOKEN_NUMBER, "#number"}, Flag{DATELINE_TOKEN_WORD | DATELINE_TOKEN_CAPITAL, "#Word"},
                              Flag{DATELINE_TOKEN_WORD | DATELINE_TOKEN_ALL_CAPITALS, "#WORD"}, Flag{DATELINE_TOKEN_WORD | DATELINE_TOKEN_LOWER, "#word"},
                              Flag{DATELINE_TOKEN_INITIAL, "#initial"}};

std::string kind_names(const dateline_token& token) {
    std::string names;
    if ((token.flags & DATELINE_TOKEN_NUMBER) != 0 && token.folded_length <= 8) {
        names.append("  #").append(token.folded_length, '9');
    }
    for (const Flag& kind : kinds) {
        if ((token.flags & kind.bit) == kind.bit) {
            names.append("  ").append(kind.name);
        }
    }
    return names;
}

std::string flag_names(std::uint32_t bits) {
    std::string names;
    for (const Flag& flag : flags) {
        if ((bits & flag.bit) != 0) {
            names.append(names.empty() ? "" : ", ").append(flag.name);
        }
    }
    return names;
}

class Answer {
public:
    /// With a `plugin`, only what concerns it.
    Answer(const Findings& findings, const Look& look, const Paint& paint, std::string& out, std::string_view plugin = {}, bool with_words = true)
        : findings_(findings), look_(look), paint_(paint), out_(out), plugin_(plugin), with_words_(with_words), verdicts_(findings, paint, out) {}

    void write(Span span) {
        write_context(span);
        if (write_candidates(span) == 0) {
            out_ += "    No plugin took these words for anything.\n";
        }
        write_statements(span);
        write_tokens(span);
    }

private:
    bool concerns(std::string_view plugin) const { return plugin_.empty() || plugin_ == plugin; }

    // The line the place stands in, as far as it is near.
    void write_context(Span span) {
        constexpr std::uint32_t reach = 60;
        const std::string_view text = findings_.document.text;
        std::uint32_t begin = span.begin - std::min(span.begin, reach);
        std::uint32_t end = std::min(span.end + reach, static_cast<std::uint32_t>(text.size()));
        while (!text::is_boundary(text, begin)) {
            ++begin;
        }
        while (!text::is_boundary(text, end)) {
            --end;
        }
        out_ += paint_.bold(verdicts_.place(span.begin, span.end)) + "  …";
        append_flat(begin, span.begin);
        out_ += paint_.color() ? "\033[7m" : "»";
        append_flat(span.begin, span.end);
        out_ += paint_.color() ? "\033[0m" : "«";
        append_flat(span.end, end);
        out_ += "…\n";
    }

    void append_flat(std::uint32_t begin, std::uint32_t end) {
        std::string flat = printable(findings_.words(begin, end));
        std::replace(flat.begin(), flat.end(), '\n', ' ');
        out_ += flat;
    }

    // Accepted ones first, then by score.
    std::size_t write_candidates(Span span) {
        const std::vector<Candidate>& all = findings_.proposals.candidates;
        std::vector<std::uint32_t> here;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (span.overlaps(all[i].begin, all[i].end) && (all[i].verdict.accepted || concerns(findings_.plugin(all[i].plugin)))) {
                here.push_back(i);
            }
        }
        std::stable_sort(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) {
            const Verdict &one = all[a].verdict, &other = all[b].verdict;
            return one.accepted != other.accepted ? one.accepted : one.score > other.score;
        });
        for (const std::uint32_t candidate : here) {
            verdicts_.candidate(candidate, 4);
        }
        return here.size();
    }

    void write_statements(Span span) {
        for (const Fact& fact : findings_.proposals.facts) {
            if (span.overlaps(fact.begin, fact.end) && concerns(findings_.plugin(fact.plugin)) && is_close(fact)) {
                verdicts_.fact(fact, 4);
            }
        }
        for (const Link& link : findings_.proposals.links) {
            if (span.overlaps(link.begin, link.end) && concerns(findings_.plugin(link.plugin))) {
                verdicts_.link(link, 4);
            }
        }
    }

    // Whether a fact is among the best of those that exclude each other: plugins may submit dozens of them, and most nobody would think of.
    bool is_close(const Fact& fact) const {
        constexpr std::ptrdiff_t most = 3;
        if (fact.rival == 0 || fact.verdict.accepted) {
            return true;
        }
        const auto& all = findings_.proposals.facts;
        return std::count_if(all.begin(), all.end(), [&](const Fact& other) {
                   return rivalry(findings_.proposals, other) == rivalry(findings_.proposals, fact) &&
                          std::pair(other.verdict.score, &fact) > std::pair(fact.verdict.score, &other);
               }) < most;
    }

    void write_tokens(Span span) {
        const std::vector<dateline_token>& tokens = findings_.document.analysis.tokens;
        const auto first = std::find_if(tokens.begin(), tokens.end(), [&](const dateline_token& token) { return token.end > span.begin; });
        const auto end = std::find_if(first, tokens.end(), [&](const dateline_token& token) { return token.begin >= span.end; });
        if (first == end) {
            out_ += "    No word stands there.\n";
            return;
        }
        if (with_words_ && !is_proposed(span)) {
            write_words(first, end);
        }
        write_sights(static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(end - tokens.begin()));
    }

    // By the plugin: its patterns fit.
    bool is_proposed(Span span) const {
        return std::any_of(findings_.proposals.candidates.begin(), findings_.proposals.candidates.end(), [&](const Candidate& one) {
            return one.begin == span.begin && one.end == span.end && findings_.plugin(one.plugin) == plugin_;
        });
    }

    void write_words(std::vector<dateline_token>::const_iterator first, std::vector<dateline_token>::const_iterator end) {
        out_ += "    words:\n";
        for (auto token = first; token != end; ++token) {
            out_.append("        ").append(printable(findings_.words(token->begin, token->end)));
            const bool is_glued = (token->flags & DATELINE_TOKEN_SPACE_BEFORE) == 0;
            out_.append(kind_names(*token)).append("  ").append(paint_.dim(flag_names(token->flags) + (is_glued ? ", no space before" : ""))).append("\n");
        }
    }

    void write_sights(std::uint32_t first_token, std::uint32_t end_token) {
        out_ += "    looked:\n";
        for (const Sight& sight : look_(first_token, end_token)) {
            if (!concerns(sight.plugin)) {
                continue;
            }
            out_.append("        ").append(sight.plugin);
            out_ += sight.lists.empty() && sight.rules.empty() ? paint_.dim("  nothing of its lists or rules") : "";
            append_sights("  list ", sight.lists);
            append_sights("  rule ", sight.rules);
            out_ += "\n";
        }
    }

    void append_sights(std::string_view kind, const std::vector<std::string>& sights) {
        for (const std::string& sight : sights) {
            out_.append(paint_.dim(kind)).append(printable(sight));
        }
    }

    const Findings& findings_;
    const Look& look_;
    const Paint& paint_;
    std::string& out_;
    std::string_view plugin_;
    bool with_words_;
    VerdictWriter verdicts_;
};

// Places whose tokens fold to the same as the name's.
std::vector<Span> occurrences(const Document& document, std::string_view name) {
    text::Analysis wanted;
    text::analyse(name, wanted);
    const std::vector<dateline_token>& tokens = document.analysis.tokens;
    std::vector<Span> found;
    if (wanted.tokens.empty()) {
        return found;
    }
    for (auto at = tokens.begin(); at != tokens.end(); ++at) {
        at = std::search(at, tokens.end(), wanted.tokens.begin(), wanted.tokens.end(),
                         [](const dateline_token& one, const dateline_token& other) { return one.hash == other.hash; });
        if (at == tokens.end()) {
            break;
        }
        found.push_back({at->begin, (at + static_cast<std::ptrdiff_t>(wanted.tokens.size()) - 1)->end});
    }
    return found;
}

// Where the text has the very letters, though other words than these.
std::vector<Span> literal_occurrences(std::string_view text, std::string_view name) {
    std::vector<Span> found;
    for (std::size_t at = text.find(name); at != std::string_view::npos && !name.empty(); at = text.find(name, at + name.size())) {
        found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())});
    }
    return found;
}

std::optional<std::uint64_t> whole_number(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(number) : std::nullopt;
}

std::optional<std::uint32_t> find_column(std::string_view text, std::uint64_t line, std::uint64_t column) {
    std::size_t at = 0;
    for (; line > 1; --line) {
        at = text.find('\n', at);
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        ++at;
    }
    for (; column > 1 && at < text.size() && text[at] != '\n'; --column) {
        at += text::character_at(text, at).length;
    }
    return at < text.size() && column == 1 ? std::optional(static_cast<std::uint32_t>(at)) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> find_place(const Findings& findings, std::string_view place) {
    const std::size_t colon = place.find(':');
    if (colon == std::string_view::npos) {
        const std::optional<std::uint64_t> offset = whole_number(place);
        return offset && *offset < findings.offsets.length() ? std::optional(findings.offsets.byte(*offset)) : std::nullopt;
    }
    const std::optional<std::uint64_t> line = whole_number(place.substr(0, colon)), column = whole_number(place.substr(colon + 1));
    return line && column && *line > 0 && *column > 0 ? find_column(findings.document.text, *line, *column) : std::nullopt;
}

void explain_place(const Findings& findings, const Look& look, std::uint32_t at, const Paint& paint, std::string& out) {
    const std::uint32_t length = text::character_at(findings.document.text, at).length;
    Answer(findings, look, paint, out).write({at, at + length});
}

void explain_span(const Findings& findings, const Look& look, Span span, std::string_view plugin, bool with_words, const Paint& paint, std::string& out) {
    Answer(findings, look, paint, out, plugin, with_words).write(span);
}

std::size_t explain_name(const Findings& findings, const Look& look, std::string_view name, const Paint& paint, std::string& out) {
    std::vector<Span> places = occurrences(findings.document, name);
    if (places.empty()) {
        places = literal_occurrences(findings.document.text, name);
    }
    for (std::size_t i = 0; i < places.size() && i < most_places; ++i) {
        Answer(findings, look, paint, out).write(places[i]);
        out += '\n';
    }
    if (places.size() > most_places) {
        out += "The text has it at " + std::to_string(places.size() - most_places) + " more places; ask about one with --at.\n";
    }
    return places.size();
}

}  // namespace dateline::explain
