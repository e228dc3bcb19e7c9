/// Structs that a plugin fills in: of another size than ours when it was built with another plugin.h.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/text/interface.h"
#include "dateline/plugin.h"

namespace dateline::plugin {

/// Copies what the peer's struct and ours have in common over the defaults that `copy` holds. False, with nothing copied, when there is no struct
/// or it is smaller than `least`, the bytes that one cannot do without.
template <class Struct>
bool take(const Struct* given, std::size_t least, Struct& copy) {
    if (given == nullptr) {
        return false;
    }
    std::uint32_t size = 0;
    std::memcpy(&size, given, sizeof size);
    if (size < least) {
        return false;
    }
    if (size >= sizeof copy) {
        std::memcpy(&copy, given, sizeof copy);
    } else {
        std::memcpy(&copy, given, size);
    }
    return true;
}

/// The same for an element of an array whose elements are `step` bytes long. Precondition: the array has the element.
/// A copy of a size that the compiler knows is a few moves, so the usual case has a branch of its own.
template <class Element>
void take_element(const Element* first, std::uint64_t index, std::uint64_t step, Element& copy) {
    const char* element = reinterpret_cast<const char*>(first) + index * step;
    if (step >= sizeof copy) {
        std::memcpy(&copy, element, sizeof copy);
    } else {
        std::memcpy(&copy, element, step);
    }
}

using text::borrow;
using text::view;

/// A message from a plugin as valid UTF-8 of at most 1000 bytes: what comes after is cut off.
std::string_view message_of(dateline_string string);

/// Whether a plugin's string can be kept: there, at most `limit` bytes, valid UTF-8 without NUL.
bool is_text(dateline_string string, std::size_t limit);

}  // namespace dateline::plugin
