/// Which decided names are other names of one person.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "namesakes.h"

namespace dateline::people {

class Links {
public:
    Links(const Document& document, const Words& words, const Reasons& reasons, const std::vector<Part>& parts, const std::vector<Span>& spans)
        : document_(document), words_(words), reasons_(reasons), parts_(parts), spans_(spans) {}

    /// A link for each shorter name of `decided` (indexes of accepted spans, in text order), unless two people could bear it.
    void add(std::vector<std::uint32_t>& decided, Namesakes& namesakes, Output& output);

private:
    /// A name at its first place, and at how many it stands.
    struct Count {
        std::uint32_t span, places;
    };
    /// One who may bear a name: the fullest form, the first place of all forms, and at how many they stand.
    struct Person {
        const Bearer* fullest;
        std::uint32_t first, places;
    };

    const Bearer* bearer(const Span& name, const Namesakes& namesakes) const;
    void gather(const Span& name, const Namesakes::Range& range, Place place, std::vector<Person>& persons) const;
    const Bearer* likeliest(const Span& name, std::vector<Person>& persons) const;
    std::uint32_t places(std::uint32_t span) const;
    bool one_person(const Span& first, const Span& second) const;
    void add(const Span& name, const Span& fuller, Place place, Output& output) const;
    void add_everyday_names(const std::vector<std::uint32_t>& decided, const Namesakes& namesakes, Output& output) const;
    const Span* only_bearer(std::uint64_t given, const std::vector<std::pair<std::uint64_t, const Span*>>& bearers) const;
    std::uint64_t key(const Span& name) const;
    std::uint64_t hash(const Span& name) const;
    std::uint64_t sound(const Span& name) const;
    std::uint64_t full_given(std::uint32_t token) const;
    void add_spellings(const std::vector<std::uint32_t>& decided, Output& output) const;
    void keep_first_of_each(std::vector<std::uint32_t>& decided);

    const Document& document_;
    const Words& words_;
    const Reasons& reasons_;
    const std::vector<Part>& parts_;
    const std::vector<Span>& spans_;
    std::vector<Count> counts_;  // by span
};

}  // namespace dateline::people
