#include "core/cli/under_tool.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/plugin/sanitized.h"

namespace dateline::cli {
namespace {

constexpr auto mark = "DATELINE_CHECK_LOG";  // set in the process that runs under a tool

// The words that this process was started with.
std::vector<std::string> own_words() {
    std::ifstream stream("/proc/self/cmdline", std::ios::binary);
    std::vector<std::string> words;
    for (std::string word; std::getline(stream, word, '\0');) {
        words.push_back(word);
    }
    return words;
}

[[noreturn]] void become(std::vector<std::string> words) {
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    execvp(pointers.front(), pointers.data());
    throw UsageError(words.front() + " cannot be started: " + std::strerror(errno));
}

std::string first_line_of(const char* command) {
    FILE* pipe = popen(command, "r");
    char line[4096] = {};
    if (pipe != nullptr) {
        if (std::fgets(line, sizeof line, pipe) == nullptr) {
            line[0] = '\0';
        }
        pclose(pipe);
    }
    return std::string(line).substr(0, std::strcspn(line, "\n"));
}

// A plugin built with Clang's sanitizer needs Clang's runtime.
std::string runtime_for(const std::filesystem::path& library) {
    std::ifstream stream(library, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(stream), {}};
    const bool of_clang = content.find("libclang_rt.asan") != std::string::npos;
    const std::string runtime = of_clang ? first_line_of("clang -print-file-name=libclang_rt.asan-$(uname -m).so 2>/dev/null")
                                         : first_line_of("gcc -print-file-name=libasan.so 2>/dev/null");
    if (!runtime.starts_with('/')) {
        throw UsageError(std::string("--asan needs the runtime of ") + (of_clang ? "Clang's" : "GCC's") + " AddressSanitizer, which is not installed");
    }
    return runtime;
}

[[noreturn]] void become_asan(const check::Subject& subject) {
    const std::string runtime = runtime_for(subject.folder() / subject.found.manifest.library);
    setenv(mark, "asan", 1);
    setenv("LD_PRELOAD", runtime.c_str(), 1);
    setenv("ASAN_OPTIONS", "detect_leaks=1:leak_check_at_exit=0:allocator_may_return_null=1:exitcode=98", 1);
    std::vector<std::string> words = own_words();
    words.front() = std::filesystem::read_symlink("/proc/self/exe").string();
    become(std::move(words));
}

[[noreturn]] void become_valgrind() {
    std::string folder = (std::filesystem::temp_directory_path() / "dateline-check-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        throw UsageError("no folder can be made in " + std::filesystem::temp_directory_path().string() + ": " + std::strerror(errno));
    }
    setenv(mark, folder.c_str(), 1);
    const std::vector<std::string> own = own_words();
    std::vector<std::string> words = {"valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full", "--show-leak-kinds=definite", "--errors-for-leak-kinds=definite",
                                      "--child-silent-after-fork=no", "--vgdb=no", "--log-file=" + folder + "/%p", std::filesystem::read_symlink("/proc/self/exe").string()};
    words.insert(words.end(), own.begin() + 1, own.end());
    const pid_t process = fork();
    if (process == 0) {
        become(std::move(words));
    }
    int status = 0;
    waitpid(process, &status, 0);
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

}  // namespace

check::Tool run_under_tool(const Arguments& arguments, const check::Subject& subject) {
    const bool asan = arguments.has("asan"), valgrind = arguments.has("valgrind");
    if (asan && valgrind) {
        throw UsageError("--asan and --valgrind cannot be used together");
    }
    if (valgrind && std::getenv(mark) == nullptr) {
        if (first_line_of("command -v valgrind").empty()) {
            throw UsageError("--valgrind needs valgrind, which is not installed");
        }
        become_valgrind();
    }
    if (asan && std::getenv(mark) == nullptr && !sanitized) {
        become_asan(subject);
    }
    return asan ? check::Tool::asan : valgrind ? check::Tool::valgrind : check::Tool::none;
}

std::string tool_log_folder() {
    const char* folder = std::getenv(mark);
    return folder == nullptr ? "" : folder;
}

}  // namespace dateline::cli
