#include "core/evaluate/example_differences.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "core/text/nearest.h"

namespace dateline::evaluate {
namespace {

using nlohmann::json;
using Kind = Difference::Kind;
using Values = std::vector<std::optional<std::string>>;  // nothing: null

std::string place_of(const ExpectedMention& mention, const Example& example) {
    return example.file.string() + ":" + std::to_string(mention.line) + ":" + std::to_string(mention.column) + ": ";
}

template <class Declarations>
void check_name(const ExpectedMention& mention, const Example& example, std::string_view owner, std::string_view what, const std::string& name, const Declarations& there) {
    std::vector<std::string_view> names;
    for (const auto& one : there) {
        names.push_back(one.name);
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        throw ExampleError(place_of(mention, example) + std::string(owner) + " " + std::string(what) + " '" + name + "'" + text::did_you_mean(name, names));
    }
}

std::vector<FactDeclaration> facts_of(const TypeDeclaration& type, const Types& types) {
    std::vector<FactDeclaration> facts;
    std::transform(type.facts.begin(), type.facts.end(), std::back_inserter(facts), [&](std::uint32_t fact) { return types.facts[fact]; });
    return facts;
}

// A value as examples write it.
std::string written(const std::string& value) {
    const bool plain = !value.empty() && value != "null" && value.find_first_of(" \t\n;)\"\\") == std::string::npos;
    if (plain) {
        return value;
    }
    std::string quoted = "\"";
    for (const char c : value) {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
    }
    return quoted + '"';
}

std::string written(const Values& values) {
    std::string out;
    for (const auto& value : values) {
        out.append(out.empty() ? "" : " ").append(value ? written(*value) : "null");
    }
    return out.empty() ? "null" : out;
}

std::string written(const std::vector<ExpectedValue>& fields) {
    std::string out;
    for (const ExpectedValue& field : fields) {
        out.append(out.empty() ? "" : " ").append(field.name).append("=").append(field.value ? written(*field.value) : "null");
    }
    return out;
}

bool is_among(const std::vector<ExpectedValue>& values, const std::string& name) {
    return std::any_of(values.begin(), values.end(), [&](const ExpectedValue& one) { return one.name == name; });
}

bool equal(const std::optional<std::string>& expected, const std::optional<std::string>& got, dateline_value_kind kind) {
    if (kind == DATELINE_VALUE_NUMBER && expected && got) {
        double a = 0, b = 0;
        const auto read = [](const std::string& text, double& number) {
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            return error == std::errc() && end == text.data() + text.size();
        };
        return read(*expected, a) && read(*got, b) && a == b;
    }
    return expected == got;
}

class Comparison {
public:
    Comparison(const Example& example, std::string_view record, const Types& types, std::string_view plugin)
        : example_(example), types_(types), plugin_(plugin), record_(json::parse(record, nullptr, false)) {
        if (!record_.is_object() || !record_.contains("entities")) {
            throw std::runtime_error("what is to be compared with an example is no record");
        }
    }

    std::vector<Difference> run() {
        add_failures();
        collect();
        for (const ExpectedMention& mention : example_.mentions) {
            compare(mention);
        }
        add_unexpected();
        std::stable_sort(differences_.begin(), differences_.end(), [](const Difference& a, const Difference& b) { return a.start < b.start; });
        return std::move(differences_);
    }

private:
    struct Found {
        const TypeDeclaration* type;
        const json* entity;
        const json* mention;
        bool expected = false;
    };

    void add(Kind kind, std::uint64_t start, std::uint64_t end, std::string what, std::string expected = {}, std::string got = {}) {
        differences_.push_back({kind, start, end, std::move(what), std::move(expected), std::move(got)});
    }

    void add_failures() {
        for (const json& diagnostic : record_["diagnostics"]) {
            const bool concerns = diagnostic["severity"] == "error" || (diagnostic["plugin"] == plugin_ && diagnostic["severity"] != "info");
            if (concerns) {
                add(Kind::failed, 0, 0, diagnostic["message"].get<std::string>());
            }
        }
    }

    void collect() {
        for (const TypeDeclaration& type : types_.types) {
            if (type.silent()) {
                continue;
            }
            for (const json& entity : record_["entities"][type.collection]) {
                for (const json& mention : entity["mentions"]) {
                    found_.push_back({&type, &entity, &mention});
                }
            }
        }
    }

    bool is_own(const json& statement, const TypeDeclaration& type) const {
        return type.owner == plugin_ || statement["rule"].get_ref<const std::string&>().starts_with(std::string(plugin_) + "/");
    }

    void compare(const ExpectedMention& expected) {
        const auto found = std::find_if(found_.begin(), found_.end(), [&](const Found& one) {
            return one.type->name == expected.type && (*one.mention)["start"] == expected.start && (*one.mention)["end"] == expected.end;
        });
        if (found == found_.end()) {
            add(Kind::missing, expected.start, expected.end, expected.type);
            return;
        }
        found->expected = true;
        for (const FieldDeclaration& attribute : found->type->attributes) {
            compare(expected, expected.type + "." + attribute.name, attribute, expected.attributes, attribute.on_mention ? *found->mention : *found->entity);
        }
        for (const ExpectedFact& fact : expected.facts) {
            compare(expected, fact, *found);
        }
    }

    void compare(const ExpectedMention& mention, const std::string& what, const FieldDeclaration& field, const std::vector<ExpectedValue>& expected, const json& object) {
        const Values wanted = values_of(field, expected);
        if (is_among(expected, field.name) && !agrees(field, wanted, object)) {
            add(Kind::wrong, mention.start, mention.end, what, written(wanted), written(values_in(object, field)));
        }
    }

