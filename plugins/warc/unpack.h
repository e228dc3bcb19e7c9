/// Compressed bytes unpacked, as much as is wanted.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace warc {

class Unpacker {
public:
    enum Format { gzip, deflate, brotli };
    /// The bytes must outlive it.
    Unpacker(std::string_view packed, Format format);
    ~Unpacker();
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    /// Appends up to `count` bytes; false when there are no more behind these. Of gzip all members, one after another.
    bool more(std::size_t count, std::string& out);
    /// Why there are no more, from "it" on; empty at the end.
    const std::string& problem() const { return problem_; }

private:
    struct Decoder;
    struct Zlib;
    struct Brotli;

    std::unique_ptr<Decoder> decoder_;
    std::string problem_;
};

}  // namespace warc
