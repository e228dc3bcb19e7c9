/// dateline/error.hpp: the exception of both C++ headers.
#ifndef DATELINE_ERROR_HPP
#define DATELINE_ERROR_HPP

#include <stdexcept>

namespace dateline {

/// Something that cannot go on, with a sentence for people: what plugin.hpp wants a plugin to throw, and what dateline.hpp throws.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace dateline

#endif
