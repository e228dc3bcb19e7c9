/// What plugins declare in their manifests: types, their attributes and their facts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/plugin.h"

namespace dateline {

/// An attribute of a type, or a field of a fact.
struct FieldDeclaration {
    std::string name;
    dateline_value_kind kind = DATELINE_VALUE_STRING;
    bool list = false;                  ///< written as an array, [] when no value was given
    bool nullable = true;               ///< may be null; a fact without a field that is not nullable is dropped
    bool on_mention = false;            ///< attribute written at each mention; otherwise at the entity, from its first mention that has it
    std::vector<std::string> values;    ///< closed list of a string; empty when open
    std::string reference;              ///< the type a reference points at; for a string with this set too: a closed word or the id of such an entity
};

/// A kind of fact about entities of a type: written under `collection` in the entity ("roles").
struct FactDeclaration {
    std::string name;                   ///< "role"
    std::string collection;             ///< "roles"
    std::vector<FieldDeclaration> fields;
    std::uint32_t type = DATELINE_NONE; ///< index of the type it belongs to
};

struct TypeDeclaration {
    std::string name;                   ///< "person"
    std::string collection;             ///< "people"; empty for a silent type, which competes but is not written
    std::string id_prefix;              ///< "p"
    std::string owner;                  ///< plugin id
    std::string label;                  ///< for people: "person"
    std::int32_t order = 1000;          ///< of collections in the record; equal ones by collection name
    bool named = true;                  ///< has `name` and `aliases`; its entities are joined by name and links
    std::string key;                    ///< attribute whose equal values join mentions into one entity (for types that are not named)
    std::vector<FieldDeclaration> attributes;
    std::vector<std::uint32_t> facts;   ///< indexes into Types::facts

    bool silent() const { return collection.empty(); }
};

/// All types of a run, in the order of their collections (silent ones last). Ids are indexes.
struct Types {
    std::vector<TypeDeclaration> types;
    std::vector<FactDeclaration> facts;

    /// DATELINE_NONE when there is none.
    std::uint32_t find(std::string_view type) const;
    std::uint32_t find_attribute(std::uint32_t type, std::string_view name) const;
    std::uint32_t find_fact(std::uint32_t type, std::string_view name) const;
    std::uint32_t find_field(std::uint32_t fact, std::string_view name) const;
};

/// A named reason, declared in a plugin's data/evidence.tsv.
struct EvidenceDeclaration {
    std::string_view plugin;    ///< its id
    std::string_view name;      ///< "after-title"
    std::string_view sentence;  ///< "stands after the title {0}"
    std::int32_t weight = 0;    ///< hundredths of a logit
};

}  // namespace dateline
