#include "core/isolate/remote.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <stdexcept>

namespace dateline::isolate {
namespace {

constexpr std::size_t small = 64u << 10;  // a document that the channel takes in whole while the worker is busy with another

// Why a process is gone; goes on from a name.
std::string cause_of(int status) {
    if (!WIFSIGNALED(status)) return "ended its process (exit code " + std::to_string(WEXITSTATUS(status)) + ")";
    const char* name = ::sigabbrev_np(WTERMSIG(status));
    return "crashed (SIG" + (name != nullptr ? std::string(name) : std::to_string(WTERMSIG(status))) + ")";
}

}  // namespace

void Remote::begin(const pipeline::Input& input) {
    Task& task = tasks_.emplace_back();
    task.source = &input.path;
    const std::string problem = pipeline::read_input(input, most_bytes_, task.bytes);
    if (!problem.empty()) task.failed.push_back({0, "document.unreadable", problem});
    const bool is_next = tasks_.size() == 1, follows = !is_next && tasks_.front().sent && task.bytes.size() <= small;
    if (is_next || follows) task.sent = send(task);
}

void Remote::finish(pipeline::Finished& finished) {
    finished.inner.clear();
    while (!try_first(finished)) {}
    tasks_.pop_front();
}

// False: there is another document of the input to come; or the worker is gone, and the task has changed or a new worker may do better.
bool Remote::try_first(pipeline::Finished& finished) {
    Task& task = tasks_.front();
    const Clock::time_point deadline = Clock::now() + std::chrono::seconds(options_.seconds);
    task.sent = task.sent || send(task);
    const Channel::Got got = task.sent ? child_.channel.receive(answer_, deadline, options_.stop) : Channel::Got::ended;
    if (got == Channel::Got::message) {
        const Answer answer = Answer::read(answer_);
        take(answer, task, finished);
        return !answer.more;
    }
    if (got == Channel::Got::stopped) {
        static_cast<pipeline::Outcome&>(finished) = {{}, Status::failed, "the run was interrupted", {}};
        retire();
        return true;
    }
    lose(task, got == Channel::Got::late);
    return false;
}

void Remote::take(const Answer& answer, Task& task, pipeline::Finished& finished) {
    pipeline::Outcome& outcome = task.answered++ == 0 ? finished : finished.inner.emplace_back();
    outcome.output = answer.output;
    outcome.cause = answer.cause;
    outcome.source = answer.source;
    outcome.status = static_cast<Status>(answer.status);
    done_ += answer.more ? 0 : 1;
    if (answer.tired) retire();
}

// What happens in a worker that has done others may be their fault: then a new one tries the same once more.
void Remote::lose(Task& task, bool late) {
    const std::uint32_t inside = inside_.load(std::memory_order_relaxed);
    const bool fresh = done_ == 0;
    const int status = retire();
    if (!late && !fresh) return;
    const std::uint64_t document = task.answered;
    const auto is_it = [&](const auto& one) { return one.document == document; };
    if (std::any_of(task.failed.begin(), task.failed.end(), is_it)) throw std::runtime_error("a worker process " + cause_of(status) + " before it had read anything");
    const std::string cause = late ? "took longer than " + std::to_string(options_.seconds) + " s" : cause_of(status);
    const bool in_plugin = inside > 0 && inside <= plugins_.size();
    const auto left_out = static_cast<std::size_t>(std::count_if(task.without.begin(), task.without.end(), is_it));
    if (in_plugin && plugins_.manifest(inside - 1).kind != plugin::Manifest::Kind::reader && left_out < plugins_.size()) {
        task.without.push_back({document, {inside - 1, "it " + cause}});
        return;
    }
    const std::string culprit = in_plugin ? "The plugin '" + plugins_.manifest(inside - 1).id + "' " : "dateline itself ";
    task.failed.push_back({document, "document.crashed", culprit + cause + " on this document."});
}

bool Remote::send(const Task& task) {
    if (!child_.channel.is_open()) {
        inside_.store(0, std::memory_order_relaxed);
        child_ = nursery_.start(place_);
        done_ = 0;
    }
    fields_.clear();
    Request{*task.source, task.bytes, task.answered, task.without, task.failed}.write(fields_);
    return child_.channel.send(fields_.message(), Clock::now() + std::chrono::seconds(options_.seconds), options_.stop) == Channel::Got::message;
}

// Ends the process, whatever it does, and tells its status. What it had been sent goes to the next.
int Remote::retire() {
    if (!child_.channel.is_open()) return 0;
    child_.channel.close();
    ::kill(child_.process, SIGKILL);  // one that has ended keeps the status that it had
    for (Task& task : tasks_) task.sent = false;
    return nursery_.wait_for(child_.process);
}

}  // namespace dateline::isolate
