/// The `entities` object: collections, entities, mentions, facts.
#pragma once

#include <span>

#include "core/record/record.h"
#include "core/record/writer.h"

namespace dateline::record {

/// Everything that a record is written from; all of it outlives the writing.
struct Sources {
    const Document& document;
    const Proposals& proposals;
    const resolve::Resolution& resolution;
    const Types& types;
    const Options& options;
    const text::OffsetMap& offsets;
};

class EntityWriter {
public:
    EntityWriter(const Sources& sources, Writer& writer);

    /// One collection for each type that is written, [] where nothing was found; all are [] when the document failed.
    void write();

private:
    using Values = std::span<const Value>;

    void write_entity(const resolve::Entity& entity);
    void write_attributes(const resolve::Entity& entity, const TypeDeclaration& type);
    void write_alias(const resolve::Alias& alias);
    void write_facts(const resolve::Entity& entity, std::uint32_t kind);
    void write_mention(const Candidate& mention);
    void write_source(const Candidate& mention);
    void write_place(std::string_view name, std::optional<std::uint64_t> place);

    void write_field(const FieldDeclaration& declaration, std::uint32_t name, Values values);
    void write_value(const Value& value);
    void write_span(std::uint32_t begin, std::uint32_t end);
    void write_grounds(const Verdict& verdict, std::string_view rule);

    Values attributes(std::uint32_t candidate) const;

    const Sources& sources_;
    Writer& writer_;
    bool source_is_text_;  // the bytes as received are the text, so that offsets in one are offsets in the other
};

}  // namespace dateline::record
