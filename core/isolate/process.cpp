#include "core/isolate/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>

#include "core/isolate/sandbox.h"
#include "core/plugin/sanitized.h"

namespace dateline::isolate {
namespace {

constexpr Clock::time_point never = Clock::time_point::max();

// How much address space the process has; its file is opened before files can no longer be.
class Memory {
public:
    explicit Memory(std::uint64_t may_grow) : statm_(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC)), may_grow_(may_grow), begin_(now()) {
        const rlim_t most = begin_ + may_grow_;
        const rlimit limit{most, most};
        if (!sanitized) ::setrlimit(RLIMIT_AS, &limit);
    }

    // A quarter of what it may: another document should not suffer for it.
    bool has_grown() const { return now() - begin_ > may_grow_ / 4 && now() > begin_; }

private:
    std::uint64_t now() const {
        char text[64] = {};
        if (::pread(statm_, text, sizeof text - 1, 0) <= 0) return 0;
        return std::strtoull(text, nullptr, 10) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    }

    int statm_;
    std::uint64_t may_grow_, begin_;
};

}  // namespace

void write(const pipeline::Task& task, const std::vector<plugin::Absent>& absent, Fields& fields) {
    for (const std::string* text : {&task.source, &task.media_type, &task.input_id, &task.bytes, &task.code, &task.message}) fields.add(*text);
    fields.add(std::uint64_t{absent.size()});
    for (const plugin::Absent& one : absent) {
        fields.add(std::uint64_t{one.plugin});
        fields.add(one.reason);
    }
}

void read(std::string_view message, pipeline::Task& task, std::vector<plugin::Absent>& absent) {
    FieldReader reader(message);
    for (std::string* text : {&task.source, &task.media_type, &task.input_id, &task.bytes, &task.code, &task.message}) *text = reader.text();
    absent.clear();
    for (std::uint64_t count = reader.number(); count > 0; --count) {
        const auto index = static_cast<std::uint32_t>(reader.number());
        absent.push_back({index, std::string(reader.text())});
    }
}

void Answer::write(Fields& fields) const {
    fields.add(status);
    fields.add(std::uint64_t{tired});
    fields.add(output);
    fields.add(cause);
}

Answer Answer::read(std::string_view message) {
    FieldReader reader(message);
    Answer answer;
    answer.status = reader.number();
    answer.tired = reader.number() != 0;
    answer.output = reader.text();
    answer.cause = reader.text();
    return answer;
}

void work(const pipeline::Engine& engine, const pipeline::Format& format, const Options& options, const Channel& channel, Shared& shared, std::uint32_t place) {
    plugin::show_plugin_in(shared.inside[place]);
    const Memory memory(options.memory);
    pipeline::Worker worker(engine);
    shared.missing |= confine(readable_folders(engine.plugins()));
    const auto go_on = [] { return false; };
    std::string message;
    Fields fields;
    pipeline::Task task;
    std::vector<plugin::Absent> absent;
    pipeline::Finished finished;
    while (channel.receive(message, never, go_on) == Channel::Got::message) {
        read(message, task, absent);
        pipeline::perform(worker, task, absent, format, finished);
        const bool tired = memory.has_grown();
        fields.clear();
        Answer{static_cast<std::uint64_t>(finished.status), tired, finished.output, finished.cause}.write(fields);
        if (channel.send(fields.message(), never, go_on) != Channel::Got::message || tired) return;
    }
}

std::vector<std::filesystem::path> readable_folders(const plugin::Plugins& plugins) {
    std::vector<std::filesystem::path> folders = {"/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/urandom"};
    for (std::size_t i = 0; i < plugins.size(); ++i) folders.push_back(plugins.folder(i));
    return folders;
}

}  // namespace dateline::isolate
