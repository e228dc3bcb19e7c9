/// The `entities` object: collections, entities, mentions, facts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

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
    struct Source {
        std::optional<std::uint64_t> begin, end, part;
        const std::string* file = nullptr;
    };

    void write_entity(const resolve::Entity& entity);
    void write_attributes(const resolve::Entity& entity, const TypeDeclaration& type);
    void write_alias(const resolve::Alias& alias);
    void write_facts(const resolve::Entity& entity, std::uint32_t kind);
    void write_mention(const Candidate& mention);
    Source source_of(const Candidate& mention) const;
    void write_source(const Candidate& mention);
    void write_number(std::string_view name, std::optional<std::uint64_t> number);

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
