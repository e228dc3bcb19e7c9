#include "stream.h"

#include <algorithm>

#include "unpack.h"

namespace warc {
namespace {

constexpr std::size_t step = std::size_t{64} << 10;

// Pages shrink to a tenth; what shrinks to less than a hundredth is a bomb.
constexpr std::uint64_t most_growth = 100, always_allowed = std::uint64_t{16} << 20;

}  // namespace

Stream::Stream(std::string_view file) : file_(file), most_(file.size() * most_growth + always_allowed) {
    if (is_gzip(file)) {
        unpacker_ = std::make_unique<Unpacker>(file, Unpacker::gzip);
        file_ = {};
    }
}

Stream::~Stream() = default;

std::string_view Stream::peek(std::size_t count) {
    while (ready() < count && unpacker_ != nullptr) unpack_more();
    return file_.substr(at_, count);
}

bool Stream::skip(std::uint64_t count) {
    if (unpacker_ == nullptr && count > ready()) return false;
    while (count > 0) {
        const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(count, step));
        const std::size_t there = peek(part).size();
        at_ += there;
        position_ += there;
        count -= there;
        if (there < part) return false;
    }
    return true;
}

void Stream::unpack_more() {
    if (at_ > step && at_ > unpacked_.size() / 2) {
        unpacked_.erase(0, at_);
        at_ = 0;
    }
    const std::size_t before = unpacked_.size();
    if (!unpacker_->more(step, unpacked_)) {
        problem_ = unpacker_->problem();
        unpacker_.reset();
    }
    total_ += unpacked_.size() - before;
    if (unpacker_ != nullptr && total_ > most_) {
        problem_ = "a limit is exceeded: unpacked it has more than " + std::to_string(most_growth) + " times its bytes";
        unpacker_.reset();
    }
    file_ = unpacked_;
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

std::string unpacked_head(std::string_view first_kib) {
    constexpr std::size_t enough = 64;
    std::string head;
    Unpacker(first_kib, Unpacker::gzip).more(enough, head);
    return head;
}

}  // namespace warc
