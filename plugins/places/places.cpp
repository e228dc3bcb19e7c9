/// Finds places, so that they are not taken for people, organizations or bases. They are not written.
#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "dateline/plugin.hpp"

namespace dateline::places {
namespace {

/// What the host gave when the plugin was loaded.
struct Ids {
    explicit Ids(const Host& host)
        : place(host.type("place")),
          preposition(host.mask("preposition")), noun(host.mask("place-noun")), lead(host.mask("place-lead")), title(host.mask("title")),
          speech(host.mask("speech")), also_name(host.mask("also-name")),
          kinds{{{host.list("country"), host.evidence("country")},
                 {host.list("region"), host.evidence("region")},
                 {host.list("city"), host.evidence("city")},
                 {host.list("china"), host.evidence("china")},
                 {host.list("town"), host.evidence("town")}}},
          has_noun(host.evidence("noun")), has_lead(host.evidence("lead")), is_also_name(host.evidence("also-name")),
          after_preposition(host.evidence("after-preposition")), after_place(host.evidence("after-place")),
          before_place(host.evidence("before-place")), dateline(host.evidence("dateline")),
          before_possessive(host.evidence("before-possessive")), before_noun(host.evidence("before-noun")),
          after_title(host.evidence("after-title")), before_speech(host.evidence("before-speech")),
          before_capital(host.evidence("before-capital")), after_capital(host.evidence("after-capital")) {}

    struct Kind {
        std::uint32_t list, evidence;
    };
    std::uint32_t place;
    std::uint64_t preposition, noun, lead, title, speech, also_name;
    std::array<Kind, 5> kinds;
    std::uint32_t has_noun, has_lead, is_also_name, after_preposition, after_place, before_place, dateline, before_possessive, before_noun,
        after_title, before_speech, before_capital, after_capital;
};

/// Tokens [first, end) that a list has, or that a word such as River makes a place.
struct Found {
    std::uint32_t first, end;
    std::uint32_t evidence;      ///< of the list
    bool with_noun = false, with_lead = false;
};

class Places {
public:
    explicit Places(const Host& host) : ids_(std::make_shared<const Ids>(host)) {}

    void extract(const Document& document, Output& output) {
        found_.clear();
        for (const dateline_hit& hit : document.hits()) {
            take(document, hit);
        }
        for (std::size_t i = 0; i < found_.size(); ++i) {
            submit(document, i, output);
        }
    }

private:
    // Hits come by first token. Of those that begin together the longest stays; one inside an earlier one goes.
    void take(const Document& document, const dateline_hit& hit) {
        const auto kind = std::find_if(ids_->kinds.begin(), ids_->kinds.end(), [&](const Ids::Kind& each) { return each.list == hit.list; });
        if (kind == ids_->kinds.end()) {
            return;
        }
        Found found{hit.first_token, hit.first_token + hit.token_count, kind->evidence};
        if (is_capital(document, found.end) && (document.lists(found.end) & ids_->noun) != 0 && follows(document, found.end)) {
            found.with_noun = true;
            ++found.end;
        }
        if (found.first > 0 && (document.lists(found.first - 1) & ids_->lead) != 0 && follows(document, found.first)) {
            found.with_lead = true;
            --found.first;
        }
        if (!found_.empty() && found.first < found_.back().end) {
            if (found.first == found_.back().first && found.end > found_.back().end) {
                found_.back() = found;
            }
            return;
        }
        found_.push_back(found);
    }

    static bool is_capital(const Document& document, std::size_t token) {
        return token < document.tokens().size() && document.is(token, DATELINE_TOKEN_CAPITAL);
    }
    // Whether a token stands in the line and sentence of the one before it.
    static bool follows(const Document& document, std::size_t token) {
        return token < document.tokens().size() &&
               !document.is(token, DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START | DATELINE_TOKEN_SENTENCE_START);
    }
    static bool is_mark(const Document& document, std::size_t token, std::string_view mark) {
        return token < document.tokens().size() && document.folded(token) == mark;
    }

