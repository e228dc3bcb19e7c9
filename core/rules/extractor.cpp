#include "core/rules/extractor.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/rules/action.h"
#include "core/rules/value.h"
#include "core/text/interface.h"

namespace dateline::rules {
namespace {

constexpr double confidence_without_reasons = 0.9;
constexpr std::size_t most_reasons = 64, most_values = 64;
constexpr std::size_t longest_in_message = 80;

using text::borrow;

struct Span {
    std::uint32_t begin, end;
    bool operator==(const Span&) const = default;
    auto operator<=>(const Span&) const = default;
};

/// A worker's. Arrays have elements of our own size: both sides are the host.
class Extractor {
public:
    explicit Extractor(const RuleSet& rules) : rules_(rules) {}

    dateline_status extract(const dateline_document& document, const dateline_output& output) {
        document_ = &document;
        output_ = &output;
        collect();
        for (std::size_t i = 0, end = 0; i < drafts_.size(); i = end) {
            if (output.should_stop(output.context) != 0) return DATELINE_STOPPED;
            for (end = i + 1; end < drafts_.size() && drafts_[end].span == drafts_[i].span && drafts_[end].type == drafts_[i].type;) ++end;
            submit_mention({drafts_.data() + i, drafts_.data() + end});
        }
        return DATELINE_OK;
    }

    dateline_status relate(const dateline_document& document, const dateline_output& output) {
        document_ = &document;
        output_ = &output;
        for (std::uint64_t i = 0; i < document.match_count; ++i) {
            if (output.should_stop(output.context) != 0) return DATELINE_STOPPED;
            const dateline_match& match = document.matches[i];
            const Action& action = rules_.actions[match.rule];
            if (action.kind == Action::Kind::fact) submit_fact(action, match);
            if (action.kind == Action::Kind::link) submit_link(action, match);
        }
        return DATELINE_OK;
    }

private:
    /// A match that says that there is a mention. Those of the same words and type are one candidate.
    struct Draft {
        Span span;
        std::uint32_t type, match;
    };
    /// An evidence for all mentions of a type in a sentence, a block or the document.
    struct Context {
        Action::Scope scope;
        std::uint32_t place, type, evidence;
        Span first, last;  ///< of the words that give it
        auto key() const { return std::tuple(scope, place, type, evidence); }
    };

    void collect() {
        drafts_.clear();
        contexts_.clear();
        for (std::uint32_t i = 0; i < document_->match_count; ++i) {
            const dateline_match& match = document_->matches[i];
            const Action& action = rules_.actions[match.rule];
            const Span marked = span(match.first_token, match.token_count);
            if (action.kind == Action::Kind::mention) drafts_.push_back({marked, action.type, i});
            if (action.kind == Action::Kind::context) {
                contexts_.push_back({action.scope, place(action.scope, match.first_token), action.type, action.because[0].evidence, marked, marked});
            }
        }
        std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) { return std::tie(a.span, a.type, a.match) < std::tie(b.span, b.type, b.match); });
        std::stable_sort(contexts_.begin(), contexts_.end(), [](const Context& a, const Context& b) { return a.key() < b.key(); });
        join_contexts();
    }

    /// Matches come by their places, so those of one key do.
    void join_contexts() {
        std::size_t kept = 0;
        for (const Context& context : contexts_) {
            if (kept > 0 && contexts_[kept - 1].key() == context.key()) {
                contexts_[kept - 1].last = context.last;
            } else {
                contexts_[kept++] = context;
            }
        }
        contexts_.resize(kept);
    }

    std::uint32_t place(Action::Scope scope, std::uint32_t token) const {
        const std::uint32_t sentence = document_->tokens[token].sentence;
        return scope == Action::Scope::sentence ? sentence : scope == Action::Scope::block ? document_->sentences[sentence].block : 0;
    }

    Span span(std::uint32_t first, std::uint32_t count) const { return {document_->tokens[first].begin, document_->tokens[first + count - 1].end}; }

