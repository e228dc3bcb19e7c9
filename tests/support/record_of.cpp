#include "tests/support/record_of.h"

#include <map>
#include <memory>
#include <utility>

#include "core/pipeline/pipeline.h"

namespace dateline::test {
namespace {

struct Run {
    explicit Run(const pipeline::Options& options) : engine(options), worker(engine) {}

    pipeline::Engine engine;
    pipeline::Worker worker;
};

pipeline::Worker& worker(const std::vector<std::string>& plugins, Learned learned) {
    static std::map<std::pair<std::vector<std::string>, Learned>, std::unique_ptr<Run>> runs;
    std::unique_ptr<Run>& run = runs[{plugins, learned}];
    if (!run) {
        pipeline::Options options;
        const std::filesystem::path folder = BUILD_FOLDER "/lib/dateline/plugins";
        options.search.named.push_back(folder / "text");
        for (const std::string& name : plugins) {
            options.search.named.push_back(folder / name);
        }
        if (learned == Learned::yes) {
            options.weights = BUILD_FOLDER "/lib/dateline/weights/weights";
        }
        run = std::make_unique<Run>(options);
    }
    return run->worker;
}

}  // namespace

nlohmann::json record_of(std::string_view text, const std::vector<std::string>& plugins, Learned learned) {
    std::string record;
    worker(plugins, learned).process(text, "test.txt");
    worker(plugins, learned).write(record);
    return nlohmann::json::parse(record);
}

std::vector<std::string> mentions(const nlohmann::json& record, std::string_view collection) {
    std::multimap<std::size_t, std::string> found;
    for (const nlohmann::json& entity : record.at("entities").at(std::string(collection))) {
        for (const nlohmann::json& mention : entity.at("mentions")) {
            found.emplace(mention.at("start"), mention.at("text"));
        }
    }
    std::vector<std::string> texts;
    for (auto& [start, text] : found) {
        texts.push_back(std::move(text));
    }
    return texts;
}

nlohmann::json entity(const nlohmann::json& record, std::string_view collection, std::string_view mention) {
    for (const nlohmann::json& entity : record.at("entities").at(std::string(collection))) {
        for (const nlohmann::json& one : entity.at("mentions")) {
            if (one.at("text") == mention) {
                return entity;
            }
        }
    }
    return nullptr;
}

}  // namespace dateline::test
