#include "unpack.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "dateline/plugin.hpp"

namespace warc {
namespace {

using dateline::Error;

enum class State { more, end, broken, cut };

// What is called deflate has a header by the standard, and none by many servers.
bool has_zlib_header(std::string_view bytes) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])); };
    return bytes.size() > 1 && (byte(0) & 0x0F) == Z_DEFLATED && (byte(0) << 8 | byte(1)) % 31 == 0;
}

}  // namespace

// Unpacks into [out, out + room); `used` tells how much.
struct Unpacker::Decoder {
    virtual ~Decoder() = default;
    virtual State step(char* out, std::size_t room, std::size_t& used) = 0;
};

struct Unpacker::Zlib : Decoder {
    Zlib(std::string_view packed, bool is_gzip) : rest(packed) {
        if (inflateInit2(&stream, is_gzip ? MAX_WBITS + 16 : has_zlib_header(packed) ? MAX_WBITS : -MAX_WBITS) != Z_OK) {
            throw Error("there is not enough memory to unpack it");
        }
    }
    ~Zlib() override { inflateEnd(&stream); }

    State step(char* out, std::size_t room, std::size_t& used) override {
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
        stream.avail_in = static_cast<uInt>(std::min(rest.size(), most));
        stream.next_out = reinterpret_cast<Bytef*>(out);
        stream.avail_out = static_cast<uInt>(std::min(room, most));
        const uInt in = stream.avail_in, before = stream.avail_out;
        const int result = inflate(&stream, Z_NO_FLUSH);
        used = before - stream.avail_out;
        rest.remove_prefix(in - stream.avail_in);
        if (result == Z_STREAM_END) return next_member();
        if (result != Z_OK && result != Z_BUF_ERROR) return State::broken;
        return used == 0 && rest.empty() ? State::cut : State::more;
    }

    // Filling behind the last member is no part of the file.
    State next_member() {
        if (!rest.starts_with("\x1F\x8B")) return State::end;
        return inflateReset(&stream) == Z_OK ? State::more : State::broken;
    }

    z_stream stream{};
    std::string_view rest;
};

struct Unpacker::Brotli : Decoder {
    explicit Brotli(std::string_view packed) : rest(packed), decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
        if (decoder == nullptr) throw Error("there is not enough memory to unpack it");
    }
    ~Brotli() override { BrotliDecoderDestroyInstance(decoder); }

    State step(char* out, std::size_t room, std::size_t& used) override {
        std::size_t in = rest.size(), left = room;
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(rest.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(out);
        const BrotliDecoderResult result = BrotliDecoderDecompressStream(decoder, &in, &next_in, &left, &next_out, nullptr);
        rest.remove_prefix(rest.size() - in);
        used = room - left;
        if (result == BROTLI_DECODER_RESULT_SUCCESS) return State::end;
        if (result == BROTLI_DECODER_RESULT_ERROR) return State::broken;
        return result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? State::cut : State::more;
    }

    std::string_view rest;
    BrotliDecoderState* decoder;
};

Unpacker::Unpacker(std::string_view packed, Format format) {
    if (format == brotli) {
        decoder_ = std::make_unique<Brotli>(packed);
    } else {
        decoder_ = std::make_unique<Zlib>(packed, format == gzip);
    }
}

Unpacker::~Unpacker() = default;

bool Unpacker::more(std::size_t count, std::string& out) {
    const std::size_t end = out.size() + count;
    State state = State::more;
    std::size_t at = out.size();
    out.resize(end);
    while (state == State::more && at < end) {
        std::size_t used = 0;
        state = decoder_->step(out.data() + at, end - at, used);
        at += used;
    }
    out.resize(at);
    if (state == State::broken) problem_ = "it is corrupt: a compressed part cannot be unpacked";
    if (state == State::cut) problem_ = "it is corrupt: it ends inside of a compressed part";
    return state == State::more;
}

}  // namespace warc
