#include "tests/plugin/session.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace dateline::plugin {

namespace fs = std::filesystem;

fs::path test_plugin(std::string_view name) {
    return fs::path(BUILD_FOLDER "/tests/plugins") / name;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = fs::temp_directory_path() / "dateline-test-XXXXXX";
    path_ = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::copy_plugin(std::string_view name, std::string_view as, std::string_view from, std::string_view to) const {
    const fs::path folder = path_ / as;
    fs::create_directories(folder);
    fs::copy(test_plugin(name), folder);
    std::ifstream input(test_plugin(name) / "plugin.json");
    std::string manifest{std::istreambuf_iterator<char>(input), {}};
    for (std::size_t at = 0; !from.empty() && (at = manifest.find(from, at)) != std::string::npos; at += to.size()) {
        manifest.replace(at, from.size(), to);
    }
    std::ofstream(folder / "plugin.json") << manifest;
    return folder;
}

Session::Session(const std::vector<std::string>& plugins, const fs::path& directory) {
    Search search;
    const TemporaryFolder links;
    for (const std::string& name : plugins) {
        fs::create_directory_symlink(test_plugin(name), links.path() / name);
    }
    search.directories.push_back(links.path());
    if (!directory.empty()) {
        search.directories.push_back(directory);
    }
    plugins_ = std::make_unique<Plugins>(find_plugins(search));
    instances_ = std::make_unique<Instances>(*plugins_);
}

void Session::extract(std::string_view text, std::string_view language) {
    document.clear();
    proposals.clear();
    document.text = text;
    document.language.value = language;
    text::analyse(document.text, document.analysis);
    instances_->extract(document, proposals, limits);
}

void Session::relate() {
    for (Candidate& candidate : proposals.candidates) {
        candidate.verdict.accepted = true;
    }
    instances_->relate(document, proposals, limits);
}

bool Session::read(std::string_view bytes) {
    document.clear();
    return instances_->read(bytes, "test", {}, document, limits);
}

std::vector<std::string> Session::codes() const {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : document.diagnostics) {
        codes.push_back(diagnostic.code + (diagnostic.plugin.empty() ? "" : " ") + diagnostic.plugin);
    }
    return codes;
}

std::string Session::message(std::string_view code) const {
    const auto found = std::find_if(document.diagnostics.begin(), document.diagnostics.end(), [&](const Diagnostic& one) { return one.code == code; });
    return found == document.diagnostics.end() ? std::string() : found->message;
}

std::vector<std::string> Session::candidates() const {
    std::vector<std::string> result;
    for (const Candidate& candidate : proposals.candidates) {
        result.push_back(document.text.substr(candidate.begin, candidate.end - candidate.begin) + " " + std::string(candidate.rule));
    }
    return result;
}

}  // namespace dateline::plugin
