#include "tests/library/sample.h"

#include <cstdio>
#include <numeric>

namespace dateline {
namespace {

// A member of an archive in the ustar format.
std::string member(const std::string& name, const std::string& content) {
    std::string header(512, '\0');
    const auto put = [&header](std::size_t at, const std::string& field) { header.replace(at, field.size(), field); };
    char size[12];
    std::snprintf(size, sizeof size, "%011zo", content.size());
    put(0, name);
    put(100, "0000644");
    put(124, size);
    put(136, "00000000000");
    put(148, "        ");
    put(156, "0");
    put(257, std::string("ustar\00000", 8));
    char sum[8];
    std::snprintf(sum, sizeof sum, "%06o", std::accumulate(header.begin(), header.end(), 0u, [](unsigned total, char byte) {
                      return total + static_cast<unsigned char>(byte);
                  }));
    put(148, std::string(sum, 7) + " ");
    return header + content + std::string((512 - content.size() % 512) % 512, '\0');
}

}  // namespace

std::string archive() { return member("first.txt", "Li Na spoke.") + member("second.txt", "Park Seo-jun listened.") + std::string(1024, '\0'); }

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    for (int c = pipe == nullptr ? EOF : std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        output += static_cast<char>(c);
    }
    if (pipe != nullptr) pclose(pipe);
    return output;
}

}  // namespace dateline
