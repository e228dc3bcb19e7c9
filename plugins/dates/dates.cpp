/// Finds dates: rules of data/ match the forms, the resolver tells the days, the context says why.
#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "context.h"
#include "dateline/plugin.hpp"
#include "found.h"
#include "resolver.h"
#include "words.h"

namespace dateline::dates {
namespace {

/// The ids that the host gave when the plugin was loaded.
struct Ids {
    explicit Ids(const Host& host)
        : words(host),
          reasons(host),
          date(host.type("date")),
          value(host.attribute(date, "value")),
          precision(host.attribute(date, "precision")),
          reason(host.attribute(date, "reason")),
          alternatives(host.attribute(date, "alternatives")),
          implied(host.attribute(date, "implied")),
          anchor(host.attribute(date, "anchor")) {
        for (std::size_t i = 0; i < form_count; ++i) {
            const auto form = static_cast<Form>(i);
            const std::uint32_t id = host.label(label(form));
            forms.resize(std::max<std::size_t>(forms.size(), id + std::size_t{1}));
            forms[id] = form;
        }
    }

    Words words;
    Reasons reasons;
    std::uint32_t date, value, precision, reason, alternatives, implied, anchor;
    std::vector<std::optional<Form>> forms;  // by label
};

// Where the first block of running text ends, in tokens.
std::uint32_t end_of_lead(const Document& document) {
    constexpr std::uint32_t running_text = 40;
    for (const dateline_block& block : document.blocks()) {
        if (block.sentence_count == 0) {
            continue;
        }
        const dateline_sentence& first = document.sentences()[block.first_sentence];
        const dateline_sentence& last = document.sentences()[block.first_sentence + block.sentence_count - 1];
        if (last.first_token + last.token_count >= first.first_token + running_text) {
            return last.first_token + last.token_count;
        }
    }
    return 0;
}

class Dates {
public:
    explicit Dates(const Host& host) : ids_(std::make_shared<const Ids>(host)) {}

    void extract(const Document& document, Output& output) {
        gather(document);
        if (found_.empty()) {
            return;
        }
        Resolver resolver(document, ids_->words, found_, notes_);
        const Publication published = resolver.resolve(document.published());
        submit(document, published, output);
        state(published, output);
    }

private:
    // The full stop of "3 Feb." belongs to the sentence where it ends one.
    static std::uint32_t end_of(const dateline_match& match, const Document& document) {
        const std::uint32_t end = match.first_token + match.token_count;
        const bool ends_sentence = end == document.tokens().size() || document.is(end, DATELINE_TOKEN_SENTENCE_START);
        return match.token_count > 1 && ends_sentence && document.word(end - 1) == "." ? end - 1 : end;
    }

    // Matches come by first token; one that stands inside another that can be a date is hopeless and left out.
    void gather(const Document& document) {
        found_.clear();
        for (const dateline_match& match : document.matches()) {
            const auto form = match.label < ids_->forms.size() ? ids_->forms[match.label] : std::nullopt;
            const auto reading = form ? read(*form, view(match.value)) : std::nullopt;
            Found date;
            date.impossible = form && !reading && is_impossible(*form, view(match.value));
            if ((!reading && !date.impossible) || match.token_count == 0 || (form == Form::range && begins_in_fraction(document, match.first_token))) {
                continue;
            }
            date.first_token = match.first_token;
            date.end_token = end_of(match, document);
            date.begin = document.tokens()[date.first_token].begin;
            date.end = document.tokens()[date.end_token - 1].end;
            date.reading = reading.value_or(Reading{});
            found_.push_back(date);
        }
        const auto goes_before = [](const Found& a, const Found& b) {
            return a.first_token != b.first_token ? a.first_token < b.first_token : a.end_token > b.end_token;
        };
        if (!std::is_sorted(found_.begin(), found_.end(), goes_before)) {
            std::stable_sort(found_.begin(), found_.end(), goes_before);
        }
        drop_contained();
    }

