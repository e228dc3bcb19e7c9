/// Does to its process what a text orders, and marks each order that it has survived. What it could do that a confined process must not is refused aloud.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string_view>

#include "dateline/plugin.hpp"

namespace {

constexpr std::size_t chunk = 1u << 20;

void* volatile kept;  // the last block, so that no compiler leaves it out

void touch(std::size_t size) {
    void* block = std::malloc(size);
    if (block == nullptr) std::abort();
    std::memset(block, 1, size);
    kept = block;
}

[[noreturn]] void hang() {
    while (true) kept = nullptr;
}

[[noreturn]] void grow() {
    while (true) touch(chunk);
}

void refuse_unless(bool refused, const char* what) {
    if (!refused) throw std::runtime_error(what);
}

void start_process() {
    const pid_t process = ::fork();
    if (process == 0) ::_exit(0);
    if (process > 0) ::waitpid(process, nullptr, 0);
    refuse_unless(process < 0, "a process could be started");
}

struct Order {
    std::string_view word;
    std::function<void()> act;
};

const std::array orders = {
    Order{"CHAOS-SEGV", [] { std::raise(SIGSEGV); }},
    Order{"CHAOS-ABORT", [] { std::abort(); }},
    Order{"CHAOS-EXIT", [] { std::exit(3); }},
    Order{"CHAOS-HANG", hang},
    Order{"CHAOS-GROW", grow},
    Order{"CHAOS-LEAK", [] { touch(8 * chunk); }},
    Order{"CHAOS-OPEN", [] { refuse_unless(::open("/etc/passwd", O_RDONLY) < 0, "/etc/passwd could be read"); }},
    Order{"CHAOS-WRITE", [] { refuse_unless(::open("/tmp/dateline-chaos", O_WRONLY | O_CREAT, 0600) < 0, "a file could be written"); }},
    Order{"CHAOS-CONNECT", [] { refuse_unless(::socket(AF_INET, SOCK_STREAM, 0) < 0, "a socket could be made"); }},
    Order{"CHAOS-START", start_process},
};

class Chaos {
public:
    explicit Chaos(const dateline::Host& host) : type_(host.find_type("order")) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        const std::string_view text = document.text();
        for (const Order& order : orders) {
            const std::size_t at = text.find(order.word);
            if (at == std::string_view::npos) continue;
            order.act();
            mark(output, at, at + order.word.size());
        }
        if (const std::size_t at = text.find("CHAOS-FLOOD"); at != std::string_view::npos) {
            for (int i = 0; i < 1000000; ++i) mark(output, at, at + 11);
        }
        if (text.find("CHAOS-LIE") != std::string_view::npos) mark(output, text.size() + 7, 3);
    }

private:
    void mark(dateline::Output& output, std::size_t begin, std::size_t end) {
        output.add(dateline::Candidate(type_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), "chaos/order"));
    }

    std::uint32_t type_;
};

}  // namespace

DATELINE_EXTRACTOR(Chaos, "chaos", "1.0.0")
