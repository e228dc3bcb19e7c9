/// Documents through the whole pipeline.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

/// Options with the text reader and these plugins of tests/plugins.
Options with_test_plugins(const std::vector<std::string>& plugins);

/// Options with all built-in plugins.
Options with_builtin_plugins();

class Pipeline {
public:
    explicit Pipeline(const Options& options) : engine_(options), worker_(engine_) {}

    /// The record of the bytes, and what it was written from.
    std::string write(std::string_view bytes, std::string_view source = "test.txt");
    nlohmann::json record(std::string_view bytes) { return nlohmann::json::parse(write(bytes)); }
    const Result& result() const { return *result_; }
    const Engine& engine() const { return engine_; }
    Worker& worker() { return worker_; }

private:
    Engine engine_;
    Worker worker_;
    const Result* result_ = nullptr;
};

/// "text.nul" and so on, one for each diagnostic.
std::vector<std::string> codes(const nlohmann::json& record);

/// Bytes as articles and accidents make them, the same for the same seed: words, names, dates, brackets, scripts, line ends, and, when
/// `damaged`, bytes that are no text.
std::string random_bytes(std::uint32_t seed, bool damaged);

}  // namespace dateline::pipeline
