#include "core/explain/verdicts.h"

#include <charconv>

#include "core/mention/confidence.h"
#include "core/record/lists.h"

namespace dateline::explain {
namespace {

std::string confidence(int hundredths) {
    return {'0', '.', static_cast<char>('0' + hundredths / 10), static_cast<char>('0' + hundredths % 10)};
}

std::string number(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

}  // namespace

void VerdictWriter::candidate(std::uint32_t index, std::size_t indent) {
    const Candidate& candidate = findings_.proposals.candidates[index];
    const TypeDeclaration& type = findings_.types.types[candidate.type];
    line(indent, paint_.type(candidate.type, printable(shortened(findings_.words(candidate.begin, candidate.end)))) + "  " + type.name + "  " +
                     place(candidate.begin, candidate.end) + "  " + grounds(candidate.rule, candidate.verdict));
    if (const std::string stated = values(type.attributes, findings_.proposals.attributes, candidate.attributes); !stated.empty()) {
        line(indent + 4, stated);
    }
    reasons(explain::reasons(findings_, candidate), indent + 4);
    if (!candidate.verdict.accepted || type.silent()) {
        line(indent + 4, paint_.bad(printable(outcome(findings_, candidate))));
    }
}

void VerdictWriter::fact(const Fact& fact, std::size_t indent) {
    const FactDeclaration& declared = findings_.types.facts[fact.fact];
    line(indent, paint_.bold(declared.name) + "  " + values(declared.fields, findings_.proposals.fields, fact.fields) + "  " +
                     grounds(fact.rule, fact.verdict));
    line(indent + 4, place(fact.begin, fact.end) + " “" + printable(shortened(findings_.words(fact.begin, fact.end))) + "”");
    reasons(explain::reasons(findings_, fact), indent + 4);
    if (!fact.verdict.accepted) {
        line(indent + 4, paint_.bad(printable(outcome(findings_, fact))));
    }
}

void VerdictWriter::link(const Link& link, std::size_t indent) {
    const Candidate& from = findings_.proposals.candidates[link.from];
    const Candidate& to = findings_.proposals.candidates[link.to];
    line(indent, paint_.bold("alias") + "  “" + printable(shortened(findings_.words(from.begin, from.end))) + "” is “" +
                     printable(shortened(findings_.words(to.begin, to.end))) + "” (" + std::string(record::alias_reasons[link.reason]) + ")  " +
                     place(link.begin, link.end) + "  " + grounds(link.rule, link.verdict));
    reasons(explain::reasons(findings_, link), indent + 4);
    if (!link.verdict.accepted) {
        line(indent + 4, paint_.bad(printable(outcome(findings_, link))));
    }
}

std::string VerdictWriter::place(std::uint32_t begin, std::uint32_t end) const {
    return std::to_string(findings_.offsets(begin)) + "–" + std::to_string(findings_.offsets(end));
}

std::string VerdictWriter::values(const std::vector<FieldDeclaration>& declared, const std::vector<Value>& values, Range range) const {
    std::string stated;
    for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
        if (values[i].kind != DATELINE_VALUE_NULL) {
            stated.append(stated.empty() ? "" : ", ").append(declared[values[i].name].name).append(" ").append(value(values[i]));
        }
    }
    return stated;
}

std::string VerdictWriter::value(const Value& value) const {
    switch (value.kind) {
        case DATELINE_VALUE_STRING: return "“" + printable(shortened(value.string)) + "”";
        case DATELINE_VALUE_DATE: return std::string(value.string);
        case DATELINE_VALUE_NUMBER: return number(value.number);
        case DATELINE_VALUE_NULL: return "null";
        case DATELINE_VALUE_REFERENCE: break;
    }
    const Candidate& candidate = findings_.proposals.candidates[value.reference];
    return "“" + printable(shortened(findings_.words(candidate.begin, candidate.end))) + "”";
}

std::string VerdictWriter::grounds(std::string_view rule, const Verdict& verdict) const {
    return paint_.dim(rule) + "  " + points(verdict.score) + " (" + confidence(verdict.confidence) + ")";
}

void VerdictWriter::line(std::size_t indent, const std::string& text) {
    out_.append(indent, ' ').append(text).append("\n");
}

void VerdictWriter::reasons(const std::vector<Reason>& all, std::size_t indent) {
    for (const Reason& reason : all) {
        std::string weight = points(reason.weight);
        weight.insert(0, weight.size() < 6 ? 6 - weight.size() : 0, ' ');
        const std::string shown = !reason.counts ? paint_.dim(weight) : reason.weight < 0 ? paint_.bad(weight) : paint_.good(weight);
        const std::string name = (reason.plugin.empty() ? "" : std::string(reason.plugin) + "/") + std::string(reason.name);
        line(indent, shown + "  " + printable(reason.sentence) + "  " + paint_.dim(name));
    }
}

}  // namespace dateline::explain
