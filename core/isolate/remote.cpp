#include "core/isolate/remote.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace dateline::isolate {
namespace {

// What the channel takes in whole while the worker is busy with another: a worker has something to do while its thread waits for the disk.
constexpr std::size_t most_bytes_ahead = 64u << 10;
constexpr std::size_t most_begun = 16;

// Why a process is gone; goes on from a name.
std::string cause_of(int status) {
    if (!WIFSIGNALED(status)) return "ended its process (exit code " + std::to_string(WEXITSTATUS(status)) + ")";
    const char* name = ::sigabbrev_np(WTERMSIG(status));
    return "crashed (SIG" + (name != nullptr ? std::string(name) : std::to_string(WTERMSIG(status))) + ")";
}

}  // namespace

Remote::~Remote() {
    try {
        retire();
    } catch (const std::exception&) {
        // The nursery is gone, and its workers with it.
    }
    taken_ = false;
}

void Remote::begin(pipeline::Task task) {
    Begun& begun = tasks_.emplace_back();
    begun.request.task = std::move(task);
    send_ahead();
}

// Who waits behind a large document waits long, and another worker may have nothing to do meanwhile; so, too, where there are but few documents.
bool Remote::wants_more() const {
    std::size_t bytes = 0;
    for (const Begun& begun : tasks_) bytes += begun.size();
    return tasks_.size() < 2 || (tasks_.size() < std::min<std::size_t>(most_begun, 2 + done_ / 8) && bytes < most_bytes_ahead);
}

// The first whatever its size, since the worker has nothing else to do; the others as far as the channel takes them in.
void Remote::send_ahead() {
    std::size_t ahead = 0;
    for (Begun& begun : tasks_) {
        const bool is_first = &begun == &tasks_.front();
        ahead += is_first ? 0 : begun.size();
        if (ahead > most_bytes_ahead) return;
        begun.sent = begun.sent || send(begun);
        if (!begun.sent) return;
    }
}

void Remote::finish(pipeline::Finished& finished) {
    finished.inner.clear();
    while (!try_first(finished)) {}
    tasks_.pop_front();
}

// False: another document of the task is to come; or the worker is gone, and the task has changed or a new worker may do better.
bool Remote::try_first(pipeline::Finished& finished) {
    Begun& begun = tasks_.front();
    const Clock::time_point deadline = Clock::now() + std::chrono::seconds(options_.seconds);
    send_ahead();
    const Channel::Got got = begun.sent ? child_.channel.receive(answer_, deadline, options_.stop) : Channel::Got::ended;
    if (got == Channel::Got::message) {
        const Answer answer = Answer::read(answer_);
        take(answer, begun, finished);
        return !answer.more;
    }
    if (got == Channel::Got::stopped) {
        finished = {};
        finished.status = Status::failed;
        finished.cause = "the run was interrupted";
        retire();
        return true;
    }
    lose(begun, got == Channel::Got::late);
    return false;
}

void Remote::take(const Answer& answer, Begun& begun, pipeline::Finished& finished) {
    if (answer.is_container) begun.request.containers.insert(begun.request.answered);
    pipeline::Outcome& outcome = begun.request.answered++ == 0 ? finished : finished.inner.emplace_back();
    outcome.output = answer.output;
    outcome.cause = answer.cause;
    outcome.source = answer.source;
    outcome.status = static_cast<Status>(answer.status);
    done_ += answer.more ? 0 : 1;
    if (answer.tired) retire();
}

// What happens in a worker that has done others may be their fault: then a new one tries the same once more.
void Remote::lose(Begun& begun, bool late) {
    const std::uint32_t inside = inside_.load(std::memory_order_relaxed);
    const bool fresh = done_ == 0;
    const int status = retire();
    if (!late && !fresh) return;
    pipeline::Lesson& lesson = begun.request.lessons[begun.request.answered];
    const bool has_failed = !lesson.code.empty() || (begun.request.answered == 0 && !begun.request.task.code.empty());
    if (has_failed) throw std::runtime_error("a worker process " + cause_of(status) + " before it had read anything");
    const std::string cause = late ? "took longer than " + std::to_string(options_.seconds) + " s" : cause_of(status);
    const bool in_plugin = inside > 0 && inside <= plugins_.size();
    if (in_plugin && plugins_.manifest(inside - 1).kind != plugin::Manifest::Kind::reader && lesson.absent.size() < plugins_.size()) {
        lesson.absent.push_back({inside - 1, "it " + cause});
        return;
    }
    lesson.code = "document.crashed";
    lesson.message = (in_plugin ? "The plugin '" + plugins_.manifest(inside - 1).id + "' " : "dateline itself ") + cause + " on this document.";
}

bool Remote::send(const Begun& begun) {
    if (!child_.channel.is_open()) {
        inside_.store(0, std::memory_order_relaxed);
        child_ = nursery_.start(place_);
        done_ = 0;
    }
    fields_.clear();
    begun.request.write(fields_);
    return child_.channel.send(fields_.message(), Clock::now() + std::chrono::seconds(options_.seconds), options_.stop) == Channel::Got::message;
}

// Ends the process, whatever it does, and tells its status. What it had been sent goes to the next.
int Remote::retire() {
    if (!child_.channel.is_open()) return 0;
    child_.channel.close();
    ::kill(child_.process, SIGKILL);  // one that has ended keeps the status that it had
    for (Begun& begun : tasks_) begun.sent = false;
    return nursery_.wait_for(child_.process);
}

}  // namespace dateline::isolate
