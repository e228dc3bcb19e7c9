#include "core/plugin/json_source.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "core/plugin/manifest_error.h"

namespace dateline::plugin {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 8;  // of what a manifest may have fields in

// Tells how far the parser has read, which it does not say itself.
class Reading {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Reading(const char* at, const char*& reached) : at_(at), reached_(&reached) {}
    reference operator*() const { return *at_; }
    Reading& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    Reading operator++(int) {
        const Reading before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Reading& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** reached_;
};

// Notes where each field begins, and each object in an array, while all is parsed.
class Places {
public:
    Places(std::string_view text, std::map<std::string, std::size_t>& places) : text_(text), reached_(text.data()), places_(places) {}

    Json parse() {
        const char* end = text_.data() + text_.size();
        return Json::parse(Reading(text_.data(), reached_), Reading(end, reached_),
                           [this](int depth, Json::parse_event_t event, const Json& parsed) { return note(depth, event, parsed); });
    }

    std::size_t last_read() const { return static_cast<std::size_t>(std::max<std::ptrdiff_t>(reached_ - text_.data() - 1, 0)); }
    const std::string& twice() const { return twice_; }

private:
    struct Container {
        std::string place, key;
        bool is_array = false;
        std::size_t count = 0;
    };

    bool note(int depth, Json::parse_event_t event, const Json& parsed) {
        using Event = Json::parse_event_t;
        const auto level = static_cast<std::size_t>(depth);
        if (depth > deepest) return true;
        if (event == Event::object_start || event == Event::array_start) {
            containers_[level] = {depth == 0 ? "" : next(containers_[level - 1]), "", event == Event::array_start};
            places_.emplace(containers_[level].place, last_read());
        } else if (event == Event::value && depth > 0) {
            ++containers_[level - 1].count;
        } else if (event == Event::key) {
            containers_[level - 1].key = parsed.get<std::string>();
            note_key(next(containers_[level - 1]));
        }
        return true;
    }

    static std::string next(Container& in) {
        return in.is_array ? in.place + "[" + std::to_string(in.count++) + "]" : in.place + (in.place.empty() ? "" : ".") + in.key;
    }

    // The parser has read up to the second quotation mark.
    void note_key(const std::string& place) {
        const bool is_first = places_.emplace(place, text_.rfind('"', last_read() - 1)).second;
        if (!is_first && twice_.empty()) twice_ = place;
    }

    std::string_view text_;
    const char* reached_;
    std::map<std::string, std::size_t>& places_;
    std::array<Container, deepest + 1> containers_;
    std::string twice_;
};

lexicon::Source source_of(const std::filesystem::path& path, std::string_view text) {
    try {
        return {path.string(), std::string(text)};
    } catch (const lexicon::BuildError& error) {
        throw ManifestError(error.what());
    }
}

// "[json.exception.parse_error.101] parse error at line 1, column 2: …" in our words. Where it expects an end, a comma would do as well.
std::string sentence(std::string_view message) {
    const std::size_t begin = message.find("column") == std::string_view::npos ? message.find("] ") : message.find(": ");
    std::string text(begin == std::string_view::npos ? message : message.substr(begin + 2));
    for (const std::string_view end : {"expected '}'", "expected ']'"}) {
        if (text.ends_with(end)) text.insert(text.size() - 3, "',' or ");
    }
    return text;
}

}  // namespace

JsonSource::JsonSource(const std::filesystem::path& path, std::string_view text) : source_(source_of(path, text)) {
    Places places(source_.text(), places_);
    try {
        json_ = places.parse();
    } catch (const Json::exception& error) {
        const std::string what = sentence(error.what());
        const bool is_string = what.find("unexpected string literal") != std::string::npos;
        fail_at(is_string ? source_.text().rfind('"', places.last_read() - 1) : places.last_read(), "it is no valid JSON: " + what);
    }
    if (!places.twice().empty()) fail(places.twice(), "is there twice; leave one out");
}

void JsonSource::fail(const std::string& place, std::string_view what) const {
    const std::string message = "'" + place + "' " + std::string(what);
    std::string shown = place;
    while (!shown.empty() && !places_.contains(shown)) {
        const std::size_t outer = shown.find_last_of(".[");
        shown.resize(outer == std::string::npos ? 0 : outer);
    }
    if (shown.empty()) throw ManifestError(source_.name() + ": " + message);
    fail_at(places_.at(shown), message);
}

void JsonSource::fail_at(std::size_t at, const std::string& message) const {
    try {
        source_.fail(at, message);
    } catch (const lexicon::BuildError& error) {
        throw ManifestError(error.what());
    }
}

}  // namespace dateline::plugin
