#include "core/check/pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

namespace dateline::check {
namespace {

enum class Access { all, reading, none };

// A block, as a signal handler finds it.
struct Entry {
    const char *first = nullptr, *last = nullptr;         // of all pages
    const char *data = nullptr, *data_end = nullptr;
    const char* what = "";
    Access access = Access::all;
};

// Those that were made last, and live; single-threaded tests alone care.
std::array<Entry, 16384> entries;
std::size_t next_entry = 0;
const Report* crash_report = nullptr;

std::size_t page_size() {
    static const auto size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return size;
}

std::size_t whole_pages(std::size_t size) { return (size + page_size() - 1) / page_size() * page_size(); }

struct Sentence {
    char text[256] = {};
    std::size_t length = 0;

    void add(const char* words) {
        while (*words != '\0' && length < sizeof text) {
            text[length++] = *words++;
        }
    }
};

void describe(const Entry& entry, const char* address, Sentence& sentence) {
    if (entry.access == Access::none) {
        sentence.add("it used ");
        sentence.add(entry.what);
        sentence.add(" of a call that has returned; what the host passes lives until that call returns");
    } else if (address < entry.data) {
        sentence.add("it read before the beginning of ");
        sentence.add(entry.what);
    } else if (address >= entry.data_end) {
        sentence.add("it read beyond the end of ");
        sentence.add(entry.what);
    } else {
        sentence.add("it wrote to ");
        sentence.add(entry.what);
        sentence.add(", which is the host's and read-only");
    }
}

void explain(int signal, siginfo_t* info, void*) {
    const auto* address = static_cast<const char*>(info->si_addr);
    Sentence sentence;
    if (signal == SIGSEGV || signal == SIGBUS) {
        for (const Entry& entry : entries) {
            if (entry.first != nullptr && address >= entry.first && address < entry.last) {
                describe(entry, address, sentence);
                break;
            }
        }
    }
    if (sentence.length > 0) {
        crash_report->crash(sentence.text, sentence.length);
    }
    ::signal(signal, SIG_DFL);
    raise(signal);
}

}  // namespace

Pages::Pages(std::size_t size, Edge edge, const char* what) {
    const std::size_t page = page_size(), room = edge == Edge::none ? whole_pages(size) + 2 * page : whole_pages(size);
    length_ = room + 2 * page;
    void* memory = mmap(nullptr, length_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED || (room > 0 && mprotect(static_cast<char*>(memory) + page, room, PROT_READ | PROT_WRITE) != 0)) {
        throw std::bad_alloc();
    }
    first_ = static_cast<char*>(memory);
    char* const begin = first_ + page;
    data_ = edge == Edge::end ? begin + room - size : edge == Edge::none ? begin + page : begin;
    entry_ = next_entry++ % entries.size();
    const char* data = static_cast<char*>(data_);
    entries[entry_] = {first_, first_ + length_, data, data + size, what, Access::all};
}

Pages::Pages(Pages&& other) noexcept
    : first_(std::exchange(other.first_, nullptr)), length_(other.length_), data_(other.data_), entry_(other.entry_) {}

Pages::~Pages() {
    if (first_ != nullptr) {
        entries[entry_].first = nullptr;
        munmap(first_, length_);
    }
}

void Pages::protect() {
    const std::size_t page = page_size();
    if (length_ > 2 * page) {
        mprotect(first_ + page, length_ - 2 * page, PROT_READ);
    }
    entries[entry_].access = Access::reading;
}

void Pages::forget() {
    mprotect(first_, length_, PROT_NONE);
    madvise(first_, length_, MADV_DONTNEED);
    entries[entry_].access = Access::none;
    first_ = nullptr;
}

void explain_crashes(const Report& report) {
    crash_report = &report;
    // A stack overflow needs a stack of its own for its handler.
    static std::array<char, 64 << 10> stack;
    const stack_t other = {.ss_sp = stack.data(), .ss_flags = 0, .ss_size = stack.size()};
    sigaltstack(&other, nullptr);
    struct sigaction action = {};
    action.sa_sigaction = explain;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (const int signal : {SIGSEGV, SIGBUS}) {
        sigaction(signal, &action, nullptr);
    }
}

}  // namespace dateline::check
