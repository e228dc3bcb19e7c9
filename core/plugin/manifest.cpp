#include "core/plugin/manifest.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "core/plugin/json_object.h"
#include "core/text/utf8.h"

namespace dateline::plugin {
namespace {

using Json = nlohmann::json;
using Names = std::span<const std::string_view>;

constexpr std::int64_t known_format = 1;

// They stand in records already: as the plugin of the host's own evidence, or at the front of its diagnostics' codes.
constexpr std::array<std::string_view, 7> taken_ids = {"user", "given", "document", "language", "limit", "plugin", "reader"};
constexpr std::array<std::string_view, 4> entity_fields = {"id", "name", "aliases", "mentions"};
constexpr std::array<std::string_view, 6> mention_fields = {"start", "end", "text", "confidence", "rule", "source"};
constexpr std::array<std::string_view, 4> fact_fields = {"start", "end", "confidence", "rule"};

std::string own_interface() { return std::to_string(DATELINE_INTERFACE_MAJOR) + "." + std::to_string(DATELINE_INTERFACE_MINOR); }

bool contains(Names names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class ManifestParser {
public:
    explicit ManifestParser(const JsonSource& source) : source_(source) {}

    Manifest parse() const {
        check_format(source_.json());
        const JsonObject object(source_.json(), "", source_,
                                {"manifest", "id", "version", "interface", "kind", "description", "library", "command", "lexicon", "languages",
                                 "media_types", "signatures", "produces", "contributes", "needs", "after", "limits", "settings"});
        Manifest manifest;
        read_identity(object, manifest);
        read_files(object, manifest);
        const std::vector<const Json*> produced = object.elements("produces");
        for (std::size_t i = 0; i < produced.size(); ++i) {
            manifest.produces.push_back(type(*produced[i], object.place("produces", i), manifest.id));
        }
        check_kind(object, manifest);
        check_types(object, manifest);
        return manifest;
    }

private:
    // First of all, because a later format may have other fields.
    void check_format(const Json& json) const {
        const auto format = json.is_object() ? json.find("manifest") : json.end();
        if (format == json.end() || !format->is_number_integer()) {
            source_.fail("manifest", "is missing; add \"manifest\": 1, the format that this is written in");
        }
        if (*format != known_format) {
            source_.fail("manifest", "is of format " + format->dump() + ", and this dateline knows format 1; " +
                                         (*format > known_format ? "update dateline" : "write \"manifest\": 1"));
        }
    }

    static void read_identity(const JsonObject& object, Manifest& manifest) {
        manifest.id = object.name("id");
        if (contains(taken_ids, manifest.id)) {
            object.fail("id", "must be another: '" + manifest.id + "' is what dateline itself is called in records");
        }
        if (manifest.id.find('_') != std::string::npos) {
            object.fail("id", "must not hold '_'; write '-'");
        }
        manifest.version = object.needed_string("version");
        const auto allowed = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '+' || c == '~';
        };
        if (manifest.version.size() > 64 || !std::all_of(manifest.version.begin(), manifest.version.end(), allowed)) {
            object.fail("version", "must be like \"1.2.3\": at most 64 letters, digits, '.', '-', '+' and '~'");
        }
        read_interface(object, manifest);
        manifest.description = object.needed_string("description");
    }

    static void read_interface(const JsonObject& object, Manifest& manifest) {
        if (!object.has("interface") && (!object.has("library") || object.has("command"))) {  // rules and programs know no plugin.h
            manifest.interface_major = DATELINE_INTERFACE_MAJOR;
            return;
        }
        if (!object.has("interface")) {
            object.fail("interface", "is missing; add \"interface\": \"" + own_interface() + "\", the version of the plugin.h that the library is built with");
        }
        const std::string version = object.string("interface");
        const char* end = version.data() + version.size();
        const auto [dot, major_error] = std::from_chars(version.data(), end, manifest.interface_major);
        if (major_error == std::errc() && dot != end && *dot == '.') {
            const auto [rest, minor_error] = std::from_chars(dot + 1, end, manifest.interface_minor);
            if (minor_error == std::errc() && rest == end) {
                return;
            }
        }
        object.fail("interface", "must be of two numbers with a full stop between them, like \"" + own_interface() + "\"");
    }

    void read_files(const JsonObject& object, Manifest& manifest) const {
        if (object.has("command")) {
            manifest.command = command(object);
        }
        if (object.has("library")) {
            manifest.library = file_name(object, "library", object.needed_string("library"));
        }
        manifest.lexicon = file_name(object, "lexicon", object.string("lexicon"));
        manifest.contributes = object.strings("contributes");
        manifest.needs = object.strings("needs");
        manifest.after = object.strings("after");
        manifest.languages = object.strings("languages");
        manifest.media_types = object.strings("media_types");
        for (const std::string& signature : object.strings("signatures")) {
            manifest.signatures.push_back(bytes_of(object, signature));
        }
        read_settings(object, manifest);
        if (object.has("limits")) {
            const JsonObject limits(object.value("limits"), "limits", source_, {"candidates", "seconds"});
            if (limits.has("seconds") && manifest.command.empty()) {
                limits.fail("seconds", "is for programs only; a library's time is limited by --isolate");
            }
            manifest.max_seconds = static_cast<std::uint32_t>(limits.integer("seconds", manifest.max_seconds, 1, 3600));
            manifest.max_candidates = static_cast<std::uint32_t>(limits.integer("candidates", 0, 1, 10'000'000));
        }
    }

    void read_settings(const JsonObject& object, Manifest& manifest) const {
        const std::vector<const Json*> settings = object.elements("settings");
        for (std::size_t i = 0; i < settings.size(); ++i) {
            const JsonObject one(*settings[i], object.place("settings", i), source_, {"name", "description", "default"});
            SettingDeclaration setting = {one.name("name"), one.needed_string("description"), one.string("default")};
            const auto same = [&](const SettingDeclaration& other) { return other.name == setting.name; };
            if (std::any_of(manifest.settings.begin(), manifest.settings.end(), same)) {
                object.fail("settings", "declares '" + setting.name + "' twice");
            }
            manifest.settings.push_back(std::move(setting));
        }
    }

    // What the program is given may be empty, and the same twice.
    static std::vector<std::string> command(const JsonObject& object) {
        std::vector<std::string> words;
        for (const Json* element : object.elements("command")) {
            if (!element->is_string() || element->get_ref<const std::string&>().find('\0') != std::string::npos) {
                object.fail("command", "must be an array of strings, a program and what it is given: [\"python3\", \"NAME.py\"]");
            }
            words.push_back(element->get<std::string>());
        }
        if (words.empty() || words.front().empty()) {
            object.fail("command", "must begin with the name of a program");
        }
        if (object.has("library")) {
            object.fail("library", "has no meaning beside 'command', the program that is the plugin; leave one of them out");
        }
        return words;
    }

    // JSON holds characters, and formats begin with any bytes: U+0000 to U+00FF stand for them.
    static std::string bytes_of(const JsonObject& object, std::string_view signature) {
        std::string bytes;
        for (std::size_t at = 0; at < signature.size();) {
            const auto [code_point, length] = text::character_at(signature, at);
            if (code_point > 0xFF) {
                object.fail("signatures", "must be of characters up to U+00FF, each of which stands for a byte");
            }
            bytes += static_cast<char>(code_point);
            at += length;
        }
        return bytes;
    }

    static std::string file_name(const JsonObject& object, std::string_view field, std::string name) {
        if (name.find('/') != std::string::npos || name.find('\0') != std::string::npos || name == "." || name == "..") {
            object.fail(field, "must be the name of a file in the plugin's own folder, without '/'");
        }
        return name;
    }

    ProducedType type(const Json& json, std::string place, const std::string& owner) const {
        const JsonObject object(json, std::move(place), source_,
                                {"type", "collection", "id_prefix", "order", "named", "key", "silent", "label", "attributes", "facts"});
        ProducedType produced;
        TypeDeclaration& type = produced.type;
        type.name = object.name("type");
        type.owner = owner;
        type.label = object.string("label", type.name);
        if (object.boolean("silent", false)) {
            check_silent(object);
            return produced;
        }
        type.collection = object.name("collection");
        type.id_prefix = object.needed_string("id_prefix");
        if (type.id_prefix.size() > 8 || !std::all_of(type.id_prefix.begin(), type.id_prefix.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
            object.fail("id_prefix", "must be of at most 8 small letters; a number follows it");
        }
        type.order = static_cast<std::int32_t>(object.integer("order", type.order, 0, 1'000'000));
        type.named = object.boolean("named", true);
        read_attributes(object, type);
        read_facts(object, produced);
        read_key(object, type);
        return produced;
    }

    static void check_silent(const JsonObject& object) {
        for (const std::string_view field : {"collection", "id_prefix", "order", "named", "key", "attributes", "facts"}) {
            if (object.has(field)) {
                object.fail(field, "has no meaning for a silent type, which is never written; leave it out");
            }
        }
    }

    void read_attributes(const JsonObject& object, TypeDeclaration& type) const {
        const std::vector<const Json*> attributes = object.elements("attributes");
        for (std::size_t i = 0; i < attributes.size(); ++i) {
            const JsonObject one(*attributes[i], object.place("attributes", i), source_,
                                 {"name", "kind", "list", "nullable", "on", "values", "reference"});
            FieldDeclaration attribute = field(one);
            attribute.on_mention = on_mention(one);
            if (contains(attribute.on_mention ? Names(mention_fields) : Names(entity_fields), attribute.name)) {
                one.fail("name", "must be another: every " + std::string(attribute.on_mention ? "mention" : "entity") + " has a field of this name");
            }
            if (attribute.kind == DATELINE_VALUE_REFERENCE && !attribute.nullable && !attribute.list) {
                one.fail("nullable", "cannot be false for a reference: what it refers to may turn out to be no mention");
            }
            add_field(one, std::move(attribute), type.attributes);
        }
    }

    static bool on_mention(const JsonObject& object) {
        const std::string on = object.string("on", "entity");
        if (on != "entity" && on != "mention") {
            object.fail("on", "must be \"entity\" or \"mention\"");
        }
        return on == "mention";
    }

    void read_facts(const JsonObject& object, ProducedType& produced) const {
        const std::vector<const Json*> facts = object.elements("facts");
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const JsonObject one(*facts[i], object.place("facts", i), source_, {"name", "collection", "fields"});
            FactDeclaration fact;
            fact.name = one.name("name");
            fact.collection = one.name("collection");
            check_collection(one, fact, produced);
            const std::vector<const Json*> fields = one.elements("fields");
            for (std::size_t j = 0; j < fields.size(); ++j) {
                const JsonObject each(*fields[j], one.place("fields", j), source_, {"name", "kind", "list", "nullable", "values", "reference"});
                FieldDeclaration declared = field(each);
                if (contains(fact_fields, declared.name)) {
                    each.fail("name", "must be another: every fact has a field of this name");
                }
                add_field(each, std::move(declared), fact.fields);
            }
            produced.facts.push_back(std::move(fact));
        }
    }

    static void check_collection(const JsonObject& object, const FactDeclaration& fact, const ProducedType& produced) {
        const auto& attributes = produced.type.attributes;
        const auto& facts = produced.facts;
        if (std::any_of(facts.begin(), facts.end(), [&](const FactDeclaration& other) { return other.name == fact.name; })) {
            object.fail("name", "is there twice; give each fact a name of its own");
        }
        if (contains(entity_fields, fact.collection) ||
            std::any_of(attributes.begin(), attributes.end(),
                        [&](const FieldDeclaration& other) { return !other.on_mention && other.name == fact.collection; }) ||
            std::any_of(facts.begin(), facts.end(), [&](const FactDeclaration& other) { return other.collection == fact.collection; })) {
            object.fail("collection", "must be another: the entity has a field '" + fact.collection + "' already");
        }
    }

    static void add_field(const JsonObject& object, FieldDeclaration declared, std::vector<FieldDeclaration>& fields) {
        if (std::any_of(fields.begin(), fields.end(), [&](const FieldDeclaration& other) { return other.name == declared.name; })) {
            object.fail("name", "is there twice; give each a name of its own");
        }
        fields.push_back(std::move(declared));
    }

    static FieldDeclaration field(const JsonObject& object) {
        FieldDeclaration declared;
        declared.name = object.name("name");
        declared.kind = kind(object);
        declared.list = object.boolean("list", false);
        declared.nullable = object.boolean("nullable", true);
        declared.values = object.strings("values");
        declared.reference = object.string("reference");
        if (declared.kind != DATELINE_VALUE_STRING && object.has("values")) {
            object.fail("values", "is for strings only");
        }
        if (object.has("values") && declared.values.empty()) {
            object.fail("values", "must hold a word at least; leave it out for a string that may be anything");
        }
        if (declared.kind == DATELINE_VALUE_REFERENCE && declared.reference.empty()) {
            object.fail("reference", "is missing; name the type that it refers to");
        }
        if (!declared.reference.empty() && declared.kind != DATELINE_VALUE_REFERENCE && declared.values.empty()) {
            object.fail("reference", "is for the kind \"reference\", or for a string with a closed list of values");
        }
        return declared;
    }

    static dateline_value_kind kind(const JsonObject& object) {
        constexpr std::array kinds = {std::pair{"string", DATELINE_VALUE_STRING}, std::pair{"number", DATELINE_VALUE_NUMBER},
                                      std::pair{"date", DATELINE_VALUE_DATE}, std::pair{"reference", DATELINE_VALUE_REFERENCE}};
        const std::string name = object.needed_string("kind");
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == name; });
        if (found == kinds.end()) {
            object.fail("kind", "must be \"string\", \"number\", \"date\" or \"reference\"");
        }
        return found->second;
    }

