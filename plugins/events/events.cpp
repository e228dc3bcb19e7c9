/// Finds names of events, prizes, programmes, laws and products: silent rivals, so that no organization, person or place inside is marked.
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "dateline/plugin.hpp"

namespace dateline::events {
namespace {

constexpr std::uint32_t longest_name = 14, many_tokens = 7;
constexpr std::array<std::string_view, 11> small_words{"of", "for", "and", "the", "on", "de", "la", "du", "des", "&", "-"};
constexpr std::uint32_t most_joiners = 2;       // small words in a row: of the

struct Ids {
    explicit Ids(const Host& host)
        : event(host.type("event")),
          product(host.type("product")),
          event_word(host.mask("event-word")),
          product_word(host.mask("product-word")),
          lead(host.mask("event-lead")),
          ordinal(host.mask("ordinal")),
          body(host.mask("body-word")),
          ends_event(host.evidence("ends-event")),
          ends_product(host.evidence("ends-product")),
          one_word(host.evidence("one-word")),
          two_words(host.evidence("two-words")),
          ordinal_before(host.evidence("ordinal-before")),
          year(host.evidence("year")),
          the_before(host.evidence("the-before")),
          lead_before(host.evidence("lead-before")),
          quoted(host.evidence("quoted")),
          body_inside(host.evidence("body-inside")),
          goes_on(host.evidence("goes-on")),
          sentence_start(host.evidence("sentence-start")),
          possessive_after(host.evidence("possessive-after")),
          joined(host.evidence("joined")),
          shout(host.evidence("shout")),
          many_words(host.evidence("many-words")) {}

    std::uint32_t event, product;
    std::uint64_t event_word, product_word, lead, ordinal, body;
    std::uint32_t ends_event, ends_product, one_word, two_words, ordinal_before, year, the_before, lead_before, quoted, body_inside, goes_on,
        sentence_start, possessive_after, joined, shout, many_words;
};

class Events {
public:
    explicit Events(const Host& host) : ids_(std::make_shared<const Ids>(host)) {}

    void extract(const Document& document, Output& output) {
        document_ = &document;
        count_ = static_cast<std::uint32_t>(document.tokens().size());
        for (std::uint32_t token = 0; token < count_; ++token) {
            if ((document.lists(token) & (ids_->event_word | ids_->product_word)) != 0 && is_name(token) && !is_inside_word(token)) {
                submit(begin_of(token), token + 1, false, output);
                if (const std::uint32_t end = end_of(token + 1); end != token + 1) {
                    submit(begin_of(token), end, true, output);
                }
            }
        }
    }

private:
    bool is(std::uint32_t token, std::uint32_t flags) const { return token < count_ && document_->is(token, flags); }
    bool in(std::uint32_t token, std::uint64_t mask) const { return token < count_ && (document_->lists(token) & mask) != 0; }
    bool is_name(std::uint32_t token) const { return is(token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL | DATELINE_TOKEN_NUMBER); }
    bool breaks_before(std::uint32_t token) const {
        return token == 0 || is(token, DATELINE_TOKEN_SENTENCE_START | DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START);
    }
    std::string_view folded(std::uint32_t token) const { return token < count_ ? document_->folded(token) : std::string_view(); }
    // The last word of a name decides: Award in Award Ceremony, Film in Film Materials do not.
    bool is_inside_word(std::uint32_t token) const {
        return is_name(token + 1) && !breaks_before(token + 1);
    }
    bool joins(std::uint32_t token) const {
        return std::find(small_words.begin(), small_words.end(), folded(token)) != small_words.end();
    }

    // To the left as far as names and the small words between them go.
    std::uint32_t begin_of(std::uint32_t last) const {
        std::uint32_t begin = last;
        for (std::uint32_t at = last; !breaks_before(at) && last - at < longest_name;) {
            std::uint32_t before = at - 1;
            for (std::uint32_t small = 0; small < most_joiners && joins(before) && !breaks_before(before); ++small) {
                --before;
            }
            if (!is_name(before) || (folded(before) == "the" && before + 1 == begin)) {
                break;
            }
            at = begin = before;
        }
        return folded(begin) == "the" && begin < last ? begin + 1 : begin;
    }

