// Text that is no news gives few marks and no absurd ones: program text, tables, forms, poems, logs, recipes, Chinese.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {
namespace {

class OtherTexts : public testing::TestWithParam<std::filesystem::path> {};

std::vector<std::filesystem::path> texts() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(SOURCE_FOLDER "/tests/pipeline/other")) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

TEST_P(OtherTexts, HaveHardlyAMark) {
    Options options;
    options.search.built_in = BUILD_FOLDER "/lib/dateline/plugins";
    options.weights = BUILD_FOLDER "/lib/dateline/weights/weights";
    const Engine engine(options);
    Worker worker(engine);
    std::ifstream file(GetParam(), std::ios::binary);
    worker.process(std::string(std::istreambuf_iterator<char>(file), {}), GetParam().filename().string());
    std::string record;
    worker.write(record);
    std::vector<std::string> marks;
    const nlohmann::json parsed = nlohmann::json::parse(record);
    for (const auto& [collection, entities] : parsed.at("entities").items()) {
        for (const nlohmann::json& entity : entities) {
            for (const nlohmann::json& mention : entity.at("mentions")) marks.push_back(mention.at("text"));
        }
    }
    EXPECT_LE(marks.size(), 1u) << testing::PrintToString(marks);
}

INSTANTIATE_TEST_SUITE_P(NoNews, OtherTexts, testing::ValuesIn(texts()), [](const auto& given) {
    std::string name = given.param.stem().string();
    std::erase(name, '-');
    return name;
});

}  // namespace
}  // namespace dateline::pipeline
