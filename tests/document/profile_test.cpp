#include "core/document/profile.h"

#include <gmock/gmock.h>

#include <thread>

namespace dateline {
namespace {

void work() {
    volatile unsigned sink = 0;
    for (unsigned i = 0; i < 100'000; ++i) sink = sink + i;
}

TEST(Profile, AddsUpWhatOneStageOfOnePluginTakes) {
    Profile profile;
    for (int i = 0; i < 2; ++i) {
        const Timed timed("rules", "money");
        work();
    }
    {
        const Timed timed("rules");
        work();
    }
    ASSERT_EQ(profile.rows().size(), 2u);
    EXPECT_EQ(profile.rows()[0].plugin, "money");
    EXPECT_EQ(profile.rows()[1].plugin, "");
    EXPECT_GT(profile.rows()[1].nanoseconds, 0);
    EXPECT_EQ(profile.sum(), profile.rows()[0].nanoseconds + profile.rows()[1].nanoseconds);
}

TEST(Profile, MeasuresItsOwnThreadOnly) {
    Profile profile;
    std::thread([] { const Timed timed("rules"); }).join();
    EXPECT_TRUE(profile.rows().empty());
}

TEST(Profile, EndsWithItsLife) {
    { const Profile profile; }
    const Timed timed("rules");  // AddressSanitizer sees whoever writes to what is gone
}

}  // namespace
}  // namespace dateline
