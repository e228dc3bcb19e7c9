/// What an archived answer of a server carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "headers.h"

namespace warc {

struct Payload {
    ContentType type;
    std::string bytes;        ///< without the encodings of its transport; of more than the limit one byte more
    std::string skipped;      ///< what it is instead of a document: "status 404", "image/png"; empty when it is one
    std::string problem;      ///< why its bytes cannot be had at all, from "it" on; empty when they can
    std::string shortcoming;  ///< what is lost of it: "its end is missing"; empty when nothing is
};

/// Of an HTTP response with its head.
Payload payload_of_response(std::string_view response, std::uint64_t limit);

/// Of a file by itself, of the type that the archive says.
Payload payload_of_file(std::string_view bytes, std::string_view content_type, std::uint64_t limit);

}  // namespace warc
