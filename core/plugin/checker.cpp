#include "core/plugin/checker.h"

#include <algorithm>
#include <cmath>

#include "core/mention/date.h"
#include "core/plugin/peer.h"
#include "core/text/utf8.h"

namespace dateline::plugin {
namespace {

constexpr std::uint64_t most_diagnostics = 20;  // a call
constexpr std::uint32_t most_tokens = 1024;     // of a mention: names are hashed and judged by their tokens
constexpr std::size_t longest_rule = 200, longest_string = 64 << 10;

std::string bytes(std::uint32_t begin, std::uint32_t end) {
    return "the span of bytes " + std::to_string(begin) + " to " + std::to_string(end);
}

}  // namespace

void Checker::begin(const Plugin& plugin, Document& document) {
    plugin_ = &plugin;
    document_ = &document;
    text_ = document.text;
    refused_ = 0;
    last_first_ = 0;
}

void Checker::end() {
    if (refused_ > most_diagnostics) {
        Diagnostic diagnostic;
        diagnostic.code = "plugin.more-invalid-output";
        diagnostic.plugin = plugin_->manifest.id;
        diagnostic.message = "The plugin '" + plugin_->manifest.id + "' submitted " + std::to_string(refused_ - most_diagnostics) +
                             " more that do not keep the rules; they were dropped.";
        document_->diagnostics.push_back(std::move(diagnostic));
    }
}

void Checker::refuse(std::string_view function, std::string_view what) {
    if (++refused_ > most_diagnostics) {
        return;
    }
    Diagnostic diagnostic;
    diagnostic.code = "plugin.invalid-output";
    diagnostic.plugin = plugin_->manifest.id;
    diagnostic.message.append("The plugin '").append(plugin_->manifest.id).append("' called ").append(function).append(": ").append(what);
    diagnostic.message += '.';
    document_->diagnostics.push_back(std::move(diagnostic));
}

bool Checker::grapheme_boundary(std::uint32_t at) const {
    if (at == 0 || at == text_.size() || (is_ascii(at - 1) && is_ascii(at))) {
        return true;
    }
    return text::is_grapheme_boundary(text_, at);
}

bool Checker::closer_span(std::string_view function, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) {
        refuse(function, bytes(begin, end) + " is empty");
    } else if (end > text_.size()) {
        refuse(function, bytes(begin, end) + " lies outside the text, which has " + std::to_string(text_.size()));
    } else if (!boundary(begin) || !boundary(end)) {
        refuse(function, bytes(begin, end) + " begins or ends inside a character");
    } else if (!grapheme_boundary(begin) || !grapheme_boundary(end)) {
        refuse(function, bytes(begin, end) + " begins or ends inside a grapheme cluster (between a letter and its accent, say)");
    } else {
        return true;
    }
    return false;
}

bool Checker::mention_span(std::string_view function, std::uint32_t begin, std::uint32_t end, TokenRange& tokens) {
    if (begin < end && end <= text_.size()) {
        tokens = tokens_of(begin, end);
    }
    // Tokens neither begin nor end inside a grapheme cluster.
    if (!tokens.aligned && !span(function, begin, end)) {
        return false;
    }
    if (tokens.count == 0) {
        refuse(function, bytes(begin, end) + " covers no token: it is white space only");
        return false;
    }
    if (tokens.count > most_tokens) {
        refuse(function, bytes(begin, end) + " covers more than " + std::to_string(most_tokens) + " tokens");
        return false;
    }
    return true;
}

TokenRange Checker::tokens_of(std::uint32_t begin, std::uint32_t end) {
    const std::vector<dateline_token>& tokens = document_->analysis.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    const auto ends_before = [begin](const dateline_token& token) { return token.end <= begin; };
    // Plugins go through the text from front to back, so the place is seldom far from the last one.
    constexpr std::uint32_t near = 8;
    std::uint32_t first = std::min(last_first_, count);
    for (std::uint32_t left = near; left > 0 && first > 0 && !ends_before(tokens[first - 1]); --left) --first;
    for (std::uint32_t left = near; left > 0 && first < count && ends_before(tokens[first]); --left) ++first;
    if ((first > 0 && !ends_before(tokens[first - 1])) || (first < count && ends_before(tokens[first]))) {
        first = static_cast<std::uint32_t>(std::partition_point(tokens.begin(), tokens.end(), ends_before) - tokens.begin());
    }
    last_first_ = first;
    std::uint32_t last = first;  // one past
    while (last < count && last - first <= most_tokens && tokens[last].begin < end) {
        ++last;
    }
    const bool aligned = last > first && tokens[first].begin == begin && tokens[last - 1].end == end;
    return {first, last - first, aligned};
}

