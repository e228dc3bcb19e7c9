#include "core/cli/run_options.h"

#include <algorithm>
#include <thread>

namespace dateline::cli {
namespace {

text::OffsetUnit offset_unit(std::string_view word) {
    return word == "utf-8" ? text::OffsetUnit::utf_8 : word == "utf-16" ? text::OffsetUnit::utf_16 : text::OffsetUnit::code_point;
}

std::uint32_t bounded(std::uint64_t number) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(number, UINT32_MAX));
}

plugin::Limits limits_of(const Arguments& arguments) {
    plugin::Limits limits;
    limits.set_max_bytes(arguments.number("max-bytes", limits.max_bytes));
    limits.max_mentions = bounded(arguments.number("max-mentions", limits.max_mentions));
    limits.max_nesting = bounded(arguments.number("max-nesting", limits.max_nesting));
    return limits;
}

std::vector<plugin::GivenSetting> settings_of(const Arguments& arguments) {
    std::vector<plugin::GivenSetting> settings;
    for (const std::string& text : arguments.all("set")) {
        try {
            settings.push_back(plugin::parse_setting(text));
        } catch (const std::invalid_argument& error) {
            throw UsageError(std::string("option '--set' ") + error.what());
        }
    }
    return settings;
}

// The folder that --model names, or the one beside the built-in plugins.
std::filesystem::path weights_of(const Arguments& arguments, const plugin::Search& search) {
    const std::filesystem::path folder = arguments.has("model") ? std::filesystem::path(arguments.text("model")) : pipeline::shipped_weights(search);
    const std::filesystem::path file = folder / pipeline::weights_file;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        throw UsageError("the learned weights " + file.string() + " are not there; " +
                         (arguments.has("model") ? "--model takes a folder that 'dateline train --out' has made" : "install dateline again, or give --model"));
    }
    return file;
}

}  // namespace

plugin::Search plugin_search(const Arguments& arguments) {
    plugin::Search search = plugin::default_search();
    for (const std::string& folder : arguments.all("plugin")) {
        search.named.emplace_back(folder);
    }
    return search;
}

std::uint32_t jobs(const Arguments& arguments) {
    const std::uint64_t cores = std::max(1u, std::thread::hardware_concurrency());
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(arguments.number("jobs", cores), 1024));
}

pipeline::Options run_options(const Arguments& arguments) {
    pipeline::Options options;
    options.search = plugin_search(arguments);
    options.weights = weights_of(arguments, options.search);
    for (const std::string& file : arguments.all("lexicon")) {
        options.lexicons.emplace_back(file);
    }
    options.settings = settings_of(arguments);
    options.limits = limits_of(arguments);
    options.record.unit = offset_unit(arguments.text("offset-unit"));
    options.record.pretty = arguments.has("pretty");
    options.record.with_source = arguments.has("with-source");
    if (arguments.has("with-text")) {
        options.record.text = record::Options::Text::always;
    }
    return options;
}

std::unique_ptr<pipeline::Engine> make_engine(const pipeline::Options& options) {
    try {
        return std::make_unique<pipeline::Engine>(options);
    } catch (const std::runtime_error& error) {
        throw UsageError(error.what());
    }
}

}  // namespace dateline::cli
