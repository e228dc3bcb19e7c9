#include "tests/record/validate.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace dateline::record {

Validation validate(const std::string& schema, const std::string& records) {
    Validation validation;
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("dateline-validate-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "schema.json") << schema;
    std::ofstream(folder / "records.jsonl") << records;
    const std::string command = "python3 '" SOURCE_FOLDER "/tests/record/validate.py' '" + (folder / "schema.json").string() + "' '" +
                                (folder / "records.jsonl").string() + "' 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return validation;
    }
    char line[4096];
    while (fgets(line, sizeof line, pipe) != nullptr) {
        validation.report += line;
        validation.invalid.insert(std::atoi(line));
    }
    const int status = pclose(pipe);
    std::filesystem::remove_all(folder);
    validation.done = WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 1);
    return validation;
}

}  // namespace dateline::record
