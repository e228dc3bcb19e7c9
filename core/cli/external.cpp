#include "core/cli/external.h"

#include <unistd.h>

#include <filesystem>

namespace dateline::cli {

void run_external(const std::string& name, const std::vector<std::string>& arguments) {
    if (name.empty() || name.find('/') != std::string::npos) {
        return;  // not a name; it must not lead out of the folders
    }
    const std::string program = "dateline-" + name;
    std::vector<char*> words = {const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) {
        words.push_back(const_cast<char*>(argument.c_str()));
    }
    words.push_back(nullptr);
    std::error_code unknown;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", unknown);
    if (!unknown) {
        const std::filesystem::path beside = self.parent_path().parent_path() / "libexec" / "dateline" / program;
        execv(beside.c_str(), words.data());
    }
    execvp(program.c_str(), words.data());
}

}  // namespace dateline::cli
