// Writes the features of web pages' blocks for training/main_text.py, by the code that the reader runs.
//   html_features PREFIX SCORES|- PAGE …
// PREFIX.names      a feature a line, numbered from 0
// PREFIX.index      the features of all blocks, int32, block after block
// PREFIX.starts     where each block begins in it, int64, and the end
// PREFIX.blocks     a JSON line a page: file, texts of its blocks
// With SCORES (int32, hundredths of a logit, a block each) the features are those of the second look.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "plugins/html/page.h"
#include "plugins/html/scored.h"

namespace {

class Numbers : public html::FeatureSink {
public:
    void add(std::string_view name) override {
        const auto [at, is_new] = numbers_.emplace(name, static_cast<std::int32_t>(numbers_.size()));
        if (is_new) names.push_back(at->first);
        index.push_back(at->second);
    }
    std::vector<std::string> names;
    std::vector<std::int32_t> index;

private:
    std::unordered_map<std::string, std::int32_t> numbers_;
};

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <class Number>
void write(const std::string& path, const std::vector<Number>& numbers) {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

std::vector<std::int32_t> read_scores(const std::string& path) {
    const std::string bytes = read(path);
    std::vector<std::int32_t> scores(bytes.size() / sizeof(std::int32_t));
    std::copy_n(bytes.data(), scores.size() * sizeof(std::int32_t), reinterpret_cast<char*>(scores.data()));
    return scores;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::fprintf(stderr, "html_features PREFIX SCORES|- PAGE …\n");
        return 2;
    }
    const std::string prefix = arguments[1];
    const bool second = std::string(arguments[2]) != "-";
    const std::vector<std::int32_t> scores = second ? read_scores(arguments[2]) : std::vector<std::int32_t>();
    Numbers numbers;
    std::vector<std::int64_t> starts;
    std::ofstream blocks(prefix + ".blocks");
    for (int i = 3; i < count; ++i) {
        const html::Page page(read(arguments[i]), {});
        const html::Layout layout(page.blocks);
        const html::Hints hints = page.hints();
        html::Features features(page.blocks, layout, hints);
        const auto first = scores.begin() + static_cast<std::ptrdiff_t>(second ? starts.size() : 0);
        const std::vector<std::int32_t> its(first, first + static_cast<std::ptrdiff_t>(second ? page.blocks.blocks.size() : 0));
        html::ScoredFeatures scored(page.blocks, layout, second ? its : std::vector<std::int32_t>(page.blocks.blocks.size()));
        nlohmann::json texts = nlohmann::json::array();
        for (std::uint32_t block = 0; block < page.blocks.blocks.size(); ++block) {
            starts.push_back(static_cast<std::int64_t>(numbers.index.size()));
            second ? scored.of(block, numbers) : features.of(block, numbers);
            texts.push_back(page.blocks.blocks[block].text);
        }
        blocks << nlohmann::json{{"file", arguments[i]}, {"texts", texts}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    }
    starts.push_back(static_cast<std::int64_t>(numbers.index.size()));
    write(prefix + ".index", numbers.index);
    write(prefix + ".starts", starts);
    std::ofstream names(prefix + ".names");
    for (const std::string& name : numbers.names) names << name << "\n";
}