    /// "No. 21/14 – 21 February 2022": no range begins behind that slash.
    static bool begins_in_fraction(const Document& document, std::uint32_t token) {
        const auto joined_number = [&](std::uint32_t at) { return document.is(at, DATELINE_TOKEN_NUMBER) && !document.is(at + 1, DATELINE_TOKEN_SPACE_BEFORE); };
        return token > 1 && !document.is(token, DATELINE_TOKEN_SPACE_BEFORE) && document.word(token - 1) == "/" && joined_number(token - 2);
    }

    void drop_contained() {
        std::size_t kept = 0;
        for (const Found& date : found_) {
            if (kept == 0 || date.end_token > found_[kept - 1].end_token) {
                found_[kept++] = date;
            }
        }
        found_.resize(kept);
        std::erase_if(found_, [](const Found& date) { return date.impossible; });
    }

    void submit(const Document& document, const Publication& published, Output& output) {
        const std::uint32_t lead_end = end_of_lead(document);
        handles_.assign(found_.size(), DATELINE_NONE);
        for (std::uint32_t i = 0; i < found_.size(); ++i) {
            const Found& date = found_[i];
            if (!date.resolved) {
                continue;
            }
            const bool is_publication = published.is_stated() && published.found == i;
            Candidate candidate(ids_->date, date.begin, date.end, rule(date.reading.form));
            Context(document, ids_->words, ids_->reasons, date, candidate).explain(is_publication, lead_end);
            submit(date, candidate, i, output);
        }
        name_anchors(output);
    }

    void submit(const Found& date, Candidate& candidate, std::uint32_t index, Output& output) {
        const Edtf value = edtf(date.value), other = edtf(date.other);
        if (date.ambiguous) {
            candidate.with_null(ids_->value).with(ids_->reason, "ambiguous");
            candidate.with_date(ids_->alternatives, value.view()).with_date(ids_->alternatives, other.view());
        } else {
            candidate.with_date(ids_->value, value.view());
            if (date.value.first.year == 0) {
                candidate.with(ids_->reason, "no-year");
            }
        }
        candidate.with(ids_->precision, name(date.value.precision));
        const std::pair<bool, std::string_view> parts[] = {
            {date.implied_century, "century"}, {date.implied_year, "year"}, {date.implied_month, "month"}, {date.implied_day, "day"}};
        for (const auto& [implied, part] : parts) {
            if (implied) {
                candidate.with(ids_->implied, part);
            }
        }
        if (date.anchor == AnchorKind::published || date.anchor == AnchorKind::dateline) {
            candidate.with(ids_->anchor, date.anchor == AnchorKind::published ? "published" : "dateline");
        }
        handles_[index] = output.add(candidate);
    }

    // When all have handles: a date may be told from one that follows it.
    void name_anchors(Output& output) const {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (found_[i].anchor != AnchorKind::date || handles_[i] == DATELINE_NONE || handles_[found_[i].anchor_found] == DATELINE_NONE) {
                continue;
            }
            const dateline_value anchor{ids_->anchor, DATELINE_VALUE_REFERENCE, {nullptr, 0}, 0, handles_[found_[i].anchor_found], 0};
            output.raw().add_attribute(output.raw().context, handles_[i], &anchor);
        }
    }

    void state(const Publication& published, Output& output) const {
        if (!published.known() || !published.is_stated()) {
            return;
        }
        const Found& date = found_[published.found];
        const Value day{published.date, published.date, Precision::day};
        output.set_published(edtf(day).view(), date.begin, date.end, published.source == Source::line ? "dates/published-line" : "dates/dateline");
    }

    std::shared_ptr<const Ids> ids_;
    std::vector<Found> found_;  // reused from document to document
    ResolverNotes notes_;
    std::vector<std::uint32_t> handles_;  // of found_, DATELINE_NONE where none was submitted
};

}  // namespace
}  // namespace dateline::dates

DATELINE_EXTRACTOR(dateline::dates::Dates, "dates", "0.1.0")