    static void read_key(const JsonObject& object, TypeDeclaration& type) {
        type.key = object.string("key");
        if (type.key.empty()) {
            return;
        }
        const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                        [&](const FieldDeclaration& attribute) { return attribute.name == type.key; });
        if (found == type.attributes.end() || found->list || found->on_mention || found->kind == DATELINE_VALUE_REFERENCE) {
            object.fail("key", "must name an attribute of the type that is on the entity, no list and no reference");
        }
    }

    static void check_kind(const JsonObject& object, Manifest& manifest) {
        const std::string kind = object.needed_string("kind");
        if (kind != "extractor" && kind != "reader") {
            object.fail("kind", "must be \"extractor\" or \"reader\"");
        }
        if (!object.has("library") && kind == "reader") {
            object.fail("library", "is missing; a reader needs one, only extractors can be made of rules alone, or be a program");
        }
        if (!object.has("library") && object.has("lexicon")) {
            object.fail("lexicon", "has no meaning without a library: then the data folder is compiled whenever the plugin is loaded; leave it out");
        }
        manifest.kind = kind == "reader" ? Manifest::Kind::reader : Manifest::Kind::extractor;
        constexpr std::array<std::string_view, 4> of_extractors = {"produces", "contributes", "languages", "lexicon"};
        constexpr std::array<std::string_view, 2> of_readers = {"media_types", "signatures"};
        for (const std::string_view field : kind == "reader" ? Names(of_extractors) : Names(of_readers)) {
            if (object.has(field)) {
                object.fail(field, "has no meaning for " + std::string(kind == "reader" ? "a reader" : "an extractor") + "; leave it out");
            }
        }
    }

    static void check_types(const JsonObject& object, const Manifest& manifest) {
        for (auto one = manifest.produces.begin(); one != manifest.produces.end(); ++one) {
            for (auto other = manifest.produces.begin(); other != one; ++other) {
                const TypeDeclaration &a = one->type, &b = other->type;
                if (a.name == b.name || (!a.silent() && !b.silent() && (a.collection == b.collection || a.id_prefix == b.id_prefix))) {
                    object.fail("produces", "declares the type '" + a.name + "' with a name, collection or id_prefix that it has given already");
                }
            }
            if (std::find(manifest.contributes.begin(), manifest.contributes.end(), one->type.name) != manifest.contributes.end()) {
                object.fail("contributes", "names '" + one->type.name + "', which the plugin produces itself; leave it out");
            }
        }
        for (const auto& [field, ids] : {std::pair{"needs", &manifest.needs}, std::pair{"after", &manifest.after}}) {
            if (std::find(ids->begin(), ids->end(), manifest.id) != ids->end()) {
                object.fail(field, "names the plugin itself; leave it out");
            }
        }
    }

    const JsonSource& source_;
};

}  // namespace

Manifest parse_manifest(std::string_view json, const std::filesystem::path& path) {
    return ManifestParser(JsonSource(path, json)).parse();
}

}  // namespace dateline::plugin
