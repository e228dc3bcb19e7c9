#include "core/learn/weights.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

#include "core/text/hash.h"

namespace dateline::learn {
namespace {

class WeightsFile : public testing::Test {
protected:
    std::filesystem::path write(const std::string& bytes) {
        std::ofstream(path_, std::ios::binary) << bytes;
        return path_;
    }
    ~WeightsFile() override { std::filesystem::remove(path_); }

private:
    std::filesystem::path path_ = testing::TempDir() + "weights-test-" + std::to_string(getpid());
};

TEST_F(WeightsFile, GivesBackWhatWasCompiled) {
    std::vector<std::pair<std::uint64_t, std::int32_t>> entries;
    std::mt19937_64 random(3);
    for (int i = 0; i < 20000; ++i) entries.emplace_back(random(), i % 2 == 0 ? i : -i);
    const Weights weights(write(Weights::compile(entries)));
    int differ = 0;
    for (const auto& [key, weight] : entries) differ += weights.find(key) != weight ? 1 : 0;
    EXPECT_LT(differ, 20) << "two whose 16 bits and places agree are one";
}

TEST_F(WeightsFile, HasNothingForOtherKeys) {
    std::vector<std::pair<std::uint64_t, std::int32_t>> entries;
    std::mt19937_64 random(3);
    for (int i = 1; i < 20000; ++i) entries.emplace_back(random(), i);
    const Weights weights(write(Weights::compile(entries)));
    int found = 0;
    for (int i = 0; i < 100000; ++i) found += weights.find(random()) != 0 ? 1 : 0;
    EXPECT_LT(found, 20) << "16 bits of a key are compared";
}

TEST_F(WeightsFile, HasTopicsApart) {
    const Weights weights(write(Weights::compile({{1, 11}, {2, 12}}, {{2, 7}, {3, 8}})));
    EXPECT_EQ(weights.find(2), 12);
    EXPECT_EQ(weights.topic(2), 7);
    EXPECT_EQ(weights.topic(1), 0);
    EXPECT_EQ(weights.find(3), 0);
}

TEST(Weights, AreNoneByDefault) {
    EXPECT_TRUE(Weights().empty());
    EXPECT_EQ(Weights().find(7), 0);
    EXPECT_EQ(Weights().topic(7), 0);
}

TEST(Weights, OfOneKeyTheFirstCountsAndTheOrderDoesNot) {
    EXPECT_EQ(Weights::compile({{5, 1}, {9, 2}, {5, 3}}), Weights::compile({{9, 2}, {5, 1}}));
    EXPECT_NE(Weights::compile({{5, 1}}, {{9, 2}}), Weights::compile({{5, 1}, {9, 2}}));
}

TEST_F(WeightsFile, ThatIsNoneIsRefusedByName) {
    const std::string good = Weights::compile({{1, 1}, {2, 2}});
    for (const std::string& bad : {std::string(), good.substr(0, 10), good.substr(0, good.size() - 1), good + "x", std::string(good.size(), 'x')}) {
        try {
            const Weights weights(write(bad));
            ADD_FAILURE() << bad.size() << " bytes were taken";
        } catch (const std::runtime_error& error) {
            EXPECT_NE(std::string(error.what()).find("weights-test"), std::string::npos) << error.what();
        }
    }
}

}  // namespace
}  // namespace dateline::learn