    // "of" or "on" and the names behind: Treaty of Rome.
    std::uint32_t end_of(std::uint32_t token) const {
        const std::string_view word = folded(token);
        if (word != "of" && word != "on" && word != "for") {
            return token;
        }
        std::uint32_t end = token;
        for (std::uint32_t at = token; at < token + longest_name;) {
            std::uint32_t next = at;
            for (std::uint32_t small = 0; small < most_joiners && joins(next); ++small) {
                ++next;
            }
            if (!is_name(next) || breaks_before(next)) {
                break;
            }
            at = end = next + 1;
        }
        return end;
    }

    void submit(std::uint32_t begin, std::uint32_t end, bool joined, Output& output) const {
        const bool event = in(joined ? last_of(begin, end) : end - 1, ids_->event_word);
        const Array<dateline_token>& tokens = document_->tokens();
        Candidate candidate(event ? ids_->event : ids_->product, tokens[begin].begin, tokens[end - 1].end, event ? "events/event" : "events/product");
        candidate.because(event ? ids_->ends_event : ids_->ends_product, tokens[end - 1].begin, tokens[end - 1].end);
        const auto say_if = [&](bool holds, std::uint32_t evidence) {
            if (holds) {
                candidate.because(evidence);
            }
        };
        say_if(joined, ids_->joined);
        say_if(end - begin == 1, ids_->one_word);
        say_if(end - begin == 2, ids_->two_words);
        say_if(end - begin >= many_tokens, ids_->many_words);
        say_inside(begin, end, say_if);
        say_around(begin, end, say_if);
        output.add(candidate);
    }

    std::uint32_t last_of(std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t last = begin;
        for (std::uint32_t token = begin; token < end; ++token) {
            last = in(token, ids_->event_word | ids_->product_word) ? token : last;
        }
        return last;
    }

    template <class SayIf>
    void say_inside(std::uint32_t begin, std::uint32_t end, SayIf&& say_if) const {
        bool body = false, year = false, shout = true;
        for (std::uint32_t token = begin; token < end; ++token) {
            body = body || in(token, ids_->body);
            year = year || (is(token, DATELINE_TOKEN_NUMBER) && folded(token).size() == 4);
            shout = shout && !is(token, DATELINE_TOKEN_LOWER) && (!is(token, DATELINE_TOKEN_CAPITAL) || is(token, DATELINE_TOKEN_ALL_CAPITALS));
        }
        say_if(body, ids_->body_inside);
        say_if(year, ids_->year);
        say_if(shout, ids_->shout);
    }

    template <class SayIf>
    void say_around(std::uint32_t begin, std::uint32_t end, SayIf&& say_if) const {
        if (breaks_before(begin)) {
            say_if(true, ids_->sentence_start);
        } else {
            const std::uint32_t before = begin - 1;
            const bool the = folded(before) == "the" && before > 0;
            say_if(the, ids_->the_before);
            const std::uint32_t lead = the ? before - 1 : before;
            say_if(in(lead, ids_->lead), ids_->lead_before);
            say_if(in(before, ids_->ordinal) || is(before, DATELINE_TOKEN_HAS_DIGIT) || is(begin, DATELINE_TOKEN_HAS_DIGIT), ids_->ordinal_before);
            say_if(folded(before) == "\"" && folded(end) == "\"", ids_->quoted);
        }
        if (end < count_ && !breaks_before(end)) {
            say_if(folded(end) == "'s", ids_->possessive_after);
            say_if((folded(end) == "of" || folded(end) == "for" || folded(end) == "on") && is_name(end + 1), ids_->goes_on);
        }
    }

    std::shared_ptr<const Ids> ids_;
    const Document* document_ = nullptr;     // during extract
    std::uint32_t count_ = 0;
};

}  // namespace
}  // namespace dateline::events

DATELINE_EXTRACTOR(dateline::events::Events, "events", "0.1.0")
