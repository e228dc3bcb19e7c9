/// Finds names of people: runs of capitalised words, what they are made of, what stands around them, who else is named so.
#include <algorithm>
#include <memory>
#include <vector>

#include "context.h"
#include "dateline/plugin.hpp"
#include "form.h"
#include "links.h"
#include "namesakes.h"
#include "reasons.h"
#include "runs.h"
#include "spans.h"
#include "words.h"

namespace dateline::people {
namespace {

/// What the host gave when the plugin was loaded.
struct Ids {
    explicit Ids(const Host& host) : words(host), reasons(host), person(host.type("person")) {}

    Words words;
    Reasons reasons;
    std::uint32_t person;
};

class People {
public:
    explicit People(const Host& host) : ids_(std::make_shared<const Ids>(host)) {}

    void extract(const Document& document, Output& output) {
        gather(document);
        find_neighbours(document);
        const Context context(document, ids_->words, ids_->reasons, parts_);
        find_bearers(document, context);
        listen(document, context);
        for (std::uint32_t words = most_words_; words > 0 && !output.should_stop(); --words) {
            for (Span& span : spans_) {
                if (span.words == words && is_wanted(document, context, span)) {
                    submit(document, context, span, output);
                }
            }
        }
    }

    void relate(const Document& document, Output& output) {
        by_handle_.clear();
        for (std::uint32_t i = 0; i < spans_.size(); ++i) {
            if (spans_[i].handle != DATELINE_NONE) {
                by_handle_.push_back({spans_[i].handle, i});
            }
        }
        std::sort(by_handle_.begin(), by_handle_.end());
        decided_.clear();
        for (const dateline_mention& mention : document.mentions()) {
            const auto at = std::lower_bound(by_handle_.begin(), by_handle_.end(), std::pair{mention.candidate, 0u});
            if (at != by_handle_.end() && at->first == mention.candidate) {
                decided_.push_back(at->second);
            }
        }
        Links(document, ids_->words, ids_->reasons, parts_, spans_).add(decided_, namesakes_, output);
    }

private:
    void gather(const Document& document) {
        parts_.clear();
        spans_.clear();
        Runs runs(document, ids_->words);
        for (std::uint32_t first = 0; runs.next(parts_); first = static_cast<std::uint32_t>(parts_.size())) {
            add_spans(document, parts_, first, spans_);
        }
        most_words_ = 0;
        for (const Span& span : spans_) {
            most_words_ = std::max(most_words_, span.words);
        }
    }

    // Of a full name's many places the one where least speaks against it is to stand for the name: in running text, after a title.
    void find_bearers(const Document& document, const Context& context) {
        namesakes_.clear();
        for (std::uint32_t i = 0; i < spans_.size(); ++i) {
            if (spans_[i].words > 1 && !spans_[i].glued) {
                const Setting setting = context.setting(spans_[i]);
                const int place = setting == Setting::run ? 3 : setting == Setting::plain ? 1 : 0;
                namesakes_.add(document, parts_, spans_, i, 2 * Form(document, parts_, spans_[i]).doubt() + place);
            }
        }
        namesakes_.sort();
    }

    // Names in a list speak for each other: "A B, C D and E F", or line by line.
    void find_neighbours(const Document& document) {
        beside_.assign(spans_.size(), false);
        std::uint32_t strong = DATELINE_NONE;
        for (std::uint32_t i = 0; i < spans_.size(); ++i) {
            const bool looks = Form(document, parts_, spans_[i]).looks_like_name();
            if (strong != DATELINE_NONE && is_list_gap(document, spans_[strong], spans_[i])) {
                beside_[i] = true;
                beside_[strong] = beside_[strong] || looks;
            }
            if (looks) {
                strong = i;
            }
        }
    }

    bool is_list_gap(const Document& document, const Span& before, const Span& after) const {
        const std::uint32_t end = parts_[before.end - 1].end, begin = parts_[after.first].first;
        if (begin < end || begin > end + 2) {
            return false;
        }
        if (begin == end) {
            return document.is(begin, DATELINE_TOKEN_LINE_BEFORE);
        }
        for (std::uint32_t token = end; token < begin; ++token) {
            const std::string_view folded = document.folded(token);
            if (folded != "," && folded != ";" && (document.lists(token) & ids_->words.conjunction) == 0) {
                return false;
            }
        }
        return true;
    }

