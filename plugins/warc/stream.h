/// A file from front to back, unpacked on the way when it is gzip.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace warc {

class Unpacker;

class Stream {
public:
    /// The file must outlive it.
    explicit Stream(std::string_view file);
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// What comes next: `count` bytes, or all when there are fewer. Valid until the next call.
    std::string_view peek(std::size_t count);
    /// Goes on by `count` bytes; false when the file ends before: then to its end, or not at all where that is known at once.
    bool skip(std::uint64_t count);

    /// Where it is, in bytes of the unpacked file.
    std::uint64_t position() const { return position_; }
    /// Why there is no more, when the file's end is not its own: "it ends inside of a compressed part". Empty when it is.
    const std::string& problem() const { return problem_; }

private:
    std::size_t ready() const { return file_.size() - at_; }
    void unpack_more();

    std::string_view file_;  // what has been unpacked: the file itself, or a part of it
    std::size_t at_ = 0;
    std::uint64_t position_ = 0, total_ = 0, most_;
    std::string unpacked_, problem_;
    std::unique_ptr<Unpacker> unpacker_;  // none: the file is not packed, or all of it has been unpacked
};

bool is_gzip(std::string_view bytes);

/// The first bytes of the file, unpacked: enough to see what it is.
std::string unpacked_head(std::string_view first_kib);

}  // namespace warc