    void submit_mention(std::pair<const Draft*, const Draft*> drafts) {
        begin_statement();
        const Draft& first = *drafts.first;
        for (const Draft* draft = drafts.first; draft != drafts.second; ++draft) {
            const dateline_match& match = document_->matches[draft->match];
            const Action& action = rules_.actions[match.rule];
            add_reasons(action, match);
            add_values(action, match, draft != drafts.first);
        }
        const std::uint32_t token = document_->matches[first.match].first_token;
        for (const Action::Scope scope : {Action::Scope::sentence, Action::Scope::block, Action::Scope::document}) add_contexts(scope, place(scope, token), first);
        finish_values();
        const dateline_candidate candidate{sizeof candidate, first.type, first.span.begin, first.span.end, rule(first.match),
                                           reasons_.data(), reasons_.size(), sizeof(dateline_evidence),
                                           values_.data(), values_.size(), sizeof(dateline_value), confidence_};
        output_->add_candidate(output_->context, &candidate);
        if (is_cut_) {
            const std::string message = "Rules give more than 64 reasons or values for one mention; the further ones are left out.";
            output_->add_diagnostic(output_->context, DATELINE_WARNING, borrow(rules_.value_code), borrow(message), first.span.begin, first.span.end);
        }
    }

    void submit_fact(const Action& action, const dateline_match& match) {
        const std::uint32_t subject = candidate(match, action.subject);
        if (subject == DATELINE_NONE) return;
        begin_statement();
        add_reasons(action, match);
        add_values(action, match, false);
        finish_values();
        const Span marked = span(match.first_token, match.token_count);
        const dateline_fact fact{sizeof fact, action.fact, subject, marked.begin, marked.end, 0, borrow(action.rule),
                                 reasons_.data(), reasons_.size(), sizeof(dateline_evidence),
                                 values_.data(), values_.size(), sizeof(dateline_value), confidence_};
        output_->add_fact(output_->context, &fact);
    }

    void submit_link(const Action& action, const dateline_match& match) {
        const std::uint32_t from = candidate(match, action.subject), to = candidate(match, action.other);
        if (from == DATELINE_NONE || to == DATELINE_NONE) return;
        begin_statement();
        add_reasons(action, match);
        const Span marked = span(match.first_token, match.token_count);
        const dateline_link link{sizeof link, action.link_reason, from, to, marked.begin, marked.end, borrow(action.rule),
                                 reasons_.data(), reasons_.size(), sizeof(dateline_evidence), confidence_};
        output_->add_link(output_->context, &link);
    }

    dateline_string rule(std::uint32_t match) const { return borrow(rules_.actions[document_->matches[match].rule].rule); }

    /// The last capture of a name; null when it took no part.
    const dateline_capture* capture(const dateline_match& match, std::uint32_t name) const {
        for (std::uint32_t i = match.capture_count; i-- > 0;) {
            const dateline_capture& one = document_->captures[match.first_capture + i];
            if (one.name == name) return &one;
        }
        return nullptr;
    }

    /// The handle of the mention that a capture is.
    std::uint32_t candidate(const dateline_match& match, std::uint32_t name) const {
        const dateline_capture* found = capture(match, name);
        return found == nullptr || found->mention == DATELINE_NONE ? DATELINE_NONE : document_->mentions[found->mention].candidate;
    }

    void begin_statement() {
        reasons_.clear();
        values_.clear();
        texts_.clear();
        confidence_ = -1;
        is_cut_ = false;
    }

    void add_reason(std::uint32_t evidence, Span words) {
        const bool is_new = std::none_of(reasons_.begin(), reasons_.end(), [&](const dateline_evidence& reason) { return reason.id == evidence; });
        is_cut_ = is_cut_ || (is_new && reasons_.size() == most_reasons);
        if (is_new && reasons_.size() < most_reasons) reasons_.push_back({evidence, words.begin, words.end, DATELINE_NONE});
    }

    void add_reasons(const Action& action, const dateline_match& match) {
        if (action.because.empty()) confidence_ = confidence_without_reasons;
        for (const ActionReason& reason : action.because) {
            const dateline_capture* found = reason.capture == DATELINE_NONE ? nullptr : capture(match, reason.capture);
            add_reason(reason.evidence, found == nullptr ? span(match.outer_first, match.outer_count) : span(found->first_token, found->token_count));
        }
    }

    /// A mention's own words do not speak for it.
    void add_contexts(Action::Scope scope, std::uint32_t place, const Draft& draft) {
        const auto is_own = [&](Span words) { return words.begin < draft.span.end && draft.span.begin < words.end; };
        const auto before = [&](const Context& context) { return std::tuple(context.scope, context.place, context.type) < std::tuple(scope, place, draft.type); };
        for (auto at = std::partition_point(contexts_.begin(), contexts_.end(), before);
             at != contexts_.end() && at->scope == scope && at->place == place && at->type == draft.type; ++at) {
            if (!is_own(at->first)) {
                add_reason(at->evidence, at->first);
            } else if (!is_own(at->last)) {
                add_reason(at->evidence, at->last);
            }
        }
    }

