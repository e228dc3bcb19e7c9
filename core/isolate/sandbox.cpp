#include "core/isolate/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace dateline::isolate {
namespace {

// The rights of the first version, which every kernel with Landlock has; read and run are what a plugin's libraries need.
constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t all_rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

bool allow_reading(int ruleset, const std::filesystem::path& path) {
    const int folder = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (folder < 0) return true;  // what is not there needs no right
    landlock_path_beneath_attr rule{};
    rule.parent_fd = folder;
    rule.allowed_access = std::filesystem::is_directory(path) ? reading : reading & ~std::uint64_t{LANDLOCK_ACCESS_FS_READ_DIR};
    const long status = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(folder);
    return status == 0;
}

bool limit_files(const std::vector<std::filesystem::path>& readable) {
    landlock_ruleset_attr rights{};
    rights.handled_access_fs = all_rights;
    const int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0));
    if (ruleset < 0) return false;
    bool good = true;
    for (const std::filesystem::path& path : readable) good = allow_reading(ruleset, path) && good;
    good = good && ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return good;
}

// Calls that fail with EPERM from now on.
class Filter {
public:
    explicit Filter(std::initializer_list<int> forbidden) : filter_(seccomp_init(SCMP_ACT_ALLOW)), good_(filter_ != nullptr) {
        for (const int call : forbidden) good_ = good_ && seccomp_rule_add(filter_, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
    }
    ~Filter() {
        if (filter_ != nullptr) seccomp_release(filter_);
    }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    // Threads are allowed, processes not. What clone3 asks for cannot be seen; the C library uses clone where it is not there.
    void forbid_processes() {
        const scmp_arg_cmp no_thread{.arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = CLONE_THREAD, .datum_b = 0};
        good_ = good_ && seccomp_rule_add_array(filter_, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &no_thread) == 0;
        good_ = good_ && seccomp_rule_add(filter_, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    }
    bool load() { return good_ && seccomp_load(filter_) == 0; }

private:
    scmp_filter_ctx filter_;
    bool good_;
};

bool limit_calls() {
    Filter filter({SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(ptrace), SCMP_SYS(kill), SCMP_SYS(tkill),
                   SCMP_SYS(process_vm_writev), SCMP_SYS(process_vm_readv), SCMP_SYS(io_uring_setup), SCMP_SYS(mount), SCMP_SYS(bpf)});
    return filter.load();
}

}  // namespace

std::uint32_t confine(const std::vector<std::filesystem::path>& readable) {
    const bool settled = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    std::uint32_t missing = 0;
    if (!settled || !limit_files(readable)) missing |= no_landlock;
    if (!settled || !limit_calls()) missing |= no_seccomp;
    return missing;
}

std::uint32_t forbid_programs() {
    Filter filter({SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork)});
    filter.forbid_processes();
    return filter.load() ? 0u : std::uint32_t{no_seccomp};
}

std::vector<std::string> sentences(std::uint32_t missing) {
    std::vector<std::string> all;
    if ((missing & no_landlock) != 0) all.emplace_back("this kernel has no Landlock: isolated plugins can still open files");
    if ((missing & no_seccomp) != 0) all.emplace_back("this kernel has no seccomp filters: isolated plugins can still use the network and start programs");
    return all;
}

}  // namespace dateline::isolate
