#include "core/isolate/channel.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <thread>

namespace dateline::isolate {
namespace {

constexpr auto never = Clock::time_point::max();
const auto go_on = [] { return false; };

std::pair<Channel, Channel> connected() {
    int ends[2];
    EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    return {Channel(ends[0]), Channel(ends[1])};
}

TEST(Channel, CarriesWholeMessages) {
    auto [one, other] = connected();
    const std::string large(5u << 20, 'x');
    std::thread sender([&, &one = one] {
        one.send("small", never, go_on);
        one.send("", never, go_on);
        one.send(large, never, go_on);
    });
    std::string message;
    for (const std::string& wanted : {std::string("small"), std::string(), large}) {
        EXPECT_EQ(other.receive(message, never, go_on), Channel::Got::message);
        EXPECT_EQ(message, wanted);
    }
    sender.join();
}

TEST(Channel, TellsThatTheOtherEndIsGone) {
    auto [one, other] = connected();
    one.close();
    std::string message;
    EXPECT_EQ(other.receive(message, never, go_on), Channel::Got::ended);
    EXPECT_EQ(other.send("x", never, go_on), Channel::Got::ended);
}

TEST(Channel, WaitsNoLongerThanItMay) {
    auto [one, other] = connected();
    std::string message;
    EXPECT_EQ(other.receive(message, Clock::now() + std::chrono::milliseconds(20), go_on), Channel::Got::late);
    EXPECT_EQ(other.receive(message, never, [] { return true; }), Channel::Got::stopped);
    EXPECT_EQ(one.send(std::string(8u << 20, 'x'), Clock::now() + std::chrono::milliseconds(20), go_on), Channel::Got::late);
}

TEST(Channel, TakesNoAbsurdLengthForAMessage) {
    auto [one, other] = connected();
    const std::uint64_t length = ~std::uint64_t{0};
    ASSERT_EQ(send(one.descriptor(), &length, sizeof length, 0), static_cast<ssize_t>(sizeof length));
    std::string message;
    EXPECT_EQ(other.receive(message, never, go_on), Channel::Got::ended);
}

TEST(Fields, AreReadAsTheyWereWritten) {
    Fields fields;
    fields.add(std::uint64_t{7});
    fields.add("seven");
    fields.add("");
    FieldReader reader(fields.message());
    EXPECT_EQ(reader.number(), 7u);
    EXPECT_EQ(reader.text(), "seven");
    EXPECT_EQ(reader.text(), "");
    EXPECT_EQ(reader.number(), 0u);
    EXPECT_EQ(reader.text(), "");
}

TEST(Fields, EndWhereAMessageIsCutOff) {
    Fields fields;
    fields.add("a long text");
    FieldReader reader(std::string_view(fields.message()).substr(0, 12));
    EXPECT_EQ(reader.text(), "a lo");
}

}  // namespace
}  // namespace dateline::isolate