    void submit(const Document& document, std::size_t index, Output& output) const {
        const Found& found = found_[index];
        const std::uint32_t begin = document.tokens()[found.first].begin, end = document.tokens()[found.end - 1].end;
        Candidate candidate(ids_->place, begin, end, "places/list");
        candidate.because(found.evidence);
        if (found.with_noun) {
            because(document, candidate, ids_->has_noun, found.end - 1);
        }
        if (found.with_lead) {
            because(document, candidate, ids_->has_lead, found.first);
        }
        if (!found.with_noun && !found.with_lead && (document.lists(found.first) & ids_->also_name) != 0) {
            candidate.because(ids_->is_also_name);
        }
        explain_before(document, index, candidate);
        explain_after(document, index, candidate);
        output.add(candidate);
    }

    static void because(const Document& document, Candidate& candidate, std::uint32_t evidence, std::size_t token) {
        candidate.because(evidence, document.tokens()[token].begin, document.tokens()[token].end);
    }

    void explain_before(const Document& document, std::size_t index, Candidate& candidate) const {
        const std::size_t first = found_[index].first;
        if (!follows(document, first)) {
            if (is_dateline(document, found_[index])) {
                candidate.because(ids_->dateline);
            }
            return;
        }
        const bool after_stop = is_mark(document, first - 1, ".") && first > 1;
        const std::size_t before = after_stop ? first - 2 : first - 1;
        const std::uint64_t lists = document.lists(before);
        if ((lists & ids_->title) != 0) {
            because(document, candidate, ids_->after_title, before);
        } else if ((lists & ids_->preposition) != 0) {
            because(document, candidate, ids_->after_preposition, before);
        } else if (index > 0 && found_[index - 1].end + 1 == first && is_mark(document, before, ",")) {
            because(document, candidate, ids_->after_place, found_[index - 1].first);
        } else if (is_capital(document, before) && before + 1 == first) {
            because(document, candidate, ids_->after_capital, before);
        }
    }

    void explain_after(const Document& document, std::size_t index, Candidate& candidate) const {
        const std::size_t end = found_[index].end;
        if (!follows(document, end)) {
            return;
        }
        const std::uint64_t lists = document.lists(end);
        if (is_mark(document, end, "'s")) {
            because(document, candidate, ids_->before_possessive, end);
        } else if (index + 1 < found_.size() && found_[index + 1].first == end + 1 && is_mark(document, end, ",")) {
            because(document, candidate, ids_->before_place, found_[index + 1].first);
        } else if ((lists & ids_->speech) != 0) {
            because(document, candidate, ids_->before_speech, end);
        } else if ((lists & ids_->noun) != 0) {
            because(document, candidate, ids_->before_noun, end);
        } else if (is_capital(document, end)) {
            because(document, candidate, ids_->before_capital, end);
        }
    }

    // At the start of a block, before the dash, comma or parenthesis that ends a dateline's place.
    static bool is_dateline(const Document& document, const Found& found) {
        constexpr std::size_t most_tokens = 12;
        if (!document.is(found.first, DATELINE_TOKEN_BLOCK_START | DATELINE_TOKEN_LINE_BEFORE)) {
            return false;
        }
        for (std::size_t i = found.end; i < found.end + most_tokens && follows(document, i); ++i) {
            const std::string_view folded = document.folded(i);
            if (folded == "—" || folded == "–" || (folded == "-" && document.is(i, DATELINE_TOKEN_SPACE_BEFORE))) {
                return true;
            }
        }
        return false;
    }

    std::shared_ptr<const Ids> ids_;
    std::vector<Found> found_;   // reused from document to document
};

}  // namespace
}  // namespace dateline::places

DATELINE_EXTRACTOR(dateline::places::Places, "places", "0.1.0")
