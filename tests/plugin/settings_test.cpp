#include "core/plugin/settings.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "core/plugin/host.h"

namespace dateline::plugin {
namespace {

using testing::HasSubstr;

TEST(ParseSetting, TakesPluginNameAndValue) {
    const GivenSetting setting = parse_setting("money.minimum=a=b.c");
    EXPECT_EQ(setting.plugin, "money");
    EXPECT_EQ(setting.name, "minimum");
    EXPECT_EQ(setting.value, "a=b.c");
    EXPECT_EQ(parse_setting("money.minimum=").value, "");
}

TEST(ParseSetting, RefusesOtherForms) {
    for (const char* text : {"", "money", "money.minimum", "money=1", ".minimum=1", "money.=1", "=1", "money=a.b"}) {
        EXPECT_THROW(parse_setting(text), std::invalid_argument) << text;
    }
}

class ApplySettings : public testing::Test {
protected:
    ApplySettings() {
        Found& money = found_.emplace_back();
        money.manifest.id = "money";
        money.manifest.settings = {{"minimum", "Least.", "0"}, {"other", "Other.", "x"}};
    }

    std::string problem(GivenSetting given) {
        try {
            apply_settings({&given, 1}, found_);
        } catch (const LoadError& error) {
            return error.what();
        }
        return {};
    }

    std::vector<Found> found_;
};

TEST_F(ApplySettings, ReplacesTheDefault) {
    EXPECT_EQ(problem({"money", "minimum", "5"}), "");
    EXPECT_EQ(found_[0].manifest.settings[0].value, "5");
    EXPECT_EQ(found_[0].manifest.settings[1].value, "x");
}

TEST_F(ApplySettings, NamesWhatIsNotThere) {
    EXPECT_THAT(problem({"mony", "minimum", "5"}), HasSubstr("there is no plugin 'mony' to use; did you mean 'money'?"));
    EXPECT_THAT(problem({"money", "minimun", "5"}), HasSubstr("'money.minimun' cannot be set: the plugin has no such setting; did you mean 'minimum'?"));
    found_[0].state = Found::State::refused;
    EXPECT_THAT(problem({"money", "minimum", "5"}), HasSubstr("no plugin 'money' to use"));
}

}  // namespace
}  // namespace dateline::plugin
