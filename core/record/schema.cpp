#include <nlohmann/json.hpp>

#include "core/record/lists.h"
#include "core/record/record.h"

namespace dateline::record {
namespace {

using Json = nlohmann::ordered_json;

Json reference(std::string_view definition) {
    return {{"$ref", "#/$defs/" + std::string(definition)}};
}

Json nullable(Json schema) {
    return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
}

Json nullable_type(std::string_view type) {
    return {{"type", Json::array({type, "null"})}};
}

Json described(std::string_view description, Json schema) {
    schema["description"] = description;
    return schema;
}

template <class Words>
Json one_of(const Words& words) {
    return {{"enum", Json(words)}};
}

Json array_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

std::string escape_pattern(std::string_view text) {
    std::string out;
    for (const char character : text) {
        if (std::string_view("\\^$.|?*+()[]{}/").find(character) != std::string_view::npos) {
            out += '\\';
        }
        out += character;
    }
    return out;
}

Json hexadecimal(int digits) {
    return {{"type", "string"}, {"pattern", "^[0-9a-f]{" + std::to_string(digits) + "}$"}};
}

class SchemaMaker {
public:
    SchemaMaker(const Types& types, bool strict) : types_(types), strict_(strict) {}

    Json make() const {
        Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                       {"title", schema_name},
                       {"description", "What dateline found in one document. docs/RECORD.md says what each field means."}};
        schema.update(object({{"schema", {{"const", schema_name}}},
                              {"id", described("The first 16 bytes of the SHA-256 of the document's bytes", nullable(hexadecimal(32)))},
                              {"document", reference("document")},
                              {"entities", reference("entities")},
                              {"diagnostics", array_of(reference("diagnostic"))},
                              {"generator", reference("generator")}},
                             {{"store", reference("store")}}));
        schema["$defs"] = definitions();
        return schema;
    }

private:
    // All fields are always there, but for those in `optional`, which an option adds.
    Json object(Json properties, Json optional = Json::object()) const {
        Json required = Json::array();
        for (const auto& [name, unused] : properties.items()) {
            required.push_back(name);
        }
        properties.update(optional);
        Json schema = {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
        if (strict_) {
            schema["additionalProperties"] = false;
        }
        return schema;
    }

    Json definitions() const {
        Json all = {{"document", document()},     {"entities", entities()},           {"diagnostic", diagnostic()},
                    {"generator", generator()},   {"offset", offset()},               {"confidence", confidence()},
                    {"rule", rule()},             {"edtf", edtf()},                   {"versions", versions()},
                    {"alias", alias()},             {"store", store()}};
        for (const TypeDeclaration& type : types_.types) {
            if (!type.silent()) {
                all[type.name + "-id"] = id(type);
                all[type.name] = entity(type);
                all[type.name + "-mention"] = mention(type);
                for (const std::uint32_t fact : type.facts) {
                    all[type.name + "-" + types_.facts[fact].name] = fact_of(types_.facts[fact]);
                }
            }
        }
        return all;
    }

    static Json offset() { return {{"type", "integer"}, {"minimum", 0}, {"description", "A place in the text, in document.offset_unit"}}; }
    static Json confidence() { return {{"type", "number"}, {"minimum", 0.01}, {"maximum", 0.99}}; }
    static Json rule() { return {{"type", "string"}, {"pattern", "^[^/]+/.+$"}, {"description", "PLUGIN/RULE: what found it"}}; }
    static Json versions() { return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}}; }

    static Json edtf() {
        const std::string date = "-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?";
        return {{"type", "string"},
                {"pattern", std::string("^(") + date + "(/(" + date + "|\\.\\.)?)?|(\\.\\.)?/" + date + ")$"},
                {"description", "EDTF level 1, and of level 2 unspecified digits (X)"}};
    }

    static Json id(const TypeDeclaration& type) {
        return {{"type", "string"}, {"pattern", std::string("^").append(escape_pattern(type.id_prefix)).append("[1-9][0-9]*$")}};
    }

    Json document() const {
        Json properties = {{"status", one_of(statuses)},
                           {"incomplete", array_of(collections())},
                           {"source", nullable_type("string")},
                           {"media_type", nullable_type("string")},
                           {"charset", nullable_type("string")},
                           {"bytes", {{"type", {"integer", "null"}}, {"minimum", 0}}},
                           {"sha256", nullable(hexadecimal(64))},
                           {"title", nullable_type("string")},
                           {"language", nullable_type("string")},
                           {"published", nullable(reference("edtf"))},
                           {"published_from", nullable(published_from())},
                           {"length", {{"type", {"integer", "null"}}, {"minimum", 0}}},
                           {"offset_unit", one_of(offset_units)},
                           {"text_sha256", nullable(hexadecimal(64))},
                           {"parent", nullable(hexadecimal(32))},
                           {"url", nullable_type("string")},
                           {"publisher", nullable_type("string")},
                           {"author", nullable_type("string")}};
        return object(std::move(properties), {{"input_id", {{"type", "string"}}}, {"text", nullable_type("string")}});
    }

    Json published_from() const {
        return object({{"start", nullable(reference("offset"))}, {"end", nullable(reference("offset"))}, {"rule", nullable(reference("rule"))}});
    }

