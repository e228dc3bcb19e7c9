// Drives a fuzz target without libFuzzer: the files of the folders that are named, each also with a few bytes changed, always the same way.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int changes_per_file = 50;

void run(const std::string& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); }

std::string changed(std::string input, std::mt19937& random) {
    for (std::uint32_t left = 1 + random() % 4; left > 0 && !input.empty(); --left) {
        const std::size_t at = random() % input.size();
        switch (random() % 3) {
            case 0: input[at] = static_cast<char>(random() % 256); break;
            case 1: input.erase(at, 1 + random() % 8); break;
            default: input.insert(at, input.substr(random() % input.size(), 1 + random() % 16));
        }
    }
    return input;
}

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    return bytes.substr(0, 4096);
}

}  // namespace

int main(int argc, char** argv) {
    std::mt19937 random(1);
    std::vector<std::string> inputs = {"", std::string(64, '\0'), std::string(4096, '(')};
    for (int i = 1; i < argc; ++i) {
        if (!std::filesystem::is_directory(argv[i])) {
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            if (entry.is_regular_file()) inputs.push_back(content(entry.path()));
        }
    }
    for (const std::string& input : inputs) {
        run(input);
        for (int i = 0; i < changes_per_file; ++i) {
            run(changed(input, random));
        }
    }
    std::printf("%zu inputs\n", inputs.size() * (1 + changes_per_file));
}
