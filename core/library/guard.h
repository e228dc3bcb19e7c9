/// Where exceptions end, and become the sentence of dateline_last_error().
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline::library {

/// A call that is wrong: which function, what, and what to do.
struct Misuse : std::logic_error {
    using std::logic_error::logic_error;
};

/// This thread's sentence, of which what is longer than 2 KiB is cut off. None of these throws.
void clear_error() noexcept;
void set_error(std::string_view sentence) noexcept;
const char* last_error() noexcept;

/// Throws Misuse when `pointer` is null: "FUNCTION: the WHAT is null".
void need(const void* pointer, const char* function, const char* what);

/// What `body` gives, or `otherwise` when it throws.
template <class Value, class Body>
Value guarded(Value otherwise, Body&& body) noexcept {
    clear_error();
    try {
        return body();
    } catch (const std::bad_alloc&) {
        set_error("there is not enough memory");
    } catch (const std::exception& error) {
        set_error(error.what());
    } catch (...) {
        set_error("an exception that is no std::exception");
    }
    return otherwise;
}

}  // namespace dateline::library
