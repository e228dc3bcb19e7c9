/// A program that answers lines with lines.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::process {

/// Why there is no answer; goes on from a name: "ended (exit code 1)". The program is gone then.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The first program of this name on the PATH; empty when there is none.
std::filesystem::path on_path(const std::string& name);

/// The program that a plugin's command names: a path below its folder when it has a '/', else as PATH gives it. Throws Failure when there is none.
std::filesystem::path find_program(const std::string& name, const std::filesystem::path& folder);

/// A running program, in the folder that it was started in and a process group of its own. It ends with this object, and with the thread that made it. What it
/// writes to standard error goes to a log, line by line. One thread at a time.
class Child {
public:
    using Clock = std::chrono::steady_clock;
    using Log = std::function<void(std::string_view line)>;

    /// `command` is a program, as find_program() finds it, and what it is given. Throws Failure when it cannot be started.
    Child(const std::vector<std::string>& command, const std::filesystem::path& folder, Log log);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Sends a line and waits for the one that answers it, without its line feed; valid until the next call. Whole lines that it wrote to standard error before are in the
    /// log then. Throws Failure: the program ended, took longer, wrote what
    /// nobody asked for, or a line of more than `most` bytes.
    std::string_view exchange(std::string_view line, std::chrono::seconds limit, std::size_t most);

private:
    class Descriptor {
    public:
        explicit Descriptor(int descriptor = -1) : descriptor_(descriptor) {}
        ~Descriptor() { close(); }
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
        void reset(int descriptor);
        void close() { reset(-1); }
        int get() const { return descriptor_; }

    private:
        int descriptor_;
    };

    void start(const std::string& program, const std::vector<std::string>& command, const std::filesystem::path& folder);
    bool wait(std::string_view rest, Clock::time_point deadline, bool& can_send);
    void take_answer(std::size_t most);
    void take_log();
    void write_log(bool all);
    [[noreturn]] void fail(const std::string& why);
    std::string ending();
    void kill();

    Log log_;
    pid_t process_ = -1;
    Descriptor input_, output_, error_;  // the program's, our ends
    std::string answer_, errors_;
    std::size_t taken_ = 0;              // of answer_, by the line that was given last
    std::size_t logged_ = 0;             // bytes, since the last line was sent
};

}  // namespace dateline::process
