#include "core/plugin/json_object.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/text/nearest.h"

namespace dateline::plugin {

using Json = nlohmann::json;

JsonObject::JsonObject(const Json& json, std::string place, const JsonSource& source, std::initializer_list<std::string_view> known)
    : json_(json), place_(std::move(place)), source_(source) {
    if (!json_.is_object()) {
        source_.fail(place_, "must be an object, { … }");
    }
    check_fields(known);
}

void JsonObject::check_fields(std::initializer_list<std::string_view> known) const {
    for (const auto& [key, unused] : json_.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            fail(key, "is no field of a manifest" + text::did_you_mean(key, known));
        }
    }
}

bool JsonObject::has(std::string_view name) const {
    return find(name) != nullptr;
}

const Json* JsonObject::find(std::string_view name) const {
    const auto found = json_.find(std::string(name));
    return found == json_.end() ? nullptr : &*found;
}

const Json& JsonObject::value(std::string_view name) const {
    const Json* found = find(name);
    if (found == nullptr) {
        fail(name, "is missing; add it");
    }
    return *found;
}

std::string JsonObject::string(std::string_view name, std::string_view otherwise) const {
    const Json* value = find(name);
    if (value == nullptr) {
        return std::string(otherwise);
    }
    if (!value->is_string()) {
        fail(name, "must be a string");
    }
    return value->get<std::string>();
}

bool JsonObject::boolean(std::string_view name, bool otherwise) const {
    const Json* value = find(name);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_boolean()) {
        fail(name, "must be true or false");
    }
    return value->get<bool>();
}

std::int64_t JsonObject::integer(std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t greatest) const {
    const Json* value = find(name);
    if (value == nullptr) {
        return otherwise;
    }
    // Above the range of int64 the parser makes an unsigned number.
    const bool fits = value->is_number_unsigned() ? value->get<std::uint64_t>() <= static_cast<std::uint64_t>(greatest)
                                                  : value->is_number_integer() && value->get<std::int64_t>() <= greatest;
    if (!fits || value->get<std::int64_t>() < least) {
        fail(name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
    }
    return value->get<std::int64_t>();
}

std::vector<const Json*> JsonObject::elements(std::string_view name) const {
    std::vector<const Json*> result;
    if (const Json* value = find(name)) {
        if (!value->is_array()) {
            fail(name, "must be an array, [ … ]");
        }
        for (const Json& element : *value) {
            result.push_back(&element);
        }
    }
    return result;
}

std::vector<std::string> JsonObject::strings(std::string_view name) const {
    std::vector<std::string> result;
    for (const Json* element : elements(name)) {
        if (!element->is_string() || element->get_ref<const std::string&>().empty()) {
            fail(name, "must be an array of strings that are not empty");
        }
        const auto& string = element->get_ref<const std::string&>();
        if (std::find(result.begin(), result.end(), string) != result.end()) {
            fail(name, "names '" + string + "' twice; once is enough");
        }
        result.push_back(string);
    }
    return result;
}

std::string JsonObject::place(std::string_view name) const {
    return (place_.empty() ? "" : place_ + ".") + std::string(name);
}

std::string JsonObject::place(std::string_view name, std::size_t index) const {
    return place(name) + "[" + std::to_string(index) + "]";
}

std::string JsonObject::needed_string(std::string_view name) const {
    std::string value = string(name);
    if (value.empty()) {
        fail(name, has(name) ? "must not be empty" : "is missing; add it");
    }
    return value;
}

std::string JsonObject::name(std::string_view name) const {
    std::string value = needed_string(name);
    if (!is_name(value)) {
        fail(name, "must be of small letters, digits, '-' and '_', begin with a letter and have at most 64 of them");
    }
    return value;
}

void JsonObject::fail(std::string_view name, std::string_view what) const {
    source_.fail(place(name), what);
}

bool is_name(std::string_view text) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && text.size() <= 64 && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

}  // namespace dateline::plugin
