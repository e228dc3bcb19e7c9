#include "plugins/html/threshold.h"

#include <gtest/gtest.h>

#include <string>

namespace html {
namespace {

/// The threshold of a page whose blocks have so many bytes and these scores.
std::int32_t threshold_of(const std::vector<std::size_t>& bytes, const std::vector<std::int32_t>& scores) {
    std::vector<Block> blocks;
    for (const std::size_t size : bytes) blocks.emplace_back().text = std::string(size, 'x');
    return threshold(blocks, scores);
}

TEST(Threshold, IsNearEvenOddsWhereAPageIsPlain) {
    EXPECT_EQ(threshold_of({500, 500, 100}, {600, 500, -100}), 1);
    EXPECT_EQ(threshold_of({500, 500, 100}, {600, 2, -100}), 1);
}

TEST(Threshold, IsLowerWhereMuchIsInDoubt) {
    EXPECT_EQ(threshold_of({100, 500, 500}, {300, -45, -60}), -60);
    EXPECT_EQ(threshold_of({300, 300}, {-20, -30}), -30);
}

TEST(Threshold, CountsBytesNotBlocks) {
    EXPECT_EQ(threshold_of({2000, 100, 100, 100}, {500, -50, -50, -50}), 1);
    EXPECT_EQ(threshold_of({100, 100, 2000, 10}, {500, -50, -50, -50}), -50);
}

TEST(Threshold, NeverTakesWhatIsUnlikely) {
    EXPECT_EQ(threshold_of({100, 100}, {-140, -300}), 1);
    EXPECT_EQ(threshold_of({100, 100}, {-139, -300}), -139);
}

TEST(Threshold, CountsTheDoublingsThatAreMissing) {
    const auto missing = [](std::size_t bytes) {
        std::vector<Block> blocks(2);
        blocks[0].text = std::string(bytes, 'x');
        blocks[1].text = std::string(5000, 'x');
        return missing_doublings(blocks, {1, 0});
    };
    EXPECT_EQ(missing(5000), 0);
    EXPECT_EQ(missing(2048), 0);
    EXPECT_EQ(missing(2047), 1);
    EXPECT_EQ(missing(300), 3);
    EXPECT_EQ(missing(100), 4);
    EXPECT_EQ(missing(0), 4);
}

TEST(Threshold, IsEvenOddsWithoutBlocksOrText) {
    EXPECT_EQ(threshold_of({}, {}), 1);
    EXPECT_EQ(threshold_of({0, 0}, {-10, 10}), 1);
}

}  // namespace
}  // namespace html
