#include "core/pipeline/inputs.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <utility>

namespace dateline::pipeline {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

using Identity = std::pair<dev_t, ino_t>;

Identity identity(const struct stat& status) {
    return {status.st_dev, status.st_ino};
}

// Lists one folder. What is there without links is taken first; then links, in the order of their paths, to what has not been met.
class Walk {
public:
    Walk(const std::string& folder, Inputs& inputs) : inputs_(inputs), first_(inputs.list.size()) {
        enter(folder);
        while (!folders_.empty() || !links_.empty()) {
            if (!folders_.empty()) {
                std::string next = std::move(folders_.back());
                folders_.pop_back();
                list(next);
            } else {
                std::string next = *links_.begin();
                links_.erase(links_.begin());
                follow(next);
            }
        }
        std::sort(inputs_.list.begin() + static_cast<std::ptrdiff_t>(first_), inputs_.list.end(),
                  [](const Input& a, const Input& b) { return a.path < b.path; });
        if (inputs_.list.size() == first_) {
            inputs_.notes.push_back("'" + folder + "' holds no files to read");
        }
    }

private:
    void add(std::string path, std::string problem = {}) { inputs_.list.push_back({std::move(path), std::move(problem)}); }

    // A folder that was not met yet is listed later.
    bool enter(const std::string& path) {
        struct stat status {};
        if (stat(path.c_str(), &status) != 0) {
            add(path, std::strerror(errno));
            return true;
        }
        const bool is_new = met_folders_.insert(identity(status)).second;
        if (is_new) {
            folders_.push_back(path);
        }
        return is_new;
    }

    void list(const std::string& folder) {
        const std::unique_ptr<DIR, CloseFolder> open(opendir(folder.c_str()));
        if (!open) {
            add(folder, std::strerror(errno));
            return;
        }
        const std::string prefix = folder.back() == '/' ? folder : folder + "/";
        errno = 0;
        while (const dirent* entry = readdir(open.get())) {  // NOLINT(concurrency-mt-unsafe): a stream of our own
            if (entry->d_name[0] != '.') {
                take(prefix + entry->d_name, entry->d_type);
            }
            errno = 0;
        }
        if (errno != 0) {
            add(folder, std::string(std::strerror(errno)) + ", so files may be missing");
        }
    }

    void take(std::string path, unsigned char type) {
        if (type == DT_UNKNOWN) {
            struct stat status {};
            type = static_cast<unsigned char>(lstat(path.c_str(), &status) == 0 ? IFTODT(status.st_mode) : int{DT_REG});
        }
        if (type == DT_REG) {
            add(std::move(path));
        } else if (type == DT_DIR) {
            enter(path);
        } else if (type == DT_LNK) {
            links_.insert(std::move(path));
        } else {
            leave_out(path);
        }
    }

    void follow(const std::string& link) {
        struct stat status {};
        if (stat(link.c_str(), &status) != 0) {
            add(link);  // who reads it tells why it cannot be
            return;
        }
        if (S_ISDIR(status.st_mode) ? !enter(link) : S_ISREG(status.st_mode) && !note_file(identity(status))) {
            inputs_.notes.push_back("'" + link + "' is a link to what is read already; it was not followed");
        } else if (S_ISREG(status.st_mode)) {
            add(link);
        } else if (!S_ISDIR(status.st_mode)) {
            leave_out(link);
        }
    }

    void leave_out(const std::string& path) { inputs_.notes.push_back("'" + path + "' is no file but a FIFO, socket or device; it was left out"); }

    // Few folders hold links to files, so the files' identities are asked for only then, and again after more were found.
    bool note_file(const Identity& file) {
        for (; known_ < inputs_.list.size() - first_; ++known_) {
            struct stat status {};
            if (stat(inputs_.list[first_ + known_].path.c_str(), &status) == 0) {
                met_files_.insert(identity(status));
            }
        }
        return met_files_.insert(file).second;
    }

    Inputs& inputs_;
    std::size_t first_, known_ = 0;
    std::vector<std::string> folders_;
    std::set<std::string> links_;
    std::set<Identity> met_folders_, met_files_;
};

bool is_folder(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

Inputs expand(const std::vector<std::string>& arguments) {
    Inputs inputs;
    for (const std::string& argument : arguments) {
        if (argument != "-" && is_folder(argument)) {
            Walk(argument, inputs);
        } else {
            inputs.list.push_back({argument, {}});
        }
    }
    return inputs;
}

}  // namespace dateline::pipeline