bool Checker::rule(std::string_view function, dateline_string rule) {
    const std::string& id = plugin_->manifest.id;
    const bool good = is_text(rule, longest_rule) && rule.length > id.size() + 1 && view(rule).starts_with(id) && view(rule)[id.size()] == '/';
    if (!good) {
        refuse(function, "the rule '" + std::string(message_of(rule).substr(0, longest_rule)) + "' must be '" + id + "/' and a word after it");
    }
    return good;
}

bool Checker::type(std::string_view function, std::uint32_t type, const Types& types) {
    if (type < types.types.size() && plugin_->may_submit[type]) {
        return true;
    }
    refuse(function, type < types.types.size() ? "the type '" + types.types[type].name + "' is neither produced nor contributed to in its manifest"
                                               : "there is no type " + std::to_string(type));
    return false;
}

bool Checker::handle(std::string_view function, std::string_view what, std::uint32_t candidate, const Proposals& proposals) {
    if (candidate < proposals.candidates.size()) {
        return true;
    }
    refuse(function, "the " + std::string(what) + " " + std::to_string(candidate) + " is no candidate's handle");
    return false;
}

bool Checker::confidence(std::string_view function, double given, std::int32_t& hundredths) {
    if (!std::isfinite(given) || given > 1) {
        refuse(function, "the confidence must be from 0 to 1, or negative when evidence speaks");
        return false;
    }
    hundredths = given < 0 ? -1 : static_cast<std::int32_t>(std::lround(given * 100));
    return true;
}

bool Checker::refuse_value(std::string_view function, const FieldDeclaration& declared, std::string_view what) {
    refuse(function, "the value of '" + declared.name + "' " + std::string(what));
    return false;
}

bool Checker::value(std::string_view function, const dateline_value& given, const std::vector<FieldDeclaration>& declared,
                    const Proposals& proposals, Value& value) {
    if (given.name >= declared.size()) {
        refuse(function, "there is no attribute or field " + std::to_string(given.name) + " here");
        return false;
    }
    const FieldDeclaration& field = declared[given.name];
    value = {};
    value.name = given.name;
    value.kind = static_cast<dateline_value_kind>(std::min<std::uint32_t>(given.kind, DATELINE_VALUE_NULL));
    switch (given.kind) {
        case DATELINE_VALUE_STRING:
        case DATELINE_VALUE_DATE: return string_value(function, given, field, value);
        case DATELINE_VALUE_NUMBER:
            value.number = given.number;
            return field.kind != DATELINE_VALUE_NUMBER   ? refuse_value(function, field, "is a number, which the manifest does not say")
                   : !std::isfinite(given.number) ? refuse_value(function, field, "is not finite")
                                                  : true;
        case DATELINE_VALUE_REFERENCE:
            value.reference = given.reference;
            return reference_value(function, given, field, proposals);
        case DATELINE_VALUE_NULL:
            return field.nullable || field.list || refuse_value(function, field, "is null, and the manifest says that it never is");
        default: return refuse_value(function, field, "is of a kind that this interface does not know");
    }
}

bool Checker::string_value(std::string_view function, const dateline_value& given, const FieldDeclaration& declared, Value& value) {
    if (static_cast<std::uint32_t>(declared.kind) != given.kind) {
        return refuse_value(function, declared, "is of another kind than its manifest says");
    }
    if (!is_text(given.string, longest_string)) {
        return refuse_value(function, declared, "is no UTF-8, holds NUL or is longer than 64 KiB");
    }
    value.string = view(given.string);
    if (given.kind == DATELINE_VALUE_DATE && !is_date(value.string)) {
        return refuse_value(function, declared, "is no date as records write it (EDTF): '" + std::string(value.string.substr(0, 40)) + "'");
    }
    if (declared.values.empty()) {
        return true;
    }
    const auto found = std::find(declared.values.begin(), declared.values.end(), value.string);
    if (found == declared.values.end()) {
        return refuse_value(function, declared, "is not on the closed list in its manifest");
    }
    return true;
}

bool Checker::reference_value(std::string_view function, const dateline_value& given, const FieldDeclaration& declared, const Proposals& proposals) {
    if (declared.reference.empty()) {
        return refuse_value(function, declared, "is a reference, which the manifest does not say");
    }
    if (!handle(function, "reference", given.reference, proposals)) {
        return false;
    }
    const std::uint32_t type = proposals.candidates[given.reference].type;
    return plugin_->types->types[type].name == declared.reference ||
           refuse_value(function, declared, "refers to a candidate of another type than '" + declared.reference + "'");
}

}  // namespace dateline::plugin
