/// Plugins of tests/plugins on a text, without the rest of the pipeline.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/host.h"

namespace dateline::plugin {

/// Where the build put a plugin of tests/plugins.
std::filesystem::path test_plugin(std::string_view name);

/// A folder of its own, gone at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Copies a plugin of tests/plugins into a folder `as`, its manifest with `from` replaced by `to`, everywhere.
    std::filesystem::path copy_plugin(std::string_view name, std::string_view as, std::string_view from = {}, std::string_view to = {}) const;

private:
    std::filesystem::path path_;
};

/// Loads plugins from the folders in this directory and those of tests/plugins that are named; none counts as named by option.
class Session {
public:
    explicit Session(const std::vector<std::string>& plugins, const std::filesystem::path& directory = {});

    /// Analyses the text and runs extract.
    void extract(std::string_view text, std::string_view language = "en");
    /// Accepts all candidates and runs relate.
    void relate();
    /// False when the document failed.
    bool read(std::string_view bytes);

    /// "plugin.failed words", one for each diagnostic.
    std::vector<std::string> codes() const;
    /// The message of the first diagnostic with this code; empty without one.
    std::string message(std::string_view code) const;
    /// "Hello words/capital", one for each candidate.
    std::vector<std::string> candidates() const;

    Limits limits;
    Document document;
    Proposals proposals;

    const Plugins& plugins() const { return *plugins_; }

private:
    std::unique_ptr<Plugins> plugins_;
    std::unique_ptr<Instances> instances_;
};

}  // namespace dateline::plugin