    /// Of a candidate that several rules speak of, each attribute is from the first rule that has it.
    void add_values(const Action& action, const dateline_match& match, bool is_further) {
        const std::size_t before = values_.size();
        for (const ActionValue& value : action.values) {
            const auto known = std::any_of(values_.begin(), values_.begin() + static_cast<std::ptrdiff_t>(before),
                                           [&](const dateline_value& one) { return one.name == value.name; });
            if (is_further && known) continue;
            is_cut_ = is_cut_ || values_.size() == most_values;
            if (values_.size() == most_values) continue;
            value.mention != DATELINE_NONE ? add_reference(value, match) : add_text(action, value, match);
        }
    }

    void add_reference(const ActionValue& value, const dateline_match& match) {
        const std::uint32_t referred = candidate(match, value.mention);
        if (referred != DATELINE_NONE) values_.push_back({value.name, DATELINE_VALUE_REFERENCE, {}, 0, referred, 0});
    }

    void add_text(const Action& action, const ActionValue& value, const dateline_match& match) {
        const std::size_t begin = texts_.size();
        if (!fill(value.parts, match)) {
            texts_.resize(begin);
            return;
        }
        const std::string_view text = std::string_view(texts_).substr(begin);
        if (const std::string problem = problem_with(text, *value.declared); !problem.empty()) {
            complain(action, value, text, problem, match);
            texts_.resize(begin);
            return;
        }
        // Texts are still moved when more are added: for now the place in `texts_`.
        const double number = value.declared->kind == DATELINE_VALUE_NUMBER ? *number_of(text) : 0;
        values_.push_back({value.name, static_cast<std::uint32_t>(value.declared->kind), {nullptr, text.size()}, number, DATELINE_NONE, 0});
        begins_.resize(values_.size());
        begins_.back() = begin;
    }

    void finish_values() {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (values_[i].kind != DATELINE_VALUE_REFERENCE) values_[i].string.data = texts_.data() + begins_[i];
        }
    }

    /// Appends a template to the texts; false when a capture of it took no part.
    bool fill(const std::vector<lexicon::ValuePart>& parts, const dateline_match& match) {
        for (const lexicon::ValuePart& part : parts) {
            if (part.capture == DATELINE_NONE) {
                texts_ += part.text;
                continue;
            }
            const dateline_capture* found = capture(match, part.capture);
            if (found == nullptr) return false;
            const std::string_view text(found->value.data, found->value.length);
            const bool is_number = text.find_first_not_of("0123456789") == std::string_view::npos;
            if (is_number && text.size() < part.width) texts_.append(part.width - text.size(), '0');
            texts_ += text;
        }
        return true;
    }

    void complain(const Action& action, const ActionValue& value, std::string_view text, const std::string& problem, const dateline_match& match) {
        const bool cut = text.size() > longest_in_message;
        std::size_t length = cut ? longest_in_message : text.size();
        while (cut && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
        const std::string message = "The rule " + action.rule + " gives “" + std::string(text.substr(0, length)) + (cut ? "…" : "") + "” for '" +
                                    value.declared->name + "', which " + problem + "; the value is left out.";
        const Span marked = span(match.first_token, match.token_count);
        output_->add_diagnostic(output_->context, DATELINE_WARNING, borrow(rules_.value_code), borrow(message), marked.begin, marked.end);
    }

    const RuleSet& rules_;
    const dateline_document* document_ = nullptr;
    const dateline_output* output_ = nullptr;
    std::vector<Draft> drafts_;
    std::vector<Context> contexts_;
    // Of the candidate, fact or link that is being made.
    std::vector<dateline_evidence> reasons_;
    std::vector<dateline_value> values_;
    std::vector<std::size_t> begins_;  ///< of each value's text in `texts_`
    std::string texts_;
    double confidence_ = -1;
    bool is_cut_ = false;              ///< more was said than it may carry
};

}  // namespace

dateline_status create(void* shared, void** instance) {
    *instance = new Extractor(*static_cast<const RuleSet*>(shared));
    return DATELINE_OK;
}

void destroy(void* instance) { delete static_cast<Extractor*>(instance); }

const dateline_extractor& extractor() {
    static const dateline_extractor functions = {
        sizeof(dateline_extractor), 0,
        [](void* instance, const dateline_document* document, const dateline_output* output) {
            return static_cast<Extractor*>(instance)->extract(*document, *output);
        },
        [](void* instance, const dateline_document* document, const dateline_output* output) {
            return static_cast<Extractor*>(instance)->relate(*document, *output);
        }};
    return functions;
}

}  // namespace dateline::rules