    Json collections() const {
        Json names = Json::array();
        for (const TypeDeclaration& type : types_.types) {
            if (!type.silent()) {
                names.push_back(type.collection);
            }
        }
        return names.empty() ? Json{{"type", "string"}} : Json{{"enum", names}};
    }

    Json entities() const {
        Json properties = Json::object();
        for (const TypeDeclaration& type : types_.types) {
            if (!type.silent()) {
                properties[type.collection] = array_of(reference(type.name));
            }
        }
        return object(std::move(properties));
    }

    Json diagnostic() const {
        return object({{"severity", one_of(severities)},
                       {"code", code()},
                       {"message", {{"type", "string"}}},
                       {"plugin", nullable_type("string")},
                       {"start", nullable(reference("offset"))},
                       {"end", nullable(reference("offset"))}});
    }

    static Json code() {
        Json own = Json::array();
        for (const Code& one : codes()) {
            own.push_back({{"const", one.code}, {"description", one.meaning}});
        }
        own.push_back({{"type", "string"}, {"pattern", "^[a-z0-9-]+\\.[a-z0-9-]+$"}, {"description", "A plugin's own: PLUGIN.WORD"}});
        return {{"anyOf", std::move(own)}};
    }

    Json generator() const {
        return object({{"dateline", {{"type", "string"}}},
                       {"reader", nullable(reference("versions"))},
                       {"extractors", reference("versions")},
                       {"configuration", nullable_type("string")}});
    }

    // What 'dateline export' adds.
    Json store() const {
        return object({{"cursor", {{"type", "integer"}, {"minimum", 1}}},
                       {"name", {{"type", "string"}}},
                       {"version", {{"type", "integer"}, {"minimum", 1}}},
                       {"status", {{"enum", {"complete", "partial", "failed", "copy"}}}},
                       {"attempts", {{"type", "integer"}, {"minimum", 1}}},
                       {"done", {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"}}},
                       {"same_as", nullable_type("string")}});
    }

    // FACT in docs/RECORD.md: the place that states it.
    static void add_place(Json& properties) {
        properties["start"] = reference("offset");
        properties["end"] = reference("offset");
        properties["confidence"] = reference("confidence");
        properties["rule"] = reference("rule");
    }

    Json alias() const {
        Json properties = {{"name", {{"type", "string"}}}, {"reason", one_of(alias_reasons)}};
        add_place(properties);
        return object(std::move(properties));
    }

    Json entity(const TypeDeclaration& type) const {
        Json properties = {{"id", reference(type.name + "-id")}};
        if (type.named) {
            properties["name"] = {{"type", "string"}};
            properties["aliases"] = array_of(reference("alias"));
        }
        for (const FieldDeclaration& attribute : type.attributes) {
            if (!attribute.on_mention) {
                properties[attribute.name] = value(attribute);
            }
        }
        for (const std::uint32_t fact : type.facts) {
            properties[types_.facts[fact].collection] = array_of(reference(type.name + "-" + types_.facts[fact].name));
        }
        properties["mentions"] = array_of(reference(type.name + "-mention"));
        properties["mentions"]["minItems"] = 1;
        return object(std::move(properties));
    }

    Json mention(const TypeDeclaration& type) const {
        Json properties = {{"start", reference("offset")}, {"end", reference("offset")}, {"text", {{"type", "string"}, {"minLength", 1}}},
                           {"confidence", reference("confidence")}, {"rule", reference("rule")}};
        for (const FieldDeclaration& attribute : type.attributes) {
            if (attribute.on_mention) {
                properties[attribute.name] = value(attribute);
            }
        }
        const auto from = [](int least) { return nullable(Json{{"type", "integer"}, {"minimum", least}}); };
        const Json file = object({{"name", {{"type", "string"}, {"minLength", 1}}}, {"start", from(0)}, {"end", from(0)}});
        return object(std::move(properties), {{"source", object({{"start", from(0)}, {"end", from(0)}, {"part", from(1)}, {"file", nullable(file)}})}});
    }

    Json fact_of(const FactDeclaration& fact) const {
        Json properties = Json::object();
        for (const FieldDeclaration& field : fact.fields) {
            properties[field.name] = value(field);
        }
        add_place(properties);
        return object(std::move(properties));
    }

    Json value(const FieldDeclaration& field) const {
        if (field.list) {
            return array_of(single_value(field));
        }
        return field.nullable ? nullable(single_value(field)) : single_value(field);
    }

    Json single_value(const FieldDeclaration& field) const {
        switch (field.kind) {
            case DATELINE_VALUE_NUMBER: return {{"type", "number"}};
            case DATELINE_VALUE_DATE: return reference("edtf");
            case DATELINE_VALUE_REFERENCE: return id_of(field.reference);
            default: break;
        }
        Json words = field.values.empty() ? Json{{"type", "string"}} : one_of(field.values);
        return field.reference.empty() ? words : Json{{"anyOf", Json::array({std::move(words), id_of(field.reference)})}};
    }

    // A type that no loaded plugin owns is never referred to.
    Json id_of(const std::string& type) const {
        const std::uint32_t found = types_.find(type);
        return found == DATELINE_NONE || types_.types[found].silent() ? Json{{"type", "null"}} : reference(type + "-id");
    }

    const Types& types_;
    bool strict_;
};

}  // namespace

std::string schema(const Types& types, bool strict) {
    return SchemaMaker(types, strict).make().dump(2) + "\n";
}

}  // namespace dateline::record
