#include "core/isolate/nursery.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

namespace dateline::isolate {
namespace {

struct Request {
    pid_t wait_for;  // 0: start one
    std::uint32_t place;
};

struct Answer {
    pid_t process;
    int status;  // of the one that was waited for, or the error of one that could not be started
};

std::pair<int, int> socket_pair(int type) {
    int ends[2];
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0) throw std::system_error(errno, std::generic_category(), "no socket for a worker process");
    return {ends[0], ends[1]};
}

// Neither the terminal's signals nor the program's files are a worker's concern, and none outlives its parent.
void begin(int kept, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) std::signal(signal, SIG_IGN);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) std::signal(signal, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::close_range(STDERR_FILENO + 1, static_cast<unsigned>(kept) - 1, 0);
    ::close_range(static_cast<unsigned>(kept) + 1, ~0u, 0);
}

// Sends the answer, with a descriptor unless it is -1.
void answer(int socket, Answer answer, int descriptor) {
    iovec part{&answer, sizeof answer};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof descriptor)] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof descriptor);
        std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    }
    ::sendmsg(socket, &message, MSG_NOSIGNAL);
}

void start_worker(int socket, std::uint32_t place, const Nursery::Work& work) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return answer(socket, {-1, errno}, -1);
    const pid_t parent = ::getpid(), process = ::fork();
    if (process == 0) {
        begin(ends[1], parent);
        work(Channel(ends[1]), place);
        ::_exit(0);
    }
    answer(socket, {process, process < 0 ? errno : 0}, process < 0 ? -1 : ends[0]);
    ::close(ends[0]);
    ::close(ends[1]);
}

[[noreturn]] void run(int socket, const Nursery::Work& work) {
    for (Request request{}; ::recv(socket, &request, sizeof request, 0) == static_cast<ssize_t>(sizeof request);) {
        if (request.wait_for == 0) {
            start_worker(socket, request.place, work);
        } else {
            int status = 0;
            ::waitpid(request.wait_for, &status, 0);
            answer(socket, {request.wait_for, status}, -1);
        }
    }
    ::_exit(0);
}

int descriptor_in(const msghdr& message) {
    int descriptor = -1;
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (header != nullptr && header->cmsg_type == SCM_RIGHTS) std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return descriptor;
}

// Throws when the nursery is gone.
std::pair<Answer, int> ask(int socket, Request request) {
    Answer given{};
    iovec part{&given, sizeof given};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    ssize_t count = ::send(socket, &request, sizeof request, MSG_NOSIGNAL);
    do count = count < 0 ? count : ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    if (count != static_cast<ssize_t>(sizeof given)) throw std::runtime_error("the process that starts worker processes has ended; start the run again");
    return {given, descriptor_in(message)};
}

}  // namespace

Nursery::Nursery(Work work, std::function<void()> begin_process) {
    const auto [ours, its] = socket_pair(SOCK_SEQPACKET);
    channel_ = Channel(ours);
    const pid_t parent = ::getpid();
    process_ = ::fork();
    if (process_ == 0) {
        begin(its, parent);
        begin_process();
        run(its, work);
    }
    ::close(its);
    if (process_ < 0) throw std::system_error(errno, std::generic_category(), "no process for workers");
}

Nursery::~Nursery() {
    channel_.close();
    ::waitpid(process_, nullptr, 0);
}

Child Nursery::start(std::uint32_t place) {
    const std::lock_guard lock(mutex_);
    const auto [given, descriptor] = ask(channel_.descriptor(), {0, place});
    if (given.process < 0) throw std::system_error(given.status, std::generic_category(), "no worker process can be started");
    return {given.process, Channel(descriptor)};
}

int Nursery::wait_for(pid_t process) {
    const std::lock_guard lock(mutex_);
    return ask(channel_.descriptor(), {process, 0}).first.status;
}

}  // namespace dateline::isolate
