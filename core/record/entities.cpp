#include "core/record/entities.h"

#include <algorithm>
#include <optional>

#include "core/mention/confidence.h"
#include "core/record/lists.h"

namespace dateline::record {
namespace {

bool has(std::span<const Value> values, std::uint32_t name) {
    return std::any_of(values.begin(), values.end(),
                       [name](const Value& value) { return value.name == name && value.kind != DATELINE_VALUE_NULL; });
}

// The block that holds the span; null when there is none.
const dateline_block* block_of(const text::Analysis& analysis, std::uint32_t begin, std::uint32_t end) {
    const auto after = std::upper_bound(analysis.blocks.begin(), analysis.blocks.end(), begin,
                                        [](std::uint32_t at, const dateline_block& block) { return at < block.begin; });
    return after == analysis.blocks.begin() || end > (after - 1)->end ? nullptr : &*(after - 1);
}

}  // namespace

EntityWriter::EntityWriter(const Sources& sources, Writer& writer)
    : sources_(sources),
      writer_(writer),
      source_is_text_(!sources.document.sha256.empty() && sources.document.sha256 == sources.document.text_sha256) {}

void EntityWriter::write() {
    const std::vector<resolve::Entity>& entities = sources_.resolution.entities;
    const bool failed = sources_.document.status == Status::failed;
    auto next = failed ? entities.end() : entities.begin();
    writer_.open('{');
    for (std::uint32_t type = 0; type < sources_.types.types.size(); ++type) {
        if (sources_.types.types[type].silent()) {
            continue;
        }
        writer_.key(sources_.types.types[type].collection);
        writer_.open('[');
        for (; next != entities.end() && next->type == type; ++next) {
            write_entity(*next);
        }
        writer_.close(']');
    }
    writer_.close('}');
}

void EntityWriter::write_entity(const resolve::Entity& entity) {
    const TypeDeclaration& type = sources_.types.types[entity.type];
    writer_.open('{');
    writer_.key("id");
    writer_.string(entity.id);
    if (type.named) {
        writer_.key("name");
        writer_.string(entity.name);
        writer_.key("aliases");
        writer_.open('[');
        for (const resolve::Alias& alias : entity.aliases) {
            write_alias(alias);
        }
        writer_.close(']');
    }
    write_attributes(entity, type);
    for (const std::uint32_t kind : type.facts) {
        write_facts(entity, kind);
    }
    writer_.key("mentions");
    writer_.open('[');
    for (const std::uint32_t mention : entity.mentions) {
        write_mention(sources_.proposals.candidates[mention]);
    }
    writer_.close(']');
    writer_.close('}');
}

void EntityWriter::write_attributes(const resolve::Entity& entity, const TypeDeclaration& type) {
    for (std::uint32_t name = 0; name < type.attributes.size(); ++name) {
        if (type.attributes[name].on_mention) {
            continue;
        }
        const auto first = std::find_if(entity.mentions.begin(), entity.mentions.end(),
                                        [&](std::uint32_t mention) { return has(attributes(mention), name); });
        write_field(type.attributes[name], name, first == entity.mentions.end() ? Values() : attributes(*first));
    }
}

void EntityWriter::write_alias(const resolve::Alias& alias) {
    const Link& link = sources_.proposals.links[alias.link];
    writer_.open('{', Writer::Layout::line);
    writer_.key("name");
    writer_.string(alias.name);
    writer_.key("reason");
    writer_.string(alias_reasons[link.reason]);
    write_span(alias.begin, alias.end);
    write_grounds(link.verdict, link.rule);
    writer_.close('}');
}

void EntityWriter::write_facts(const resolve::Entity& entity, std::uint32_t kind) {
    const FactDeclaration& declaration = sources_.types.facts[kind];
    writer_.key(declaration.collection);
    writer_.open('[');
    for (const std::uint32_t index : entity.facts) {
        const Fact& fact = sources_.proposals.facts[index];
        if (fact.fact != kind) {
            continue;
        }
        writer_.open('{', Writer::Layout::line);
        for (std::uint32_t name = 0; name < declaration.fields.size(); ++name) {
            write_field(declaration.fields[name], name, Values(sources_.proposals.fields).subspan(fact.fields.first, fact.fields.count));
        }
        write_span(fact.begin, fact.end);
        write_grounds(fact.verdict, fact.rule);
        writer_.close('}');
    }
    writer_.close(']');
}

void EntityWriter::write_mention(const Candidate& mention) {
    const TypeDeclaration& type = sources_.types.types[mention.type];
    writer_.open('{', Writer::Layout::line);
    write_span(mention.begin, mention.end);
    writer_.key("text");
    writer_.string(std::string_view(sources_.document.text).substr(mention.begin, mention.end - mention.begin));
    write_grounds(mention.verdict, mention.rule);
    for (std::uint32_t name = 0; name < type.attributes.size(); ++name) {
        if (type.attributes[name].on_mention) {
            write_field(type.attributes[name], name,
                        Values(sources_.proposals.attributes).subspan(mention.attributes.first, mention.attributes.count));
        }
    }
    if (sources_.options.with_source) {
        write_source(mention);
    }
    writer_.close('}');
}

EntityWriter::Source EntityWriter::source_of(const Candidate& mention) const {
    const Document& document = sources_.document;
    const dateline_block* block = block_of(document.analysis, mention.begin, mention.end);
    Source source;
    if (source_is_text_) {
        source.begin = mention.begin;
        source.end = mention.end;
    } else if (block != nullptr && block->source_end > 0) {
        const auto index = static_cast<std::size_t>(block - document.analysis.blocks.data());
        const bool is_verbatim = index < document.verbatim.size() && document.verbatim[index];
        source.begin = is_verbatim ? block->source_begin + (mention.begin - block->begin) : block->source_begin;
        source.end = is_verbatim ? block->source_begin + (mention.end - block->begin) : block->source_end;
    }
    const std::uint32_t part = block == nullptr ? 0 : block->source_part;
    if (part > 0 && part <= document.parts.size()) {
        source.file = &document.parts[part - 1];
    } else if (part > 0) {
        source.part = part;
    }
    return source;
}

// Places in a file inside are no places in the document, so they have a field of their own.
void EntityWriter::write_source(const Candidate& mention) {
    const Source source = source_of(mention);
    const Source outside = source.file == nullptr ? source : Source{};
    writer_.key("source");
    writer_.open('{', Writer::Layout::line);
    write_number("start", outside.begin);
    write_number("end", outside.end);
    write_number("part", outside.part);
    writer_.key("file");
    if (source.file == nullptr) {
        writer_.null();
    } else {
        writer_.open('{', Writer::Layout::line);
        writer_.key("name");
        writer_.string(*source.file);
        write_number("start", source.begin);
        write_number("end", source.end);
        writer_.close('}');
    }
    writer_.close('}');
}

void EntityWriter::write_number(std::string_view name, std::optional<std::uint64_t> number) {
    writer_.key(name);
    if (number) {
        writer_.integer(*number);
    } else {
        writer_.null();
    }
}

void EntityWriter::write_field(const FieldDeclaration& declaration, std::uint32_t name, Values values) {
    writer_.key(declaration.name);
    if (declaration.list) {
        writer_.open('[', Writer::Layout::line);
        for (const Value& value : values) {
            if (value.name == name && value.kind != DATELINE_VALUE_NULL) {
                write_value(value);
            }
        }
        writer_.close(']');
        return;
    }
    const auto found = std::find_if(values.begin(), values.end(),
                                    [name](const Value& value) { return value.name == name && value.kind != DATELINE_VALUE_NULL; });
    if (found == values.end()) {
        writer_.null();
    } else {
        write_value(*found);
    }
}

void EntityWriter::write_value(const Value& value) {
    switch (value.kind) {
        case DATELINE_VALUE_STRING:
        case DATELINE_VALUE_DATE: writer_.string(value.string); return;
        case DATELINE_VALUE_NUMBER: writer_.number(value.number); return;
        case DATELINE_VALUE_NULL: writer_.null(); return;
        case DATELINE_VALUE_REFERENCE: break;
    }
    const std::uint32_t entity = sources_.resolution.entity_of[value.reference];
    if (entity == DATELINE_NONE) {
        writer_.null();
    } else {
        writer_.string(sources_.resolution.entities[entity].id);
    }
}

void EntityWriter::write_span(std::uint32_t begin, std::uint32_t end) {
    writer_.key("start");
    writer_.integer(sources_.offsets(begin));
    writer_.key("end");
    writer_.integer(sources_.offsets(end));
}

void EntityWriter::write_grounds(const Verdict& verdict, std::string_view rule) {
    writer_.key("confidence");
    writer_.hundredths(verdict.confidence);
    writer_.key("rule");
    writer_.string(rule);
}

EntityWriter::Values EntityWriter::attributes(std::uint32_t candidate) const {
    const Range range = sources_.proposals.candidates[candidate].attributes;
    return Values(sources_.proposals.attributes).subspan(range.first, range.count);
}

}  // namespace dateline::record