    // Lone words that stand after a title or beside a verb of speaking: elsewhere they may be names too.
    void listen(const Document& document, const Context& context) {
        heard_.clear();
        for (const Span& span : spans_) {
            if (span.words == 1 && (context.after_title(span) || context.beside_speech(span))) {
                heard_.push_back(hash_of(document, parts_[span.end - 1]));
            }
        }
        std::sort(heard_.begin(), heard_.end());
    }

    // A lone word is looked at when something says that it may be a name.
    bool is_wanted(const Document& document, const Context& context, const Span& span) const {
        if (span.words > 1) {
            return true;
        }
        const Part& part = parts_[span.end - 1];
        const std::uint64_t hash = hash_of(document, part);
        return part.is(kind::on_name_list) || context.after_title(span) || std::binary_search(heard_.begin(), heard_.end(), hash) ||
               !namesakes_.find(hash).empty();
    }

    void submit(const Document& document, const Context& context, Span& span, Output& output) {
        Candidate candidate(ids_->person, span.begin_byte, span.end_byte, span.words > 1 ? "people/name" : "people/lone-name");
        const Setting setting = context.setting(span);
        Form(document, parts_, span).explain(setting, ids_->reasons, candidate);
        context.explain(span, candidate);
        if (beside_[static_cast<std::size_t>(&span - spans_.data())]) {
            candidate.because(ids_->reasons[Reason::beside_name]);
        }
        explain_namesake(document, setting, span, candidate);
        span.handle = output.add(candidate);
    }

    // The fuller names were submitted before: they have handles. Of many who bear the name only some are looked at.
    void explain_namesake(const Document& document, Setting setting, const Span& span, Candidate& candidate) const {
        constexpr std::ptrdiff_t most_bearers = 16;
        const Form form(document, parts_, span);
        const Namesakes::Range range = namesakes_.find(hash_of(document, parts_[form.family()]));
        for (const Bearer* bearer = range.first; bearer != range.last && bearer - range.first < most_bearers; ++bearer) {
            const Span& fuller = spans_[bearer->span];
            const bool has_more = fuller.handle != DATELINE_NONE && fuller.words > span.words && !overlap(fuller, span);
            if (has_more && (span.words == 1 || is_shorter(document, parts_, span, fuller))) {
                explain_namesake(document, setting, span, *bearer, candidate);
                return;
            }
        }
    }

    static bool overlap(const Span& a, const Span& b) { return a.first < b.end && b.first < a.end; }

    void explain_namesake(const Document& document, Setting setting, const Span& span, const Bearer& bearer, Candidate& candidate) const {
        const Span& fuller = spans_[bearer.span];
        const auto because = [&](Reason reason) { candidate.because(ids_->reasons[reason], fuller.begin_byte, fuller.end_byte, fuller.handle); };
        if (span.words > 1) {
            because(Reason::shorter_of);
        } else if (setting == Setting::run) {
            because(Reason::run_namesake);
            return;
        } else {
            because(bearer.place == Place::family ? Reason::family_of : bearer.place == Place::given ? Reason::given_of : Reason::part_of);
            const Part& part = parts_[Form(document, parts_, span).family()];
            if (bearer.place == Place::family && part.is(kind::place)) {
                because(Reason::family_of_place);
            } else if (bearer.place != Place::middle && part.is(kind::something_else)) {
                because(bearer.place == Place::family ? Reason::family_of_also : Reason::given_of_also);
            }
        }
        if (fuller.first > span.first) {
            because(Reason::named_later);
        }
    }

    std::shared_ptr<const Ids> ids_;
    // Reused from document to document.
    std::vector<Part> parts_;
    std::vector<Span> spans_;                 // in text order
    std::vector<bool> beside_;                // of spans_: a neighbour in a list looks like a name
    std::vector<std::uint64_t> heard_;        // hashes of lone words beside a title or a verb of speaking
    std::vector<std::uint32_t> decided_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_handle_;
    Namesakes namesakes_;
    std::uint32_t most_words_ = 0;
};

}  // namespace
}  // namespace dateline::people

DATELINE_EXTRACTOR(dateline::people::People, "people", "0.1.0")
