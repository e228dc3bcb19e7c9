#include "core/explain/json.h"

#include "core/explain/reasons.h"
#include "core/mention/confidence.h"
#include "core/record/lists.h"
#include "core/record/writer.h"

namespace dateline::explain {
namespace {

class JsonWriter {
public:
    JsonWriter(const Findings& findings, std::string& out)
        : findings_(findings), proposals_(findings.proposals), writer_(out, false), written_(proposals_.facts.size()) {
        for (const resolve::Entity& entity : findings.resolution.entities) {
            for (const std::uint32_t fact : entity.facts) {
                written_[fact] = true;
            }
        }
    }

    void write() {
        writer_.open('{');
        write_document();
        write_all("candidates", proposals_.candidates, [this](const Candidate& candidate) { write_candidate(candidate); });
        write_all("facts", proposals_.facts, [this](const Fact& fact) { write_fact(fact); });
        write_all("links", proposals_.links, [this](const Link& link) { write_link(link); });
        write_diagnostics();
        writer_.close('}');
    }

private:
    void write_document() {
        const Document& document = findings_.document;
        text("source", document.source);
        text("status", record::statuses[static_cast<std::size_t>(document.status)]);
        text("published", document.published.value);
        writer_.key("length");
        writer_.integer(findings_.offsets.length());
    }

    template <class Proposed, class Write>
    void write_all(std::string_view name, const std::vector<Proposed>& all, Write write_body) {
        writer_.key(name);
        writer_.open('[');
        std::uint64_t id = 0;
        for (const Proposed& proposed : all) {
            writer_.open('{');
            writer_.key("id");
            writer_.integer(id++);
            write_body(proposed);
            writer_.close('}');
        }
        writer_.close(']');
    }

    void write_candidate(const Candidate& candidate) {
        const TypeDeclaration& type = findings_.types.types[candidate.type];
        text("type", type.name);
        write_place(candidate.begin, candidate.end);
        write_grounds(candidate);
        number("elsewhere", candidate.verdict.elsewhere);
        writer_.key("confidence");
        writer_.hundredths(candidate.verdict.confidence);
        id("rival", candidate.verdict.rival);
        text("entity", entity_of(candidate));
        write_values("attributes", type.attributes, proposals_.attributes, candidate.attributes);
        write_reasons(reasons(findings_, candidate));
    }

    void write_fact(const Fact& fact) {
        const FactDeclaration& declared = findings_.types.facts[fact.fact];
        text("fact", declared.name);
        id("subject", fact.subject);
        write_place(fact.begin, fact.end);
        write_grounds(fact);
        boolean("written", is_written(fact));
        id("rival", fact.verdict.rival);
        write_values("fields", declared.fields, proposals_.fields, fact.fields);
        write_reasons(reasons(findings_, fact));
    }

    void write_link(const Link& link) {
        text("reason", record::alias_reasons[link.reason]);
        id("from", link.from);
        id("to", link.to);
        write_place(link.begin, link.end);
        write_grounds(link);
        write_reasons(reasons(findings_, link));
    }

    void write_place(std::uint32_t begin, std::uint32_t end) {
        write_span(begin, end);
        text("text", findings_.words(begin, end));
    }

    template <class Proposed>
    void write_grounds(const Proposed& proposed) {
        text("plugin", findings_.plugin(proposed.plugin));
        text("rule", proposed.rule);
        number("score", proposed.verdict.score);
        boolean("accepted", proposed.verdict.accepted);
        text("outcome", outcome(findings_, proposed));
    }

    void write_reasons(const std::vector<Reason>& all) {
        writer_.key("evidence");
        writer_.open('[');
        for (const Reason& reason : all) {
            writer_.open('{');
            text("plugin", reason.plugin);
            text("name", reason.name);
            number("weight", reason.weight);
            boolean("counts", reason.counts);
            write_span_or_null(reason.begin, reason.end);
            id("supporter", reason.supporter);
            text("text", reason.sentence);
            writer_.close('}');
        }
        writer_.close(']');
    }

    void write_values(std::string_view name, const std::vector<FieldDeclaration>& declared, const std::vector<Value>& values, Range range) {
        writer_.key(name);
        writer_.open('{');
        for (std::uint32_t field = 0; field < declared.size(); ++field) {
            writer_.key(declared[field].name);
            writer_.open('[');
            for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
                if (values[i].name == field) {
                    write_value(values[i]);
                }
            }
            writer_.close(']');
        }
        writer_.close('}');
    }

    void write_value(const Value& value) {
        switch (value.kind) {
            case DATELINE_VALUE_STRING:
            case DATELINE_VALUE_DATE: writer_.string(value.string); return;
            case DATELINE_VALUE_NUMBER: writer_.number(value.number); return;
            case DATELINE_VALUE_REFERENCE: writer_.integer(value.reference); return;
            case DATELINE_VALUE_NULL: writer_.null(); return;
        }
    }

    void write_diagnostics() {
        writer_.key("diagnostics");
        writer_.open('[');
        for (const Diagnostic& diagnostic : findings_.document.diagnostics) {
            writer_.open('{');
            text("code", diagnostic.code);
            text("message", diagnostic.message);
            text("plugin", diagnostic.plugin);
            write_span_or_null(diagnostic.begin.value_or(0), diagnostic.end.value_or(0));
            writer_.close('}');
        }
        writer_.close(']');
    }

    std::string_view entity_of(const Candidate& candidate) const {
        const auto index = static_cast<std::size_t>(&candidate - proposals_.candidates.data());
        const std::uint32_t entity = index < findings_.resolution.entity_of.size() ? findings_.resolution.entity_of[index] : DATELINE_NONE;
        return entity == DATELINE_NONE ? std::string_view() : std::string_view(findings_.resolution.entities[entity].id);
    }

    // Accepted facts that say the same as another are left out of the record.
    bool is_written(const Fact& fact) const { return written_[static_cast<std::size_t>(&fact - proposals_.facts.data())]; }

    void write_span(std::uint32_t begin, std::uint32_t end) {
        writer_.key("start");
        writer_.integer(findings_.offsets(begin));
        writer_.key("end");
        writer_.integer(findings_.offsets(end));
    }

    void write_span_or_null(std::uint32_t begin, std::uint32_t end) {
        if (begin < end) {
            write_span(begin, end);
            return;
        }
        writer_.key("start");
        writer_.null();
        writer_.key("end");
        writer_.null();
    }

    void text(std::string_view name, std::string_view value) {
        writer_.key(name);
        writer_.string_or_null(value);
    }

    void number(std::string_view name, std::int32_t value) {
        writer_.key(name);
        writer_.number(value);
    }

    void id(std::string_view name, std::uint32_t index) {
        writer_.key(name);
        if (index == DATELINE_NONE) {
            writer_.null();
        } else {
            writer_.integer(index);
        }
    }

    void boolean(std::string_view name, bool value) {
        writer_.key(name);
        writer_.boolean(value);
    }

    const Findings& findings_;
    const Proposals& proposals_;
    record::Writer writer_;
    std::vector<bool> written_;  // by fact
};

}  // namespace

void write_json(const Findings& findings, std::string& out) {
    JsonWriter(findings, out).write();
    out += '\n';
}

}  // namespace dateline::explain
