#include "plugins/organizations/hash_index.h"

#include <gtest/gtest.h>

namespace dateline::organizations {
namespace {

TEST(HashIndex, KeepsMoreKeysThanItWasTold) {
    HashIndex index;
    for (int round = 0; round < 3; ++round) {
        index.clear(round == 1 ? 5000 : 1);
        EXPECT_EQ(index.find(7), HashIndex::none);
        for (std::uint32_t key = 0; key < 10000; ++key) {
            EXPECT_EQ(index[key * 77], HashIndex::none);
            index[key * 77] = key;
        }
        for (std::uint32_t key = 0; key < 10000; ++key) {
            EXPECT_EQ(index.find(key * 77), key);
        }
        EXPECT_EQ(index.find(78), HashIndex::none);
    }
}

}  // namespace
}  // namespace dateline::organizations
