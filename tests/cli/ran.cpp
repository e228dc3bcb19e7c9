#include "tests/cli/ran.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::vector<std::string> Ran::lines() const {
    std::istringstream stream(out);
    std::vector<std::string> all;
    for (std::string line; std::getline(stream, line);) {
        all.push_back(line);
    }
    return all;
}

Scratch::Scratch() {
    std::string pattern = (fs::temp_directory_path() / "dateline-test-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    fs::create_directory(folder_ / "home");
    fs::create_directory(folder_ / "work");
    fs::permissions(folder_, fs::perms::all);
    fs::permissions(folder_ / "work", fs::perms::all);
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void Scratch::write(const std::string& name, std::string_view text) const {
    const fs::path file = folder_ / "work" / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string Scratch::read(const std::string& name) const {
    return content(folder_ / "work" / name);
}

void Scratch::write_many(const std::string& name, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        write(name + "/" + number + ".txt", "Harbour notice " + number + "\n\nLi Na spoke in Eastport on March 21, 2024.\n");
    }
}

Ran Scratch::run(const std::string& script) const {
    const std::string environment = "cd '" + (folder_ / "work").string() + "' && PATH='" BUILD_FOLDER "/bin':$PATH && export PATH HOME='" +
                                    (folder_ / "home").string() +
                                    "' TERM=xterm && unset NO_COLOR XDG_CONFIG_HOME DATELINE_PLUGIN_PATH && exec >../out 2>../err\n";
    const int status = std::system((environment + script).c_str());
    Ran ran;
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = content(folder_ / "out");
    ran.err = content(folder_ / "err");
    return ran;
}

}  // namespace dateline::cli
