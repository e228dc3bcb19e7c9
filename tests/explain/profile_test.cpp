#include "core/explain/profile.h"

#include <gmock/gmock.h>

namespace dateline::explain {
namespace {

using testing::HasSubstr;
using testing::Lt;

TEST(WriteProfile, GivesMeansOfTheRunsAndTheDearestPluginFirst) {
    Profile profile;
    profile.add("lists", "cheap", 2'000);
    profile.add("lists", "dear", 4'000);
    profile.add("extract", "dear", 12'000);
    profile.add("judge", "", 2'000);
    std::string out;
    write_profile(profile, 2, 100, out);
    EXPECT_THAT(out, HasSubstr("100 bytes of text, 2 runs: 10 microseconds a run, 10.0 MB/s\n"));
    EXPECT_THAT(out, HasSubstr("dear                                        2.0               6.0               8.0   80.0%\n"));
    EXPECT_THAT(out.find("dear"), Lt(out.find("cheap")));
    EXPECT_THAT(out, HasSubstr("the host's own\n  judge "));
    EXPECT_THAT(out, HasSubstr("1.0   10.0%\n"));
}

}  // namespace
}  // namespace dateline::explain