    void compare(const ExpectedMention& mention, const ExpectedFact& expected, const Found& found) {
        const FactDeclaration& declared = declaration_of(*found.type, expected.name);
        const json& there = (*found.entity)[declared.collection];
        const auto fits = [&](const json& fact) {
            return std::all_of(declared.fields.begin(), declared.fields.end(), [&](const FieldDeclaration& field) {
                return !is_among(expected.fields, field.name) || agrees(field, values_of(field, expected.fields), fact);
            });
        };
        const auto fact = std::find_if(there.begin(), there.end(), fits);
        if (fact != there.end()) {
            stated_.insert(&*fact);
        } else {
            add(Kind::missing, mention.start, mention.end, mention.type + ": " + expected.name, written(expected.fields));
        }
    }

    const FactDeclaration& declaration_of(const TypeDeclaration& type, const std::string& name) const {
        return types_.facts[*std::find_if(type.facts.begin(), type.facts.end(), [&](std::uint32_t fact) { return types_.facts[fact].name == name; })];
    }

    void add_unexpected() {
        std::set<const json*> seen;
        for (const Found& found : found_) {
            const auto start = (*found.mention)["start"].get<std::uint64_t>(), end = (*found.mention)["end"].get<std::uint64_t>();
            if (!found.expected && is_own(*found.mention, *found.type)) {
                add(Kind::unexpected, start, end, found.type->name, {}, (*found.mention)["rule"].get<std::string>());
            }
            if (found.expected && seen.insert(found.entity).second) {
                add_unexpected_facts(found);
            }
        }
    }

    void add_unexpected_facts(const Found& found) {
        for (const std::uint32_t index : found.type->facts) {
            const FactDeclaration& declared = types_.facts[index];
            for (const json& fact : (*found.entity)[declared.collection]) {
                if (is_own(fact, *found.type) && !stated_.contains(&fact)) {
                    std::string got;
                    for (const FieldDeclaration& field : declared.fields) {
                        got.append(got.empty() ? "" : " ").append(field.name).append("=").append(written(values_in(fact, field)));
                    }
                    add(Kind::unexpected, fact["start"].get<std::uint64_t>(), fact["end"].get<std::uint64_t>(), found.type->name + ": " + declared.name, {}, got);
                }
            }
        }
    }

    static Values values_of(const FieldDeclaration& field, const std::vector<ExpectedValue>& expected) {
        Values values;
        for (const ExpectedValue& one : expected) {
            if (one.name == field.name && (one.value || !field.list)) {
                values.push_back(one.value);
            }
        }
        return values;
    }

    // As people write them: of what is referred to, the name.
    Values values_in(const json& object, const FieldDeclaration& field) const {
        const json& value = object.at(field.name);
        Values values;
        if (!value.is_array()) {
            return {word_of(value, field)};
        }
        for (const json& one : value) {
            values.push_back(word_of(one, field));
        }
        return values;
    }

    std::optional<std::string> word_of(const json& value, const FieldDeclaration& field) const {
        if (!value.is_string()) {
            return value.is_null() ? std::nullopt : std::optional(value.dump());
        }
        const auto word = value.get<std::string>();
        const bool is_id = !field.reference.empty() && std::find(field.values.begin(), field.values.end(), word) == field.values.end();
        return is_id ? name_of(word) : word;
    }

    std::string name_of(const std::string& id) const {
        for (const auto& [collection, entities] : record_["entities"].items()) {
            for (const json& entity : entities) {
                if (entity["id"] == id) {
                    return entity.contains("name") ? entity["name"].get<std::string>() : entity["mentions"][0]["text"].get<std::string>();
                }
            }
        }
        return id;
    }

    bool agrees(const FieldDeclaration& field, Values wanted, const json& object) const {
        Values got = values_in(object, field);
        if (field.list) {
            std::sort(wanted.begin(), wanted.end());
            std::sort(got.begin(), got.end());
        }
        return std::equal(wanted.begin(), wanted.end(), got.begin(), got.end(), [&](const auto& a, const auto& b) { return equal(a, b, field.kind); });
    }

    const Example& example_;
    const Types& types_;
    std::string_view plugin_;
    const json record_;
    std::vector<Found> found_;
    std::set<const json*> stated_;  // facts that a mark expects
    std::vector<Difference> differences_;
};

}  // namespace

void check_names(const Example& example, const Types& types) {
    for (const ExpectedMention& mention : example.mentions) {
        check_name(mention, example, "no loaded plugin has the", "type", mention.type, types.types);
        const TypeDeclaration& type = types.types[types.find(mention.type)];
        const std::string owner = "the type '" + type.name + "'";
        if (type.silent()) {
            throw ExampleError(place_of(mention, example) + owner + " is not written into records, so that no example can have it; take the mark out");
        }
        for (const ExpectedValue& value : mention.attributes) {
            check_name(mention, example, owner + " has no", "attribute", value.name, type.attributes);
        }
        const std::vector<FactDeclaration> facts = facts_of(type, types);
        for (const ExpectedFact& fact : mention.facts) {
            check_name(mention, example, owner + " has no", "fact", fact.name, facts);
            const auto declared = std::find_if(facts.begin(), facts.end(), [&](const FactDeclaration& one) { return one.name == fact.name; });
            for (const ExpectedValue& value : fact.fields) {
                check_name(mention, example, "the fact '" + fact.name + "' has no", "field", value.name, declared->fields);
            }
        }
    }
}

std::vector<Difference> differences(const Example& example, std::string_view record, const Types& types, std::string_view plugin) {
    return Comparison(example, record, types, plugin).run();
}

}  // namespace dateline::evaluate
