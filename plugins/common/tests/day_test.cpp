#include "plugins/common/day.h"

#include <gtest/gtest.h>

namespace common {
namespace {

TEST(Day, IsThatOfTheDatesOwnZone) {
    EXPECT_EQ(day_of("Tue, 05 Mar 2024 23:30:00 -0800"), "2024-03-05");
    EXPECT_EQ(day_of("2024-03-05T00:10:00+13:00"), "2024-03-05");
    EXPECT_EQ(day_of("Wed, 3 Sep 2008 10:00:00 EST"), "2008-09-03");
    EXPECT_EQ(day_of("5 Mar 2024 09:00 NZDT"), "2024-03-05");
}

TEST(Day, IsReadInFormsThatNoStandardHas) {
    for (const char* form :
         {"2024-03-05 16:42:55 -0800", "2024/3/5", "2024.03.05", "20240305T090000Z", "Tue Mar  5 09:00:00 +0800 2024", "Tue Mar 5 09:00:00 GMT 2024",
          "March 5, 2024", "Mar 5 2024 9:00AM", "5-Mar-24", "Tuesday, 5 March 2024", "\n  Tue, 5 Mar 2024 09:00:00 GMT\n", "mar 05 2024"}) {
        EXPECT_EQ(day_of(form), "2024-03-05") << form;
    }
    EXPECT_EQ(day_of("01 Jan 99 00:00 GMT"), "1999-01-01");
}

TEST(Day, IsNoMoreExactThanWhatIsSaid) {
    EXPECT_EQ(day_of("2024-03"), "2024-03");
    EXPECT_EQ(day_of("2024"), "2024");
}

TEST(Day, IsNoneWhenItCannotBeOne) {
    for (const char* form : {"", "yesterday", "2024-13-05", "31 Feb 2024", "Mon, 01 Jan 0001 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 GMT",
                             "05/03/2024", "12", "Mar", "5 Mar", "2024-3", "2024-03-", "2024-03x", "99999999999999"}) {
        EXPECT_EQ(day_of(form), "") << form;
    }
}

}  // namespace
}  // namespace common
