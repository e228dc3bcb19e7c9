#include "core/document/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace dateline {
namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// Looked up once: EVP_sha256() would take OpenSSL's locks for every document. A digest needs nothing of what openssl.cnf sets up,
/// nor the tables of all other algorithms, which make up half of OpenSSL's start.
const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = [] {
        OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS, nullptr);
        return EVP_MD_fetch(nullptr, "SHA256", nullptr);
    }();
    return fetched;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    const bool done = context && algorithm() && EVP_DigestInit_ex(context.get(), algorithm(), nullptr) == 1 &&
                      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                      EVP_DigestFinal_ex(context.get(), digest.data(), &length) == 1;
    if (!done) throw std::runtime_error("OpenSSL cannot compute SHA-256 on this system; check its configuration (openssl list -digest-algorithms)");
    std::string hex;
    hex.reserve(2 * length);
    for (unsigned int i = 0; i < length; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4];
        hex += "0123456789abcdef"[digest[i] & 15];
    }
    return hex;
}

}  // namespace dateline
