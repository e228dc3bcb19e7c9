#include "core/cli/watch.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "core/cli/exit_code.h"
#include "core/cli/interrupt.h"
#include "core/cli/output.h"
#include "core/ingest/folder_events.h"
#include "core/pipeline/file.h"
#include "core/plugin/catalogue.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds turn{100};   // between looks at whether it was interrupted
constexpr std::chrono::milliseconds settle{50};  // who saves one file often saves others with it
constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;

/// The files that a drawing is made of.
class Sources {
public:
    explicit Sources(const Arguments& arguments) {
        add_file(pipeline::outermost_file(arguments.operands.front()));
        for (const std::string& file : arguments.all("lexicon")) {
            add_file(file);
        }
        for (const std::string& folder : arguments.all("plugin")) {
            watched_[folder].insert("");
            watched_[(fs::path(folder) / plugin::data_folder).string()].insert("");
        }
        watch();
    }

    /// The name of one that has changed; empty when the watch was interrupted.
    std::string wait() {
        std::string changed;
        bool more = false;
        const auto note = [&](const inotify_event& event) {
            if (concerns(event)) {
                changed = event.name;
                more = true;
            }
        };
        while (changed.empty() && !interrupted()) {
            events_.wait(turn, note);
        }
        while (std::exchange(more, false)) {
            events_.wait(settle, note);
        }
        watch();  // a folder may have come
        return changed;
    }

private:
    void add_file(const fs::path& file) { watched_[file.has_parent_path() ? file.parent_path().string() : "."].insert(file.filename().string()); }

    void watch() {
        for (const auto& [folder, names] : watched_) {
            if (const int number = events_.watch(folder, wanted); number >= 0) {
                names_[number] = &names;
            }
        }
    }

    bool concerns(const inotify_event& event) const {
        const auto names = names_.find(event.wd);
        if (names == names_.end() || event.len == 0) {
            return false;
        }
        const std::string name = event.name;
        const bool is_backup = name.starts_with('.') || name.ends_with('~');
        return names->second->contains(name) || (names->second->contains("") && !is_backup);
    }

    ingest::FolderEvents events_;
    std::map<std::string, std::set<std::string>> watched_;  ///< by folder the names; an empty one: all
    std::map<int, const std::set<std::string>*> names_;     ///< the same by the number of the watch
};

std::string heading(const std::string& document, const std::string& changed) {
    const std::string clear = isatty(STDOUT_FILENO) != 0 ? "\033[H\033[2J\033[3J" : "";
    return clear + "==== " + document + (changed.empty() ? "" : ", after a change of " + changed) + " ====\n";
}

void wait_for(pid_t child) {
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace

int watch_and_draw(const Arguments& arguments, int (*draw)(const Arguments&)) {
    const std::string& document = arguments.operands.front();
    if (document == "-") {
        throw UsageError("explain --watch takes a FILE; standard input cannot be read again");
    }
    catch_interrupts();
    Sources sources(arguments);
    Output output(STDOUT_FILENO);
    for (std::string changed; !interrupted(); changed = sources.wait()) {
        output.add(heading(document, changed));
        output.flush();
        if (!output.usable()) {
            return output.closed() ? exit_ok : exit_failed;
        }
        const pid_t child = fork();
        if (child < 0) {
            throw std::system_error(errno, std::generic_category(), "no process can be started");
        }
        if (child == 0) {
            dup2(STDOUT_FILENO, STDERR_FILENO);
            return draw(arguments);
        }
        wait_for(child);
    }
    return exit_interrupted;
}

}  // namespace dateline::cli
