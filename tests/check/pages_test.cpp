#include "core/check/pages.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <string>


namespace dateline::check {
namespace {

// What a process that does this to ten bytes tells of its end.
std::string told_by(Pages::Edge edge, const std::function<void(Pages& pages, volatile char* bytes)>& work) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    if (fork() == 0) {
        const Report report(ends[1]);
        explain_crashes(report);
        Pages pages(10, edge, "the text");
        std::memset(pages.data(), 'a', 10);
        work(pages, static_cast<volatile char*>(pages.data()));
        _exit(0);
    }
    close(ends[1]);
    std::string told;
    for (char byte; read(ends[0], &byte, 1) == 1;) {
        told += byte;
    }
    close(ends[0]);
    wait(nullptr);
    return told;
}

TEST(Pages, TellWhoReadsBeyondTheEnd) {
    EXPECT_EQ(told_by(Pages::Edge::end, [](Pages&, volatile char* bytes) { static_cast<void>(bytes[9]); }), "");
    EXPECT_EQ(told_by(Pages::Edge::end, [](Pages&, volatile char* bytes) { static_cast<void>(bytes[10]); }), "cit read beyond the end of the text\n");
}

TEST(Pages, TellWhoReadsBeforeTheBeginning) {
    EXPECT_EQ(told_by(Pages::Edge::begin, [](Pages&, volatile char* bytes) { static_cast<void>(bytes[-1]); }), "cit read before the beginning of the text\n");
}

TEST(Pages, TellWhoWritesToWhatIsProtected) {
    EXPECT_EQ(told_by(Pages::Edge::none, [](Pages& pages, volatile char* bytes) {
        bytes[0] = 'b';
        pages.protect();
        bytes[0] = 'c';
    }), "cit wrote to the text, which is the host's and read-only\n");
}

TEST(Pages, TellWhoUsesWhatIsForgotten) {
    EXPECT_EQ(told_by(Pages::Edge::none, [](Pages& pages, volatile char* bytes) {
        pages.forget();
        static_cast<void>(bytes[0]);
    }), "cit used the text of a call that has returned; what the host passes lives until that call returns\n");
}

}  // namespace
}  // namespace dateline::check
