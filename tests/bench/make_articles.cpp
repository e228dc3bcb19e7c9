/// make_articles FOLDER COUNT: writes generated articles 0 .. COUNT - 1 into FOLDER, a thousand a folder.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "generator.h"

namespace {

void make(const std::filesystem::path& folder, std::uint64_t count) {
    const dateline::bench::Generator generator(SOURCE_FOLDER "/tests/bench/words.txt");
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::filesystem::path below = folder / std::to_string(i / 1000);
        std::filesystem::create_directories(below);
        std::ofstream file(below / (std::to_string(i) + ".txt"), std::ios::binary);
        file << generator.article(i);
        if (!file.flush()) {
            throw std::runtime_error("an article cannot be written to " + below.string());
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: make_articles FOLDER COUNT\n", stderr);
        return 2;
    }
    try {
        make(argv[1], std::strtoull(argv[2], nullptr, 10));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_articles: %s\n", error.what());
        return 1;
    }
    return 0;
}
