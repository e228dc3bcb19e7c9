/// Copies of what the host passes to a plugin, as a View wants them.
#pragma once

#include <cstring>
#include <deque>

#include "core/check/shim.h"

namespace dateline::check {

/// Everything that one call is given. Ends with the call.
class Shown {
public:
    explicit Shown(const View& view) : view_(view) {}
    ~Shown();
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;

    const dateline_document* document(const dateline_document& given);
    const dateline_input* input(const dateline_input& given);
    dateline_string string(dateline_string given, const char* what);
    /// A struct of the interface that begins with its size.
    template <class Struct>
    const Struct* structure(const Struct& given, const char* what);
    /// When all that the call is given is there.
    void seal();

private:
    static constexpr int garbage = 0xA5;

    template <class Element>
    void array(const Element*& elements, std::uint64_t count, std::uint64_t& size, const char* what);
    template <class Element>
    void array_with_values(const Element*& elements, std::uint64_t count, std::uint64_t& size, const char* what);
    char* room(std::size_t size, const char* what);

    const View view_;
    std::deque<Pages> pages_;
};

template <class Struct>
const Struct* Shown::structure(const Struct& given, const char* what) {
    const std::size_t size = sizeof given + view_.larger;
    char* copy = room(size, what);
    std::memset(copy, garbage, size);
    std::memcpy(copy, &given, sizeof given);
    const auto said = static_cast<std::uint32_t>(size);
    std::memcpy(copy, &said, sizeof said);
    return reinterpret_cast<const Struct*>(copy);
}

}  // namespace dateline::check
