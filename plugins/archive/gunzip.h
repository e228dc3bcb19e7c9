/// Bytes of gzip unpacked, up to where they are cut off or damaged: libarchive would keep back its last 64 KiB then, which is all of most documents.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::archive_reader {

class Gunzip {
public:
    /// The bytes must outlive it. Throws dateline::Error when there is no memory.
    explicit Gunzip(std::string_view packed);
    ~Gunzip() { inflateEnd(&stream_); }
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;

    /// What comes next, valid until the next call; empty at the end. Of all members, one after another.
    std::string_view next();
    /// Why the end is none; empty when it is.
    const std::string& problem() const { return problem_; }
    /// What stands behind the last member; empty before the end.
    std::string_view rest() const { return ended_ && problem_.empty() ? packed_ : std::string_view(); }

private:
    void end(std::string problem);

    std::string_view packed_;  ///< what is left
    z_stream stream_{};
    std::vector<char> piece_;
    std::string problem_;
    bool ended_ = false;
};

bool is_gzip(std::string_view bytes);

}  // namespace dateline::archive_reader
