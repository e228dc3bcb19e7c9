#include "core/isolate/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>

#include "core/isolate/sandbox.h"
#include "core/plugin/sanitized.h"
#include "core/process/child.h"

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

// The documents of one request, one after another.
class Turn {
public:
    Turn(pipeline::Worker& worker, const pipeline::Format& format) : worker_(worker), format_(format) {}

    void begin(std::string_view message) {
        request_.read(message);
        done_ = 0;
    }

    // Of what is known only the documents inside are needed.
    void pass_over() {
        const bool is_container = request_.containers.contains(done_);
        if (done_ == 0) {
            worker_.read(request_.task.bytes, request_.task.origin());
        } else if (is_container) {
            worker_.read_next();
        } else {
            worker_.skip_next();
        }
        ++done_;
    }

    const pipeline::Outcome& next() {
        const auto found = request_.lessons.find(done_);
        const pipeline::Lesson& lesson = found == request_.lessons.end() ? none_ : found->second;
        done_ == 0 ? perform(worker_, request_.task, lesson, format_, outcome_) : perform_next(worker_, lesson, format_, outcome_);
        ++done_;
        return outcome_;
    }

    bool has_more() const { return worker_.has_next(); }
    /// The next one's answer has been had before.
    bool is_known() const { return done_ < request_.answered; }

private:
    pipeline::Worker& worker_;
    const pipeline::Format& format_;
    const pipeline::Lesson none_;
    Request request_;
    pipeline::Outcome outcome_;
    std::uint64_t done_ = 0;
};

// Where a program has what it needs: what is beside bin/, as in a virtual environment; but not the user's home for what lies in its bin/.
std::filesystem::path place_of_program(const std::string& name, const std::filesystem::path& folder) {
    try {
        const std::filesystem::path bin = process::find_program(name, folder).parent_path(), above = bin.parent_path();
        const char* home = std::getenv("HOME");
        return above == above.root_path() || (home != nullptr && above == std::filesystem::path(home)) ? bin : above;
    } catch (const process::Failure&) {
        return folder;  // each document is told
    }
}

}  // namespace

void Request::write(Fields& fields) const {
    for (const std::string* text : {&task.source, &task.media_type, &task.parent, &task.bytes, &task.code, &task.message}) fields.add(*text);
    fields.add(std::uint64_t{task.is_text});
    fields.add(std::uint64_t{task.input_id.has_value()});
    fields.add(task.input_id.value_or(""));
    fields.add(answered);
    fields.add(std::uint64_t{containers.size()});
    for (const std::uint64_t one : containers) fields.add(one);
    fields.add(std::uint64_t{lessons.size()});
    for (const auto& [document, lesson] : lessons) {
        fields.add(document);
        fields.add(lesson.code);
        fields.add(lesson.message);
        fields.add(std::uint64_t{lesson.absent.size()});
        for (const plugin::Absent& one : lesson.absent) {
            fields.add(std::uint64_t{one.plugin});
            fields.add(one.reason);
        }
    }
}

void Request::read(std::string_view message) {
    FieldReader reader(message);
    for (std::string* text : {&task.source, &task.media_type, &task.parent, &task.bytes, &task.code, &task.message}) *text = reader.text();
    task.is_text = reader.number() != 0;
    const bool has_id = reader.number() != 0;
    const std::string_view id = reader.text();
    task.input_id = has_id ? std::optional<std::string>(id) : std::nullopt;
    answered = reader.number();
    containers.clear();
    for (std::uint64_t count = reader.number(); count > 0; --count) containers.insert(reader.number());
    lessons.clear();
    for (std::uint64_t count = reader.number(); count > 0; --count) {
        pipeline::Lesson& lesson = lessons[reader.number()];
        lesson.code = reader.text();
        lesson.message = reader.text();
        for (std::uint64_t plugins = reader.number(); plugins > 0; --plugins) {
            const auto index = static_cast<std::uint32_t>(reader.number());
            lesson.absent.push_back({index, std::string(reader.text())});
        }
    }
}

void Answer::write(Fields& fields) const {
    fields.add(status);
    fields.add(std::uint64_t{is_container});
    fields.add(std::uint64_t{more});
    fields.add(std::uint64_t{tired});
    fields.add(output);
    fields.add(cause);
    fields.add(source);
}

Answer Answer::read(std::string_view message) {
    FieldReader reader(message);
    Answer answer;
    answer.status = reader.number();
    answer.is_container = reader.number() != 0;
    answer.more = reader.number() != 0;
    answer.tired = reader.number() != 0;
    answer.output = reader.text();
    answer.cause = reader.text();
    answer.source = reader.text();
    return answer;
}

void work(const pipeline::Engine& engine, const pipeline::Format& format, const Options& options, const Channel& channel, Shared& shared, std::uint32_t place) {
    plugin::show_plugin_in(shared.inside[place]);
    const Memory memory(options.memory);
    shared.missing |= confine(readable_folders(engine.plugins()));
    pipeline::Worker worker(engine);  // starts the programs that are plugins: they may do no more than this process, and start others
    shared.missing |= forbid_programs();
    const auto go_on = [] { return false; };
    std::string message;
    Fields fields;
    Turn turn(worker, format);
    while (channel.receive(message, never, go_on) == Channel::Got::message) {
        turn.begin(message);
        while (turn.is_known()) turn.pass_over();
        for (bool more = true; more;) {
            const pipeline::Outcome& outcome = turn.next();
            more = turn.has_more();
            const bool tired = worker.is_lost() || (!more && memory.has_grown());
            fields.clear();
            Answer{static_cast<std::uint64_t>(outcome.status), outcome.is_container, more, tired, outcome.output, outcome.cause, outcome.source}.write(fields);
            if (channel.send(fields.message(), never, go_on) != Channel::Got::message || tired) return;
        }
    }
}

std::vector<std::filesystem::path> readable_folders(const plugin::Plugins& plugins) {
    std::vector<std::filesystem::path> folders = {"/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/urandom"};
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        folders.push_back(plugins.folder(i));
        if (!plugins.manifest(i).command.empty()) folders.push_back(place_of_program(plugins.manifest(i).command.front(), plugins.folder(i)));
    }
    return folders;
}

}  // namespace dateline::isolate
