#include "core/mention/type.h"

#include <gtest/gtest.h>

#include "tests/mention/draft.h"

namespace dateline {
namespace {

TEST(Types, FindsDeclarationsByName) {
    const Types types = sample_types();
    const std::uint32_t base = types.find("base");
    EXPECT_EQ(types.types[base].collection, "bases");
    EXPECT_EQ(types.types[types.find("date")].attributes[types.find_attribute(types.find("date"), "anchor")].name, "anchor");
    const std::uint32_t event = types.find_fact(base, "event");
    EXPECT_EQ(types.facts[event].collection, "events");
    EXPECT_EQ(types.facts[event].fields[types.find_field(event, "date")].reference, "date");
}

TEST(Types, FindsNoFactOfAnotherType) {
    const Types types = sample_types();
    EXPECT_EQ(types.find_fact(types.find("person"), "event"), DATELINE_NONE);
}

TEST(Types, GiveNoneForUnknownNames) {
    const Types types = sample_types();
    EXPECT_EQ(types.find("dragon"), DATELINE_NONE);
    EXPECT_EQ(types.find_attribute(DATELINE_NONE, "value"), DATELINE_NONE);
    EXPECT_EQ(types.find_fact(DATELINE_NONE, "role"), DATELINE_NONE);
    EXPECT_EQ(types.find_field(DATELINE_NONE, "title"), DATELINE_NONE);
}

TEST(Types, WithoutCollectionAreSilent) {
    const Types types = sample_types();
    EXPECT_TRUE(types.types[types.find("place")].silent());
    EXPECT_FALSE(types.types[types.find("person")].silent());
}

}  // namespace
}  // namespace dateline
