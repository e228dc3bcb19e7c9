#include "core/ingest/rows_of.h"

#include <deque>

#include "core/document/digest.h"
#include "core/explain/findings.h"
#include "core/pipeline/performer.h"
#include "core/record/lists.h"
#include "core/record/writer.h"
#include "core/store/rows.h"

namespace dateline::ingest {
namespace {

using store::Rows;

explain::Findings findings_of(const pipeline::Engine& engine, const pipeline::Result& result) {
    return {result.document,
            result.proposals,
            result.resolution,
            engine.plugins().types(),
            {},
            {},
            {},
            text::OffsetMap(result.document.text, engine.options().record.unit)};
}

class RowsMaker {
public:
    RowsMaker(const pipeline::Engine& engine, const pipeline::Result& result)
        : findings_(findings_of(engine, result)), document_(result.document), proposals_(result.proposals), types_(engine.plugins().types()) {}

    Rows make(std::string_view record) {
        add_document(record);
        if (document_.status != Status::failed) {
            name_entities();
            add_found();
        }
        return std::move(rows_);
    }

private:
    void add_document(std::string_view record) {
        const bool failed = document_.status == Status::failed;
        rows_.status = record::statuses[static_cast<std::size_t>(document_.status)];
        rows_.cause = document_.status == Status::complete ? std::string_view() : pipeline::cause_of(document_);
        rows_.sha256 = document_.sha256;
        rows_.bytes = document_.byte_count;
        rows_.media_type = document_.media_type;
        rows_.title = document_.title.value;
        rows_.language = document_.language.value;
        rows_.published = document_.published.value;
        rows_.author = document_.author.value;
        rows_.url = document_.url.value;
        rows_.id = std::string_view(document_.sha256).substr(0, 32);
        rows_.parent = document_.parent;
        rows_.record = record;
        rows_.text = failed ? std::string_view() : document_.text;
    }

    // Facts refer to entities that may come later.
    void name_entities() {
        for (const resolve::Entity& entity : findings_.resolution.entities) {
            rows_.entities.push_back({entity.id, types_.types[entity.type].name, kept(explain::name_of(findings_, entity))});
        }
    }

    void add_found() {
        for (std::uint32_t index = 0; index < findings_.resolution.entities.size(); ++index) {
            const resolve::Entity& entity = findings_.resolution.entities[index];
            for (const std::uint32_t number : entity.mentions) {
                add_mention(index, proposals_.candidates[number]);
            }
            for (const resolve::Alias& alias : entity.aliases) {
                add_alias(index, alias);
            }
            for (const std::uint32_t number : entity.facts) {
                const Fact& fact = proposals_.facts[number];
                add_fact(index, fact, fact.verdict, types_.facts[fact.fact].name, fields(fact));
            }
        }
    }

    void add_mention(std::uint32_t entity, const Candidate& mention) {
        rows_.mentions.push_back({.entity = entity,
                                  .start = findings_.offsets(mention.begin),
                                  .end = findings_.offsets(mention.end),
                                  .confidence = static_cast<std::uint32_t>(mention.verdict.confidence),
                                  .text = findings_.words(mention.begin, mention.end),
                                  .rule = mention.rule});
    }

    void add_alias(std::uint32_t entity, const resolve::Alias& alias) {
        std::string fields;
        record::Writer writer(fields, false);
        writer.open('{');
        writer.key("name");
        writer.string(alias.name);
        const Link& link = proposals_.links[alias.link];
        writer.key("reason");
        writer.string(record::alias_reasons[link.reason]);
        writer.close('}');
        struct Stated {
            std::uint32_t begin, end;
            std::string_view rule;
        };
        add_fact(entity, Stated{alias.begin, alias.end, link.rule}, link.verdict, "alias", std::move(fields));
    }

    template <class Stated>
    void add_fact(std::uint32_t entity, const Stated& stated, const Verdict& verdict, std::string_view name, std::string fields) {
        rows_.facts.push_back({.entity = entity,
                               .start = findings_.offsets(stated.begin),
                               .end = findings_.offsets(stated.end),
                               .confidence = static_cast<std::uint32_t>(verdict.confidence),
                               .fact = name,
                               .fields = kept(std::move(fields)),
                               .rule = stated.rule});
    }

    // {"title":"Dean","organization":"Eastport College","status":"current"}
    std::string fields(const Fact& fact) const {
        const std::vector<FieldDeclaration>& declared = types_.facts[fact.fact].fields;
        const auto values = std::span(proposals_.fields).subspan(fact.fields.first, fact.fields.count);
        std::string out;
        record::Writer writer(out, false);
        writer.open('{');
        for (std::uint32_t name = 0; name < declared.size(); ++name) {
            writer.key(declared[name].name);
            write_field(declared[name].list, name, values, writer);
        }
        writer.close('}');
        return out;
    }

    void write_field(bool list, std::uint32_t name, std::span<const Value> values, record::Writer& writer) const {
        bool written = false;
        if (list) {
            writer.open('[');
        }
        for (const Value& value : values) {
            if (value.name == name && value.kind != DATELINE_VALUE_NULL && (list || !written)) {
                write_value(value, writer);
                written = true;
            }
        }
        if (list) {
            writer.close(']');
        } else if (!written) {
            writer.null();
        }
    }

    void write_value(const Value& value, record::Writer& writer) const {
        switch (value.kind) {
            case DATELINE_VALUE_STRING:
            case DATELINE_VALUE_DATE:
                writer.string(value.string);
                return;
            case DATELINE_VALUE_NUMBER:
                writer.number(value.number);
                return;
            case DATELINE_VALUE_NULL:
                writer.null();
                return;
            case DATELINE_VALUE_REFERENCE:
                break;
        }
        const std::uint32_t entity = findings_.resolution.entity_of[value.reference];
        if (entity == DATELINE_NONE) {
            writer.null();
        } else {
            writer.string(rows_.entities[entity].name);
        }
    }

    std::string_view kept(std::string text) { return strings_.emplace_back(std::move(text)); }

    const explain::Findings findings_;
    const Document& document_;
    const Proposals& proposals_;
    const Types& types_;
    std::deque<std::string> strings_;
    Rows rows_;
};

}  // namespace

void pack_result(const pipeline::Engine& engine, const pipeline::Worker& worker, const pipeline::Result& result, std::string_view content,
                 std::string& out) {
    std::string record;
    worker.write(record);
    record.pop_back();  // its line feed
    RowsMaker maker(engine, result);
    Rows rows = maker.make(record);
    std::string digest;
    if (result.document.status == Status::failed) {
        rows.content = content;
        if (rows.sha256.empty() && !content.empty()) {  // whoever read it crashed; it is known by its bytes all the same
            digest = sha256(content);
            rows.sha256 = digest;
            rows.bytes = content.size();
        }
    }
    store::pack(rows, out);
}

}  // namespace dateline::ingest
