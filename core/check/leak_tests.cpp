#include <dlfcn.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "core/check/session.h"
#include "core/check/test.h"
#include "core/plugin/sanitized.h"

namespace dateline::check {
namespace {

constexpr std::size_t documents = 1000;
constexpr double allowed = 16;  // bytes a document, or an instance

// Bytes that are allocated and not freed; a sanitizer has an allocator of its own.
std::size_t allocated() {
    using Counter = std::size_t (*)();
    static const auto sanitizers = reinterpret_cast<Counter>(dlsym(RTLD_DEFAULT, "__sanitizer_get_current_allocated_bytes"));
    if (sanitizers != nullptr) {
        return sanitizers();
    }
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

std::size_t address_space() {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

// How much grows by each of `count` times, in the least of three such rounds after one that fills caches.
template <class Measure, class Work>
double growth(Measure measure, std::size_t count, Work work) {
    double least = 1e300;
    for (int round = 0; round < 4; ++round) {
        const std::size_t before = measure();
        for (std::size_t i = 0; i < count; ++i) {
            work(i);
        }
        const std::size_t after = measure();
        if (round > 0) {
            least = std::min(least, (static_cast<double>(after) - static_cast<double>(before)) / static_cast<double>(count));
        }
    }
    return least;
}

std::string rounded(double bytes) { return std::to_string(static_cast<long long>(bytes + 0.5)); }

std::vector<const Text*> short_texts(const Subject& subject) {
    std::vector<const Text*> result;
    for (const Text& text : subject.texts) {
        if (text.bytes.size() < 8192) {
            result.push_back(&text);
        }
    }
    return result;
}

void documents_leave_nothing(Trial& trial) {
    const Loaded loaded(trial.subject);
    Session session(loaded);
    const std::vector<const Text*> texts = short_texts(trial.subject);
    // Each text takes part equally often in each round.
    const std::size_t count = std::max<std::size_t>(1, documents / 4 / texts.size()) * texts.size();
    const auto give = [&](std::size_t i) { session.give(*texts[i % texts.size()]); };
    const double heap = growth(allocated, count, give);
    trial.report.measure("bytes_kept_per_document", std::max(0.0, heap));
    if (heap > allowed) {
        trial.report.wrong("it keeps " + rounded(heap) + " bytes of each document, on and on; what is allocated for a document must be freed with it");
        return;
    }
    const double space = growth(address_space, count, give);
    if (space > 1024) {
        trial.report.wrong("the process grows by " + rounded(space) + " bytes with each document, on and on; what is mapped for a document must be unmapped with it");
    }
}

void instances_leave_nothing(Trial& trial) {
    static std::optional<Loaded> loaded;  // is not unloaded, which other tests are for
    const plugin::Plugin& plugin = loaded.emplace(trial.subject).plugin();
    if (plugin.descriptor.create == nullptr) {
        trial.report.skip("it has no create: there is nothing to leave");
        return;
    }
    const double heap = growth(allocated, 250, [&](std::size_t) {
        void* instance = nullptr;
        const bool made = plugin.descriptor.create(plugin.shared, &instance) == DATELINE_OK;
        if (made && plugin.descriptor.destroy != nullptr) {
            plugin.descriptor.destroy(instance);
        }
    });
    if (heap > allowed) {
        trial.report.wrong("each instance leaves " + rounded(heap) + " bytes behind when it has been destroyed");
    }
}

void used_instances_leave_nothing(Trial& trial) {
    const Loaded loaded(trial.subject);
    const Text& text = trial.subject.texts.front();
    const double heap = growth(allocated, 25, [&](std::size_t) {
        Session session(loaded);
        session.give(text);
    });
    if (heap > 4 * allowed) {
        trial.report.wrong("each instance that has read a text leaves " + rounded(heap) + " bytes behind when it has been destroyed");
    }
}

// What this process has printed.
std::string printed() {
    std::string text;
    char bytes[4096];
    for (off_t at = 0; true;) {
        const ssize_t count = pread(STDERR_FILENO, bytes, sizeof bytes, at);
        if (count <= 0) {
            return text;
        }
        text.append(bytes, static_cast<std::size_t>(count));
        at += count;
    }
}

// The first place in LeakSanitizer's report where the plugin allocated what leaked, itself or through a few calls; libraries that it uses may keep what they like.
std::string leak_in(const std::string& library) {
    std::istringstream lines(printed());
    for (std::string line; std::getline(lines, line);) {
        const std::size_t frame = line.find('#');
        const bool is_near = frame != std::string::npos && (line.compare(frame, 3, "#1 ") == 0 || line.compare(frame, 3, "#2 ") == 0 || line.compare(frame, 3, "#3 ") == 0);
        if (is_near && line.find(library) != std::string::npos) {
            return line.substr(line.find_first_not_of(' ', frame + 2));
        }
    }
    return "";
}

void nothing_leaks(Trial& trial) {
    using Search = int (*)();
    const auto search = reinterpret_cast<Search>(dlsym(RTLD_DEFAULT, "__lsan_do_recoverable_leak_check"));
    if (search == nullptr || trial.tool != Tool::asan) {
        trial.report.skip("it needs --asan");
        return;
    }
    {
        const Loaded loaded(trial.subject);
        Session session(loaded);
        for (const Text& text : trial.subject.texts) {
            session.give(text);
        }
    }
    search();
    if (const std::string place = leak_in(trial.subject.found.manifest.library); !place.empty()) {
        trial.report.wrong("nothing points any more at memory that was allocated at " + place);
    }
}

constexpr Test table[] = {
    {.name = "documents-leave-nothing", .asks = "memory does not grow with the number of documents (docs/DESIGN.md, The pipeline)", .run = documents_leave_nothing,
     .needs_library = false},
    {.name = "instances-leave-nothing", .asks = "destroy gives back what create took (plugin.h, dateline_plugin)", .run = instances_leave_nothing},
    {.name = "used-instances-leave-nothing", .asks = "destroy gives back what the instance took while it worked (plugin.h, dateline_plugin)",
     .run = used_instances_leave_nothing},
    {.name = "nothing-leaks", .asks = "unload gives back what load took (plugin.h, dateline_plugin)", .run = nothing_leaks},
};

}  // namespace

std::span<const Test> leak_tests() { return table; }

}  // namespace dateline::check
