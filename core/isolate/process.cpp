#include "core/isolate/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "core/isolate/sandbox.h"

namespace dateline::isolate {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool sanitized = false;
#endif

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

/// Does the documents of one input one after another.
class Turn {
public:
    Turn(pipeline::Worker& worker, const Request& request) : worker_(worker), request_(request) {}

    const pipeline::Result& first() { return perform(); }
    const pipeline::Result& next() {
        ++document_;
        return perform();
    }
    /// The answer has been had before.
    bool is_known() const { return document_ < request_.first; }
    bool has_next() const { return worker_.has_next(); }

private:
    const pipeline::Result& perform() {
        const auto failed = std::find_if(request_.failed.begin(), request_.failed.end(), [this](const Request::Failed& one) { return one.document == document_; });
        if (failed != request_.failed.end()) {
            return document_ == 0 ? worker_.fail(request_.source, failed->code, failed->message) : worker_.fail_next(failed->code, failed->message);
        }
        std::vector<plugin::Absent> absent;
        for (const Request::Without& one : request_.without) {
            if (one.document == document_) absent.push_back(one.plugin);
        }
        return document_ == 0 ? worker_.process(request_.bytes, request_.source, absent) : worker_.process_next(absent);
    }

    pipeline::Worker& worker_;
    const Request& request_;
    std::uint64_t document_ = 0;
};

}  // namespace

void Request::write(Fields& fields) const {
    fields.add(source);
    fields.add(bytes);
    fields.add(first);
    fields.add(std::uint64_t{without.size()});
    for (const Without& one : without) {
        fields.add(one.document);
        fields.add(std::uint64_t{one.plugin.plugin});
        fields.add(one.plugin.reason);
    }
    fields.add(std::uint64_t{failed.size()});
    for (const Failed& one : failed) {
        fields.add(one.document);
        fields.add(one.code);
        fields.add(one.message);
    }
}

Request Request::read(std::string_view message) {
    FieldReader reader(message);
    Request request;
    request.source = reader.text();
    request.bytes = reader.text();
    request.first = reader.number();
    for (std::uint64_t count = reader.number(); count > 0; --count) {
        const std::uint64_t document = reader.number();
        const auto index = static_cast<std::uint32_t>(reader.number());
        request.without.push_back({document, {index, std::string(reader.text())}});
    }
    for (std::uint64_t count = reader.number(); count > 0; --count) {
        const std::uint64_t document = reader.number();
        const std::string code(reader.text());
        request.failed.push_back({document, code, std::string(reader.text())});
    }
    return request;
}

void Answer::write(Fields& fields) const {
    fields.add(status);
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
    pipeline::Worker worker(engine);
    shared.missing |= confine(readable_folders(engine.plugins()));
    const auto go_on = [] { return false; };
    std::string message;
    Fields fields;
    pipeline::Outcome outcome;
    const auto answer = [&](const pipeline::Result& result, bool more, bool tired) {
        pipeline::finish(worker, result, format, outcome);
        fields.clear();
        Answer{static_cast<std::uint64_t>(outcome.status), more, tired, outcome.output, outcome.cause, result.document.source}.write(fields);
        return channel.send(fields.message(), never, go_on) == Channel::Got::message;
    };
    while (channel.receive(message, never, go_on) == Channel::Got::message) {
        const Request request = Request::read(message);
        Turn turn(worker, request);
        for (const pipeline::Result* result = &turn.first();; result = &turn.next()) {
            const bool more = turn.has_next(), tired = !more && memory.has_grown();
            if (!turn.is_known() && !answer(*result, more, tired)) return;
            if (tired) return;
            if (!more) break;
        }
    }
}

std::vector<std::filesystem::path> readable_folders(const plugin::Plugins& plugins) {
    std::vector<std::filesystem::path> folders = {"/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/urandom"};
    for (std::size_t i = 0; i < plugins.size(); ++i) folders.push_back(plugins.folder(i));
    return folders;
}

}  // namespace dateline::isolate
