#include "core/resolve/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mention/draft.h"

namespace dateline::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Resolution resolved(Draft& draft) {
    draft.accept_all();
    Resolution resolution;
    resolve(draft.text, draft.proposals, draft.types, resolution);
    return resolution;
}

std::vector<std::string> names(const Resolution& resolution) {
    std::vector<std::string> out;
    for (const Entity& entity : resolution.entities) {
        out.push_back(entity.id + " " + entity.name);
    }
    return out;
}

std::vector<std::string> aliases(const Entity& entity) {
    std::vector<std::string> out;
    for (const Alias& alias : entity.aliases) {
        out.push_back(alias.name);
    }
    return out;
}

TEST(Resolve, JoinsEqualNames) {
    Draft draft("ECNU and ECNU and Ecnu and ENU");
    draft.candidate("organization", "ENU", 10);
    draft.candidate("organization", "Ecnu", 10);
    draft.candidate("organization", "ECNU", 10, 1);
    draft.candidate("organization", "ECNU", 10, 0);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(names(resolution), ElementsAre("o1 ECNU", "o2 ENU"));
    EXPECT_THAT(resolution.entities[0].mentions, ElementsAre(3, 2, 1));
    EXPECT_THAT(aliases(resolution.entities[0]), IsEmpty()) << "another case is no other name";
    EXPECT_THAT(resolution.entity_of, ElementsAre(1, 0, 0, 0));
}

TEST(Resolve, JoinsNamesWhateverWhiteSpaceStandsInThem) {
    Draft draft("Suzhou\nXiangda Co.,Ltd. and Suzhou Xiangda Co., Ltd.");
    draft.candidate("organization", "Suzhou\nXiangda Co.,Ltd.", 10);
    draft.candidate("organization", "Suzhou Xiangda Co., Ltd.", 10);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(names(resolution), ElementsAre("o1 Suzhou Xiangda Co.,Ltd."));
    EXPECT_EQ(resolution.entities[0].mentions.size(), 2u);
}

TEST(Resolve, KeepsTypesApart) {
    Draft draft("Washington met Washington");
    draft.candidate("person", "Washington", 10);
    draft.candidate("organization", "Washington", 10, 1);
    EXPECT_THAT(names(resolved(draft)), ElementsAre("o1 Washington", "p1 Washington")) << "in the order of types";
}

TEST(Resolve, LeavesOutWhatWasRejectedOrIsSilent) {
    Draft draft("Shanghai met Mei");
    draft.candidate("place", "Shanghai", 10);
    draft.candidate("person", "Mei", -10);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(resolution.entities, IsEmpty());
    EXPECT_THAT(resolution.entity_of, ElementsAre(DATELINE_NONE, DATELINE_NONE));
}

TEST(Resolve, NumbersEntitiesByTheirFirstMention) {
    Draft draft("Li Na , Mei , Li Na , Qian");
    draft.candidate("person", "Qian", 10);
    draft.candidate("person", "Mei", 10);
    draft.candidate("person", "Li Na", 10, 1);
    draft.candidate("person", "Li Na", 10);
    EXPECT_THAT(names(resolved(draft)), ElementsAre("p1 Li Na", "p2 Mei", "p3 Qian"));
}

TEST(Resolve, TheFullestNameIsTheEntitysAndOthersAreAliases) {
    Draft draft("ECNU is East China Normal University or the Uni");
    const std::uint32_t uni = draft.candidate("organization", "Uni", 10, 1);
    const std::uint32_t full = draft.candidate("organization", "East China Normal University", 10);
    const std::uint32_t ecnu = draft.candidate("organization", "ECNU", 10);
    const std::uint32_t abbreviation = draft.link(ecnu, full, DATELINE_LINK_ABBREVIATION);
    const std::uint32_t shorter = draft.link(uni, full, DATELINE_LINK_SHORTER_FORM);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(names(resolution), ElementsAre("o1 East China Normal University"));
    const Entity& entity = resolution.entities[0];
    EXPECT_THAT(aliases(entity), ElementsAre("ECNU", "Uni"));
    EXPECT_EQ(entity.aliases[0].link, abbreviation);
    EXPECT_EQ(entity.aliases[1].link, shorter);
    EXPECT_THAT(entity.mentions, ElementsAre(ecnu, full, uni));
}

