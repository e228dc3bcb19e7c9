/// Finds names of organizations: spans of capitalised words, what speaks for and against each, and which of them name one body.
#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "dateline/plugin.hpp"
#include "document_names.h"
#include "gatherer.h"
#include "links.h"
#include "page.h"
#include "reasons.h"
#include "spans.h"
#include "words.h"

namespace dateline::organizations {
namespace {

/// The ids that the host gave when the plugin was loaded.
struct Ids {
    explicit Ids(const Host& host) : words(host), reasons(host), ties(host), organization(host.type("organization")) {}

    Words words;
    ReasonIds reasons;
    TieIds ties;
    std::uint32_t organization;
};

class Organizations {
public:
    explicit Organizations(const Host& host) : ids_(std::make_shared<const Ids>(host)) {}

    void extract(const Document& document, Output& output) {
        const Page page(document, ids_->words, marks_);
        find(page);
        names_.build(page, spans_, reasons_);
        find_again(page);
        // Full names first: they support their short forms.
        for (Span& span : spans_) {
            if (DocumentNames::is_full(span)) {
                submit(page, span, output);
            }
        }
        for (Span& span : spans_) {
            if (!DocumentNames::is_full(span)) {
                submit(page, span, output);
            }
        }
    }

    void relate(const Document& document, Output& output) {
        const Page page(document, ids_->words, marks_);
        links_.relate(page, ids_->organization, ids_->ties, output);
    }

private:
    void find(const Page& page) {
        spans_.clear();
        reasons_.clear();
        SpanFinder finder(page);
        for (const dateline_sentence& sentence : page.document().sentences()) {
            finder.find(sentence.first_token, sentence.first_token + sentence.token_count, spans_);
        }
        Gatherer gatherer(page, reasons_);
        for (Span& span : spans_) {
            gatherer.explain(span);
        }
    }

    void find_again(const Page& page) {
        const std::size_t found = spans_.size();
        names_.find_again(page, spans_);
        Gatherer gatherer(page, reasons_);
        const SpanFinder finder(page);
        std::uint32_t looked_at = DATELINE_NONE;  // the sentence of `style`: one may hold thousands of names
        Style style = Style::plain;
        for (std::size_t i = found; i < spans_.size(); ++i) {
            const std::uint32_t number = page.document().tokens()[spans_[i].first].sentence;
            if (number != std::exchange(looked_at, number)) {
                const dateline_sentence& sentence = page.document().sentences()[number];
                style = finder.style(sentence.first_token, sentence.first_token + sentence.token_count);
            }
            spans_[i].style = style;
            gatherer.explain(spans_[i]);
        }
    }

    void submit(const Page& page, Span& span, Output& output) {
        const Array<dateline_token>& tokens = page.document().tokens();
        Candidate candidate(ids_->organization, tokens[span.first].begin, tokens[span.end - 1].end, rule(span));
        for (std::uint32_t i = span.first_reason; i < span.first_reason + span.reason_count; ++i) {
            const Given& reason = reasons_[i];
            if (reason.first == reason.end) {
                candidate.because(ids_->reasons[reason.reason]);
            } else {
                const std::uint32_t last = std::min(reason.end, page.size()) - 1;
                candidate.because(ids_->reasons[reason.reason], tokens[reason.first].begin, tokens[last].end);
            }
        }
        names_.explain(page, span, [&](Reason reason, std::uint32_t supporter) {
            if (supporter == HashIndex::none) {
                candidate.because(ids_->reasons[reason]);
            } else if (const Span& full = spans_[supporter]; full.handle != DATELINE_NONE && full.name != span.name) {
                candidate.because(ids_->reasons[reason], tokens[full.first].begin, tokens[full.end - 1].end, full.handle);
            }
        });
        span.handle = output.add(candidate);
    }

    std::string_view rule(const Span& span) const {
        if (span.core_end != span.end) {
            return "organizations/legal-form";
        }
        return span.from_document ? "organizations/again" : "organizations/name";
    }

    std::shared_ptr<const Ids> ids_;
    std::vector<Mark> marks_;        // these are reused from document to document
    std::vector<Span> spans_;
    std::vector<Given> reasons_;
    DocumentNames names_;
    Links links_;
};

}  // namespace
}  // namespace dateline::organizations

DATELINE_EXTRACTOR(dateline::organizations::Organizations, "organizations", "0.1.0")
