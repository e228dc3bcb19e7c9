#include "core/plugin/call.h"

#include <algorithm>
#include <cstddef>

#include "core/mention/date.h"
#include "core/plugin/peer.h"
#include "core/text/hash.h"

namespace dateline::plugin {
namespace {

// A statement may carry so many reasons and so many values.
constexpr std::uint64_t most_reasons = 64, most_values = 64;
constexpr std::uint32_t most_diagnostics = 100;

// What a plugin that was built with an older plugin.h may lack is the last field.
constexpr std::size_t least_evidence = offsetof(dateline_evidence, supporter);
constexpr std::size_t least_value = offsetof(dateline_value, reserved);

}  // namespace

// Nothing may leave these functions: there is C code between them and the host.
struct Call::Functions {
    template <class Result, class Body>
    static Result guarded(void* context, Result otherwise, Body body) noexcept {
        Call& call = *static_cast<Call*>(context);
        try {
            return body(call);
        } catch (...) {
            call.exception_ = std::current_exception();
            return otherwise;
        }
    }

    static std::uint32_t add_candidate(void* context, const dateline_candidate* candidate) {
        return guarded(context, DATELINE_NONE, [&](Call& call) { return call.add_candidate(candidate); });
    }
    static dateline_status add_attribute(void* context, std::uint32_t candidate, const dateline_value* value) {
        return guarded(context, dateline_status{DATELINE_FAILED}, [&](Call& call) { return call.add_attribute(candidate, value); });
    }
    static dateline_status add_fact(void* context, const dateline_fact* fact) {
        return guarded(context, dateline_status{DATELINE_FAILED}, [&](Call& call) { return call.add_fact(fact); });
    }
    static dateline_status add_link(void* context, const dateline_link* link) {
        return guarded(context, dateline_status{DATELINE_FAILED}, [&](Call& call) { return call.add_link(link); });
    }
    static dateline_status set_published(void* context, dateline_string value, std::uint32_t begin, std::uint32_t end, dateline_string rule) {
        return guarded(context, dateline_status{DATELINE_FAILED}, [&](Call& call) { return call.set_published(value, begin, end, rule); });
    }
    static void add_diagnostic(void* context, std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin,
                               std::uint32_t end) {
        guarded(context, 0, [&](Call& call) { return call.add_diagnostic(severity, code, message, begin, end), 0; });
    }
    static void set_error(void* context, dateline_string message) {
        guarded(context, 0, [&](Call& call) { return call.error_.assign(message_of(message)), 0; });
    }
    static void log(void* context, std::uint32_t, dateline_string message) {
        guarded(context, 0, [&](Call& call) { return log_line(*call.plugin_, message), 0; });
    }
    static std::int32_t should_stop(void* context) {
        const Call& call = *static_cast<const Call*>(context);
        return call.limit_reached_ || call.exception_ ? 1 : 0;
    }
};

Call::Call()
    : output_{sizeof(dateline_output), 0, this, &Functions::add_candidate, &Functions::add_attribute, &Functions::add_fact, &Functions::add_link,
              &Functions::set_published, &Functions::add_diagnostic, &Functions::set_error, &Functions::log, &Functions::should_stop} {}

void Call::begin(const Plugin& plugin, Stage stage, Document& document, Proposals& proposals, const Limits& limits) {
    plugin_ = &plugin;
    stage_ = stage;
    document_ = &document;
    proposals_ = &proposals;
    most_facts_ = limits.max_mentions;
    most_candidates_ = plugin.manifest.max_candidates == 0 ? limits.max_mentions : std::min(limits.max_mentions, plugin.manifest.max_candidates);
    checker_.begin(plugin, document);
    begin_ = mark();
    moved_.clear();
    rules_.fill({});
    published_.value.clear();
    diagnostics_ = 0;
    limit_reached_ = false;
    error_.clear();
    exception_ = nullptr;
}

void Call::keep() {
    checker_.end();
    if (exception_) {
        std::rethrow_exception(exception_);
    }
    if (!published_.value.empty()) {
        std::swap(document_->published, published_);
        document_->published_begin = published_begin_;
        document_->published_end = published_end_;
    }
}

void Call::take_back() {
    checker_.end();
    cut(begin_);
    for (auto moved = moved_.rbegin(); moved != moved_.rend(); ++moved) {
        proposals_->candidates[moved->first].attributes = moved->second;
    }
    if (exception_) {
        std::rethrow_exception(exception_);
    }
}

Call::Mark Call::mark() const {
    return {proposals_->candidates.size(), proposals_->facts.size(),      proposals_->links.size(),
            proposals_->evidence.size(),   proposals_->attributes.size(), proposals_->fields.size()};
}

void Call::cut(const Mark& mark) {
    proposals_->candidates.resize(mark.candidates);
    proposals_->facts.resize(mark.facts);
    proposals_->links.resize(mark.links);
    proposals_->evidence.resize(mark.evidence);
    proposals_->attributes.resize(mark.attributes);
    proposals_->fields.resize(mark.fields);
}

std::uint32_t Call::add_candidate(const dateline_candidate* given) {
    constexpr std::string_view function = "add_candidate";
    dateline_candidate taken{};
    taken.confidence = -1;
    if (stage_ == Stage::relate) {
        checker_.refuse(function, "in relate all candidates have been decided; submit them in extract");
        return DATELINE_NONE;
    }
    if (!take(given, offsetof(dateline_candidate, confidence), taken)) {
        checker_.refuse(function, "its struct is smaller than this interface knows");
        return DATELINE_NONE;
    }
    const Mark before = mark();
    Candidate candidate;
    TokenRange tokens;
    const bool good = has_room(function, before.candidates - begin_.candidates) && checker_.type(function, taken.type, *plugin_->types) &&
                      checker_.mention_span(function, taken.begin, taken.end, tokens) &&
                      take_grounds(function, taken, candidate.evidence, candidate.confidence, candidate.rule) &&
                      take_values(function, taken.attributes, taken.attribute_count, taken.attribute_size,
                                  plugin_->types->types[taken.type].attributes, proposals_->attributes, candidate.attributes);
    if (!good) {
        cut(before);
        return DATELINE_NONE;
    }
    candidate.type = taken.type;
    candidate.plugin = plugin_->index;
    candidate.begin = taken.begin;
    candidate.end = taken.end;
    candidate.first_token = tokens.first;
    candidate.token_count = tokens.count;
    candidate.name_hash = plugin_->types->types[taken.type].named ? name_hash(tokens) : 0;
    proposals_->candidates.push_back(candidate);
    return static_cast<std::uint32_t>(before.candidates);
}

dateline_status Call::add_attribute(std::uint32_t candidate, const dateline_value* given) {
    constexpr std::string_view function = "add_attribute";
    if (given == nullptr || !checker_.handle(function, "candidate", candidate, *proposals_)) {
        return DATELINE_FAILED;
    }
    Candidate& changed = proposals_->candidates[candidate];
    if (changed.plugin != plugin_->index) {
        checker_.refuse(function, "the candidate " + std::to_string(candidate) + " is another plugin's");
        return DATELINE_FAILED;
    }
    if (changed.attributes.count >= most_values) {
        checker_.refuse(function, "a candidate has at most " + std::to_string(most_values) + " attributes");
        return DATELINE_FAILED;
    }
    const Mark before = mark();
    const std::vector<FieldDeclaration>& declared = plugin_->types->types[changed.type].attributes;
    Value value;
    if (!checker_.value(function, *given, declared, *proposals_, value)) {
        return DATELINE_FAILED;
    }
    // Attributes of one candidate stand in a row; moving them costs memory, of which one plugin has its share.
    if (changed.attributes.first + changed.attributes.count != before.attributes) {
        if (!has_room(function, (before.attributes - begin_.attributes) / most_values)) {
            return DATELINE_FAILED;
        }
        move_to_end(candidate);
    }
    if (candidate < begin_.candidates && changed.attributes.first < begin_.attributes) {
        moved_.emplace_back(candidate, changed.attributes);
    }
    value.string = proposals_->keep(value.string);
    proposals_->attributes.push_back(value);
    ++changed.attributes.count;
    return DATELINE_OK;
}

void Call::move_to_end(std::uint32_t candidate) {
    Range& range = proposals_->candidates[candidate].attributes;
    if (candidate < begin_.candidates) {
        moved_.emplace_back(candidate, range);
    }
    const auto first = static_cast<std::uint32_t>(proposals_->attributes.size());
    proposals_->attributes.resize(first + range.count);
    std::copy_n(proposals_->attributes.begin() + range.first, range.count, proposals_->attributes.begin() + first);
    range.first = first;
}

dateline_status Call::add_fact(const dateline_fact* given) {
    constexpr std::string_view function = "add_fact";
    dateline_fact taken{};
    taken.confidence = -1;
    if (!take(given, offsetof(dateline_fact, confidence), taken)) {
        checker_.refuse(function, "its struct is smaller than this interface knows");
        return DATELINE_FAILED;
    }
    const Mark before = mark();
    Fact fact;
    const bool good = has_room(function, before.facts - begin_.facts) && fits(taken) &&
                      take_grounds(function, taken, fact.evidence, fact.confidence, fact.rule) &&
                      take_values(function, taken.fields, taken.field_count, taken.field_size, plugin_->types->facts[taken.fact].fields,
                                  proposals_->fields, fact.fields);
    if (!good) {
        cut(before);
        return DATELINE_FAILED;
    }
    fact.fact = taken.fact;
    fact.plugin = plugin_->index;
    fact.subject = taken.subject;
    fact.begin = taken.begin;
    fact.end = taken.end;
    fact.rival = taken.rival;
    proposals_->facts.push_back(fact);
    return DATELINE_OK;
}

bool Call::fits(const dateline_fact& given) {
    constexpr std::string_view function = "add_fact";
    const Types& types = *plugin_->types;
    if (given.fact >= types.facts.size()) {
        checker_.refuse(function, "there is no fact " + std::to_string(given.fact));
        return false;
    }
    const FactDeclaration& declared = types.facts[given.fact];
    if (!checker_.type(function, declared.type, types) || !checker_.handle(function, "subject", given.subject, *proposals_) ||
        !checker_.span(function, given.begin, given.end)) {
        return false;
    }
    if (proposals_->candidates[given.subject].type != declared.type) {
        checker_.refuse(function, "the subject of '" + declared.name + "' must be a candidate of the type '" + types.types[declared.type].name + "'");
        return false;
    }
    return true;
}

dateline_status Call::add_link(const dateline_link* given) {
    constexpr std::string_view function = "add_link";
    dateline_link taken{};
    taken.confidence = -1;
    if (!take(given, offsetof(dateline_link, confidence), taken)) {
        checker_.refuse(function, "its struct is smaller than this interface knows");
        return DATELINE_FAILED;
    }
    const Mark before = mark();
    Link link;
    const bool good = has_room(function, before.links - begin_.links) && fits(taken) &&
                      take_grounds(function, taken, link.evidence, link.confidence, link.rule);
    if (!good) {
        cut(before);
        return DATELINE_FAILED;
    }
    link.reason = static_cast<dateline_link_reason>(taken.reason);
    link.plugin = plugin_->index;
    link.from = taken.from;
    link.to = taken.to;
    link.begin = taken.begin;
    link.end = taken.end;
    proposals_->links.push_back(link);
    return DATELINE_OK;
}

bool Call::fits(const dateline_link& given) {
    constexpr std::string_view function = "add_link";
    if (given.reason > DATELINE_LINK_RENAMED) {
        checker_.refuse(function, "there is no reason " + std::to_string(given.reason));
        return false;
    }
    if (!checker_.handle(function, "alias", given.from, *proposals_) || !checker_.handle(function, "fuller name", given.to, *proposals_) ||
        !checker_.span(function, given.begin, given.end)) {
        return false;
    }
    const Candidate& from = proposals_->candidates[given.from];
    if (given.from == given.to || from.type != proposals_->candidates[given.to].type) {
        checker_.refuse(function, "a link joins two candidates of one type");
        return false;
    }
    return checker_.type(function, from.type, *plugin_->types);
}

dateline_status Call::set_published(dateline_string value, std::uint32_t begin, std::uint32_t end, dateline_string rule) {
    constexpr std::string_view function = "set_published";
    if (document_->published_begin || !published_.value.empty()) {
        return DATELINE_FAILED;  // the first one stays
    }
    if (!is_text(value, 64) || !is_date(view(value))) {
        checker_.refuse(function, "the value is no date as records write it (EDTF): '" + std::string(message_of(value).substr(0, 40)) + "'");
        return DATELINE_FAILED;
    }
    if (!checker_.span(function, begin, end) || !checker_.rule(function, rule)) {
        return DATELINE_FAILED;
    }
    published_.value.assign(view(value));
    published_.rule.assign(view(rule));
    published_begin_ = begin;
    published_end_ = end;
    return DATELINE_OK;
}

void Call::add_diagnostic(std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end) {
    constexpr std::string_view function = "add_diagnostic";
    const std::string& id = plugin_->manifest.id;
    const bool own = is_text(code, 100) && code.length > id.size() + 1 && view(code).starts_with(id) && view(code)[id.size()] == '.';
    if (!own) {
        checker_.refuse(function, "the code '" + std::string(message_of(code).substr(0, 100)) + "' must be '" + id + ".' and a word after it");
        return;
    }
    if (++diagnostics_ > most_diagnostics) {
        checker_.refuse(function, "a plugin gives a document at most " + std::to_string(most_diagnostics) + " diagnostics in one call");
        return;
    }
    Diagnostic diagnostic;
    diagnostic.severity = static_cast<dateline_severity>(std::min<std::uint32_t>(severity, DATELINE_ERROR));
    diagnostic.code = view(code);
    diagnostic.message = message_of(message);
    diagnostic.plugin = id;
    if (begin != 0 || end != 0) {
        if (!checker_.span(function, begin, end)) {
            return;
        }
        diagnostic.begin = begin;
        diagnostic.end = end;
    }
    document_->diagnostics.push_back(std::move(diagnostic));
}

bool Call::has_room(std::string_view function, std::size_t submitted) {
    const std::uint32_t most = function == "add_candidate" ? most_candidates_ : most_facts_;
    if (submitted < most) {
        return true;
    }
    if (!std::exchange(limit_reached_, true)) {
        const std::string_view what = function == "add_fact" ? "facts" : function == "add_link" ? "links" : "mentions";
        plugin::add_diagnostic(*document_, *plugin_, "limit.mentions",
                               "The plugin '" + plugin_->manifest.id + "' found more than " + std::to_string(most) + " " + std::string(what) +
                                   "; what comes after is left out.");
        leave_unfinished(*document_, plugin_->collections);
    }
    return false;
}

template <class Given>
bool Call::take_grounds(std::string_view function, const Given& given, Range& evidence, std::int32_t& confidence, std::string_view& rule) {
    return take_rule(function, given.rule, rule) && checker_.confidence(function, given.confidence, confidence) &&
           take_evidence(function, given.evidence, given.evidence_count, given.evidence_size, evidence);
}

bool Call::take_rule(std::string_view function, dateline_string given, std::string_view& rule) {
    if (given.data != nullptr && given.length > 0) {
        const auto known = std::find(rules_.begin(), rules_.end(), view(given));
        if (known != rules_.end()) {
            rule = *known;
            return true;
        }
    }
    if (!checker_.rule(function, given)) {
        return false;
    }
    rule = rules_[next_rule_++ % rules_.size()] = proposals_->keep(view(given));
    return true;
}

// What take_reason() says of nearly all reasons, in few steps.
inline bool Call::is_plain(const dateline_evidence& given) const {
    return given.id < plugin_->evidence_count && ((given.begin == 0 && given.end == 0) || checker_.is_plain(given.begin, given.end)) &&
           (given.supporter == DATELINE_NONE || given.supporter < proposals_->candidates.size());
}

bool Call::take_evidence(std::string_view function, const dateline_evidence* given, std::uint64_t count, std::uint64_t step, Range& range) {
    range.first = static_cast<std::uint32_t>(proposals_->evidence.size());
    if (count == 0) {
        return true;
    }
    if (given == nullptr || step < least_evidence || count > most_reasons) {
        checker_.refuse(function, "its evidence is no array of at most " + std::to_string(most_reasons) + " dateline_evidence");
        return false;
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        dateline_evidence reason{0, 0, 0, DATELINE_NONE};
        take_element(given, i, step, reason);
        if (!is_plain(reason) && !take_reason(function, reason)) {
            return false;
        }
        proposals_->evidence.push_back({plugin_->first_evidence + reason.id, reason.begin, reason.end, reason.supporter});
    }
    range.count = static_cast<std::uint32_t>(count);
    return true;
}

bool Call::take_reason(std::string_view function, const dateline_evidence& given) {
    if (given.id >= plugin_->evidence_count) {
        checker_.refuse(function, "there is no evidence " + std::to_string(given.id));
        return false;
    }
    return ((given.begin == 0 && given.end == 0) || checker_.span(function, given.begin, given.end)) &&
           (given.supporter == DATELINE_NONE || checker_.handle(function, "supporter", given.supporter, *proposals_));
}

bool Call::take_values(std::string_view function, const dateline_value* given, std::uint64_t count, std::uint64_t step,
                       const std::vector<FieldDeclaration>& declared, std::vector<Value>& values, Range& range) {
    range.first = static_cast<std::uint32_t>(values.size());
    if (count == 0) {
        return true;
    }
    if (given == nullptr || step < least_value || count > most_values) {
        checker_.refuse(function, "its values are no array of at most " + std::to_string(most_values) + " dateline_value");
        return false;
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        dateline_value one{};
        take_element(given, i, step, one);
        if (!take_value(function, one, declared, values)) {
            return false;
        }
    }
    range.count = static_cast<std::uint32_t>(count);
    return true;
}

bool Call::take_value(std::string_view function, const dateline_value& given, const std::vector<FieldDeclaration>& declared,
                      std::vector<Value>& values) {
    Value value;
    if (!checker_.value(function, given, declared, *proposals_, value)) {
        return false;
    }
    // Words of a closed list live as long as the manifest.
    const std::vector<std::string>& closed = declared[given.name].values;
    const auto word = std::find(closed.begin(), closed.end(), value.string);
    value.string = word != closed.end() ? std::string_view(*word) : proposals_->keep(value.string);
    values.push_back(value);
    return true;
}

std::uint64_t Call::name_hash(TokenRange tokens) const {
    std::uint64_t hash = text::hash_seed;
    for (std::uint32_t i = tokens.first; i < tokens.first + tokens.count; ++i) {
        hash = text::hash_step(hash, document_->analysis.tokens[i].hash);
    }
    return hash;
}

void leave_unfinished(Document& document, const std::vector<std::string>& collections) {
    document.status = std::max(document.status, Status::partial);
    for (const std::string& collection : collections) {
        const auto place = std::lower_bound(document.incomplete.begin(), document.incomplete.end(), collection);
        if (place == document.incomplete.end() || *place != collection) {
            document.incomplete.insert(place, collection);
        }
    }
}

void add_diagnostic(Document& document, const Plugin& plugin, std::string_view code, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.plugin = plugin.manifest.id;
    diagnostic.message = std::move(message);
    document.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace dateline::plugin