TEST(Resolve, LengthIsCountedInCharacters) {
    Draft draft("华东师范大学 is Hua Shi");
    const std::uint32_t han = draft.candidate("organization", "华东师范大学", 10);
    draft.link(draft.candidate("organization", "Hua Shi", 10), han, DATELINE_LINK_TRANSLITERATION);
    EXPECT_THAT(names(resolved(draft)), ElementsAre("o1 Hua Shi"));
}

TEST(Resolve, OfEquallyLongNamesTheFirstIsTheEntitys) {
    Draft draft("Abcd or Efgh");
    const std::uint32_t second = draft.candidate("organization", "Efgh", 10);
    draft.link(draft.candidate("organization", "Abcd", 10), second, DATELINE_LINK_RENAMED);
    EXPECT_THAT(names(resolved(draft)), ElementsAre("o1 Abcd"));
}

TEST(Resolve, AnAliasTellsTheSurestLinkThatCallsItOne) {
    Draft draft("Abc Def , AD , Abc , AD");
    const std::uint32_t full = draft.candidate("organization", "Abc Def", 10);
    const std::uint32_t first = draft.candidate("organization", "AD", 10);
    const std::uint32_t abc = draft.candidate("organization", "Abc", 10, 1);
    const std::uint32_t second = draft.candidate("organization", "AD", 10, 1);
    draft.link(abc, second, DATELINE_LINK_SHORTER_FORM, 900);
    draft.link(second, full, DATELINE_LINK_DEFINED_AS, 200);
    const std::uint32_t surest = draft.link(first, full, DATELINE_LINK_ABBREVIATION, 300);
    draft.link(first, second, DATELINE_LINK_ABBREVIATION, 999);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(aliases(resolution.entities[0]), ElementsAre("AD", "Abc"));
    EXPECT_EQ(resolution.entities[0].aliases[0].link, surest);
}

TEST(Resolve, ANameThatNoLinkCallsAnAliasTellsTheLinkItStandsIn) {
    Draft draft("Short , Much Longer Name");
    const std::uint32_t shorter = draft.candidate("organization", "Short", 10);
    const std::uint32_t longer = draft.candidate("organization", "Much Longer Name", 10);
    const std::uint32_t renamed = draft.link(longer, shorter, DATELINE_LINK_RENAMED);
    const Resolution resolution = resolved(draft);
    ASSERT_THAT(aliases(resolution.entities[0]), ElementsAre("Short"));
    EXPECT_EQ(resolution.entities[0].aliases[0].link, renamed);
    EXPECT_EQ(resolution.entities[0].aliases[0].begin, 0u) << "its own place";
    EXPECT_EQ(resolution.entities[0].aliases[0].end, 5u);
}

TEST(Resolve, ChainsOfLinksMakeOneEntity) {
    Draft draft("Aaaa Aaa Aa A");
    const std::uint32_t a4 = draft.candidate("person", "Aaaa", 10), a3 = draft.candidate("person", "Aaa", 10, 1),
                        a2 = draft.candidate("person", "Aa", 10, 2), a1 = draft.candidate("person", "A", 10, 3);
    draft.link(a1, a2, DATELINE_LINK_SHORTER_FORM);
    draft.link(a3, a4, DATELINE_LINK_SHORTER_FORM);
    draft.link(a2, a3, DATELINE_LINK_SHORTER_FORM);
    EXPECT_EQ(resolved(draft).entities.size(), 1u);
}

TEST(Resolve, RejectedLinksJoinNothing) {
    Draft draft("Mei , Mei Xiangrong");
    const std::uint32_t mei = draft.candidate("person", "Mei", 10), full = draft.candidate("person", "Mei Xiangrong", 10);
    draft.link(mei, full, DATELINE_LINK_FAMILY_NAME, -5);
    EXPECT_EQ(resolved(draft).entities.size(), 2u);
}

TEST(Resolve, JoinsTypesWithAKeyByItsValue) {
    Draft draft("May 1 , 1 May , May 1 , May , May");
    draft.candidate("date", "May 1", 10);
    draft.attribute("value", "2024-05-01", DATELINE_VALUE_DATE);
    draft.candidate("date", "1 May", 10);
    draft.attribute("precision", "day");
    draft.attribute("value", "2024-05-01", DATELINE_VALUE_DATE);
    draft.candidate("date", "May 1", 10, 1);
    draft.attribute("value", "2025-05-01", DATELINE_VALUE_DATE);
    draft.candidate("date", "May", 10, 3);
    draft.candidate("date", "May", 10, 4);
    draft.attribute("value", "", DATELINE_VALUE_NULL);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(names(resolution), ElementsAre("d1 ", "d2 ", "d3 ")) << "no names, and values of null join by their words";
    EXPECT_THAT(resolution.entity_of, ElementsAre(0, 0, 1, 2, 2));
}

