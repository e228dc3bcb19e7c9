#include "core/library/options.h"

#include <algorithm>
#include <string>

#include "core/library/guard.h"
#include "core/plugin/peer.h"

namespace dateline::library {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t all_flags = DATELINE_WITH_TEXT | DATELINE_WITH_SOURCE | DATELINE_PRETTY;

dateline_options known_part(const dateline_options* given) {
    dateline_options known{};
    if (given != nullptr && !plugin::take(given, sizeof known.struct_size + sizeof known.flags, known)) {
        throw Misuse("dateline_engine_new: the options have no struct_size; set it to sizeof(dateline_options)");
    }
    return known;
}

std::vector<fs::path> paths_of(const char* const* list) {
    std::vector<fs::path> paths;
    for (; list != nullptr && *list != nullptr; ++list) {
        paths.emplace_back(*list);
    }
    return paths;
}

plugin::Search search_of(const dateline_options& given) {
    plugin::Search search;
    search.named = paths_of(given.plugins);
    search.built_in = given.plugin_directory != nullptr ? fs::path(given.plugin_directory) : plugin::built_in_folder();
    std::error_code ignored;
    if (given.plugin_directory != nullptr && !fs::is_directory(search.built_in, ignored)) {
        throw std::runtime_error("the folder of plugins " + search.built_in.string() +
                                 " is not there; leave plugin_directory null for those of the library");
    }
    return search;
}

fs::path weights_of(const dateline_options& given, const plugin::Search& search) {
    const fs::path file = (given.model != nullptr ? fs::path(given.model) : pipeline::shipped_weights(search)) / pipeline::weights_file;
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        throw std::runtime_error(
            "the learned weights " + file.string() + " are not there; " +
            (given.model != nullptr ? "model takes a folder that 'dateline train --out' has made" : "install dateline again, or say where model is"));
    }
    return file;
}

std::vector<plugin::GivenSetting> settings_of(const dateline_options& given) {
    std::vector<plugin::GivenSetting> settings;
    for (const char* const* text = given.settings; text != nullptr && *text != nullptr; ++text) {
        try {
            settings.push_back(plugin::parse_setting(*text));
        } catch (const std::invalid_argument& error) {
            throw std::runtime_error(std::string("a setting ") + error.what());
        }
    }
    return settings;
}

plugin::Limits limits_of(const dateline_options& given) {
    plugin::Limits limits;
    if (given.max_bytes != 0) limits.set_max_bytes(given.max_bytes);
    if (given.max_mentions != 0) limits.max_mentions = given.max_mentions;
    if (given.max_nesting != 0) limits.max_nesting = given.max_nesting;
    return limits;
}

record::Options record_options_of(const dateline_options& given) {
    if ((given.flags & ~all_flags) != 0 || given.offset_unit > DATELINE_UTF_16) {
        throw Misuse("dateline_engine_new: the options have flags or an offset_unit that this version (" + std::string(dateline_version()) +
                     ") does not know");
    }
    record::Options options;
    options.unit = given.offset_unit == DATELINE_UTF_8    ? text::OffsetUnit::utf_8
                   : given.offset_unit == DATELINE_UTF_16 ? text::OffsetUnit::utf_16
                                                          : text::OffsetUnit::code_point;
    options.pretty = (given.flags & DATELINE_PRETTY) != 0;
    options.with_source = (given.flags & DATELINE_WITH_SOURCE) != 0;
    if ((given.flags & DATELINE_WITH_TEXT) != 0) {
        options.text = record::Options::Text::always;
    }
    return options;
}

plugin::Log log_of(const dateline_options& given) {
    if (given.log == nullptr) {
        return [](const std::string&) {};
    }
    return [log = given.log, context = given.log_context](const std::string& line) { log(context, line.c_str()); };
}

}  // namespace

pipeline::Options options_of(const dateline_options* given) {
    const dateline_options known = known_part(given);
    pipeline::Options options;
    options.search = search_of(known);
    options.weights = weights_of(known, options.search);
    options.lexicons = paths_of(known.lexicons);
    options.settings = settings_of(known);
    options.limits = limits_of(known);
    options.record = record_options_of(known);
    options.log = log_of(known);
    return options;
}

}  // namespace dateline::library
