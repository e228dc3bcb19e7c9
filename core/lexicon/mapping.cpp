#include "core/lexicon/mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace dateline::lexicon {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::runtime_error(std::string(what) + " (" + std::generic_category().message(errno) + ")");
}

}  // namespace

Mapping::Mapping(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail("cannot be opened");
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        size_ = static_cast<std::size_t>(status.st_size);
        data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    const int error = errno;
    ::close(descriptor);
    if (data_ == MAP_FAILED) {
        errno = error;
        fail("cannot be mapped into memory");
    }
}

Mapping::~Mapping() {
    if (size_ > 0) ::munmap(data_, size_);
}

}  // namespace dateline::lexicon