struct ResolvedFacts : testing::Test {
    void role(std::uint32_t person, std::string_view place, std::string_view title, std::uint32_t organization, std::int32_t score = 200) {
        draft.fact(person, "role", place, score);
        draft.field("status", "current");
        draft.field("organization", organization);
        draft.field("title", title);
    }

    Draft draft{"dean Mei of ECNU , Dean Mei of Ecnu , dean of ENU"};
    std::uint32_t mei = draft.candidate("person", "Mei", 10), again = draft.candidate("person", "Mei", 10, 1);
    std::uint32_t ecnu = draft.candidate("organization", "ECNU", 10), other = draft.candidate("organization", "Ecnu", 10);
    std::uint32_t enu = draft.candidate("organization", "ENU", 10);
};

TEST_F(ResolvedFacts, StandAtTheirEntityInTextOrder) {
    role(again, "dean of ENU", "dean", enu);
    role(mei, "dean Mei", "dean", ecnu);
    const Resolution resolution = resolved(draft);
    EXPECT_THAT(resolution.entities.back().facts, ElementsAre(1, 0));
}

TEST_F(ResolvedFacts, ThatSayTheSameAreWrittenOnce) {
    role(again, "Dean Mei", "Dean", other);
    role(mei, "dean Mei", "dean", ecnu);
    EXPECT_THAT(resolved(draft).entities.back().facts, ElementsAre(1)) << "the first in the text; references by entity";
}

TEST_F(ResolvedFacts, ThatDifferInAFieldAreBothWritten) {
    role(mei, "dean Mei", "dean", ecnu);
    role(mei, "dean Mei", "deputy dean", ecnu);
    draft.fact(mei, "role", "dean Mei");
    draft.field("status", "former");
    draft.field("title", "dean");
    draft.field("organization", ecnu);
    EXPECT_THAT(resolved(draft).entities.back().facts, ElementsAre(0, 1, 2));
}

TEST_F(ResolvedFacts, ThatSayLessThanAnotherAreNotWritten) {
    draft.fact(mei, "role", "dean Mei");
    draft.field("status", "current");
    draft.field("title", "dean");
    draft.field("organization", {}, DATELINE_VALUE_NULL);
    draft.fact(again, "role", "Dean Mei");
    draft.field("status", "current");
    draft.field("title", "Professor");
    role(again, "dean of ENU", "dean", enu);
    EXPECT_THAT(resolved(draft).entities.back().facts, ElementsAre(1, 2));
}

TEST_F(ResolvedFacts, ThatWereRejectedAreNotWritten) {
    role(mei, "dean Mei", "dean", ecnu, -1);
    EXPECT_THAT(resolved(draft).entities.back().facts, IsEmpty());
}

TEST(Resolution, OfTheDocumentBeforeIsForgotten) {
    Draft first("ECNU is East China Normal University");
    const std::uint32_t ecnu = first.candidate("organization", "ECNU", 10);
    first.link(ecnu, first.candidate("organization", "East China Normal University", 10), DATELINE_LINK_ABBREVIATION);
    Resolution resolution = resolved(first);
    Draft second("Mei");
    second.candidate("person", "Mei", 10);
    second.accept_all();
    resolve(second.text, second.proposals, second.types, resolution);
    EXPECT_THAT(names(resolution), ElementsAre("p1 Mei"));
    EXPECT_THAT(resolution.entities[0].aliases, IsEmpty());
    EXPECT_THAT(resolution.entity_of, ElementsAre(0));
}

TEST(Resolve, TwentyThousandMentionsOfOneNameAtOnce) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "Mei ";
    }
    Draft draft(text);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        Candidate candidate;
        candidate.type = draft.types.find("person");
        candidate.begin = i * 4;
        candidate.end = i * 4 + 3;
        candidate.verdict = {10, 0, true, DATELINE_NONE};
        draft.proposals.candidates.push_back(candidate);
    }
    Resolution resolution;
    resolve(draft.text, draft.proposals, draft.types, resolution);
    ASSERT_EQ(resolution.entities.size(), 1u);
    EXPECT_EQ(resolution.entities[0].mentions.size(), 20'000u);
}

}  // namespace
}  // namespace dateline::resolve
