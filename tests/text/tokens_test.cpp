#include <gmock/gmock.h>

#include "core/text/analysis.h"
#include "core/text/fold.h"

namespace dateline::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(const std::string& text) {
    Analysis analysis;
    analyse(text, analysis);
    std::vector<std::string> result;
    for (const dateline_token& token : analysis.tokens) result.push_back(text.substr(token.begin, token.end - token.begin));
    return result;
}

std::vector<std::string> folded(const std::string& text) {
    Analysis analysis;
    analyse(text, analysis);
    std::vector<std::string> result;
    for (const dateline_token& token : analysis.tokens) {
        result.push_back(analysis.folded.substr(token.folded, token.folded_length));
        EXPECT_EQ(token.hash, hash(result.back())) << result.back();
    }
    return result;
}

std::uint32_t flags(const std::string& text) {
    Analysis analysis;
    analyse(text, analysis);
    EXPECT_EQ(analysis.tokens.size(), 1u) << text;
    constexpr std::uint32_t place =
        DATELINE_TOKEN_SPACE_BEFORE | DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START | DATELINE_TOKEN_SENTENCE_START;
    return analysis.tokens.at(0).flags & ~place;
}

constexpr std::uint32_t word = DATELINE_TOKEN_WORD;

TEST(Tokens, KeepsApostropheInsideName) {
    EXPECT_THAT(words("O'Brien O’Brien don't l’Oréal"), ElementsAre("O'Brien", "O’Brien", "don't", "l’Oréal"));
}

TEST(Tokens, SplitsOffThePossessive) {
    EXPECT_THAT(words("China's Dean’s O'Brien's 1990's CHINA'S J.'s"),
                ElementsAre("China", "'s", "Dean", "’s", "O'Brien", "'s", "1990", "'s", "CHINA", "'S", "J.", "'s"));
    EXPECT_THAT(words("中国's"), ElementsAre("中", "国", "'s"));
}

TEST(Tokens, TakesOtherApostrophesForPunctuation) {
    EXPECT_THAT(words("Workers' 'quoted' '90s 5'10 's"), ElementsAre("Workers", "'", "'", "quoted", "'", "'", "90s", "5", "'", "10", "'", "s"));
}

TEST(Tokens, SplitsAtHyphensSlashesAndAmpersands) {
    EXPECT_THAT(words("Sci-Tech and/or R&D AT&T"), ElementsAre("Sci", "-", "Tech", "and", "/", "or", "R", "&", "D", "AT", "&", "T"));
}

TEST(Tokens, JoinsInitialsWithTheirStops) {
    EXPECT_THAT(words("J. Smith J.K. Rowling U.S. É. Zola"), ElementsAre("J.", "Smith", "J.K.", "Rowling", "U.S.", "É.", "Zola"));
    EXPECT_THAT(words("J.Smith U.S.A A... 5. b."), ElementsAre("J.", "Smith", "U.S.", "A", "A", ".", ".", ".", "5", ".", "b", "."));
    EXPECT_EQ(flags("J."), word | DATELINE_TOKEN_INITIAL | DATELINE_TOKEN_CAPITAL);
    EXPECT_EQ(flags("U.S."), word | DATELINE_TOKEN_INITIAL | DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_ALL_CAPITALS);
}

TEST(Tokens, JoinsDottedSmallLetters) {
    EXPECT_THAT(words("10 a.m. e.g. this, p.m"), ElementsAre("10", "a.m.", "e.g.", "this", ",", "p", ".", "m"));
    EXPECT_EQ(flags("p.m."), word | DATELINE_TOKEN_LOWER);
}

TEST(Tokens, KeepsTheStopOfOtherAbbreviationsApart) {
    EXPECT_THAT(words("Mr. Ltd."), ElementsAre("Mr", ".", "Ltd", "."));
}

TEST(Tokens, CutsNumbersAtPunctuation) {
    EXPECT_THAT(words("1,000 3.5% 21st Q3 A320 2024-04-01"),
                ElementsAre("1", ",", "000", "3", ".", "5", "%", "21st", "Q3", "A320", "2024", "-", "04", "-", "01"));
}

TEST(Tokens, MakesEachHanCharacterAToken) {
    EXPECT_THAT(words("2024年9月8日"), ElementsAre("2024", "年", "9", "月", "8", "日"));
    EXPECT_THAT(words("東京タワー"), ElementsAre("東", "京", "タワー"));
    EXPECT_EQ(flags("年"), word | DATELINE_TOKEN_HAN);
}

TEST(Tokens, KeepsAddressesWhole) {
    EXPECT_THAT(words("See https://www.example.com/a_b?c=1#d, (www.example.org/x) or <http://a.b>."),
                ElementsAre("See", "https://www.example.com/a_b?c=1#d", ",", "(", "www.example.org/x", ")", "or", "<", "http://a.b", ">", "."));
    EXPECT_THAT(words("Mail first.last+x@mail.example.com. Or @handle a@b"),
                ElementsAre("Mail", "first.last+x@mail.example.com", ".", "Or", "@", "handle", "a", "@", "b"));
    EXPECT_THAT(words("访问https://a.cn。"), ElementsAre("访", "问", "https://a.cn", "。"));
    EXPECT_THAT(words("me@x.org"), ElementsAre("me@x.org"));
    EXPECT_THAT(words("wiki/Foo_(bar) https://w.org/Foo_(bar)"), ElementsAre("wiki", "/", "Foo", "_", "(", "bar", ")", "https://w.org/Foo_(bar)"));
    EXPECT_EQ(flags("www.x.org") & DATELINE_TOKEN_ADDRESS, DATELINE_TOKEN_ADDRESS);
}

TEST(Tokens, SplitsBareDomains) {
    EXPECT_THAT(words("chinanews.com"), ElementsAre("chinanews", ".", "com"));
}

TEST(Tokens, KeepsGraphemeClustersTogether) {
    EXPECT_THAT(words("e\u0301a\u0300 x"), ElementsAre("e\u0301a\u0300", "x"));
    EXPECT_THAT(words("👨‍👩‍👧🇨🇳🇫🇷!\u0301"), ElementsAre("👨‍👩‍👧", "🇨🇳", "🇫🇷", "!\u0301"));
    EXPECT_THAT(words("a \u0301b"), ElementsAre("a", " \u0301", "b"));
    EXPECT_THAT(words("www.x.org\u0301"), ElementsAre("www", ".", "x", ".", "org\u0301"));
}

TEST(Tokens, SeesWhiteSpaceOfAllKinds) {
    EXPECT_THAT(words("a\u00A0b\u3000c\u2028d"), ElementsAre("a", "b", "c", "d"));
}

TEST(Tokens, ReadsWhatMarkupHasLeftInPlainText) {
    EXPECT_THAT(words("Lowe &amp; Sons&nbsp;Ltd & co &amp &nbsp"), ElementsAre("Lowe", "&amp;", "Sons", "Ltd", "&", "co", "&", "amp", "&", "nbsp"));
    EXPECT_THAT(folded("&amp;&amp;"), ElementsAre("&", "&"));
    EXPECT_THAT(words("&amp;\u0301"), ElementsAre("&", "amp", ";\u0301"));
}

TEST(Tokens, LooksThroughInvisibleCharacters) {
    EXPECT_THAT(words("hy\u00ADphen \u200Eleft\u200E"), ElementsAre("hy\u00ADphen", "left"));
    EXPECT_THAT(folded("hy\u00ADphen"), ElementsAre("hyphen"));
}

TEST(Tokens, SaysWhatAWordIsMadeOf) {
    EXPECT_EQ(flags("mei"), word | DATELINE_TOKEN_LOWER);
    EXPECT_EQ(flags("Mei"), word | DATELINE_TOKEN_CAPITAL);
    EXPECT_EQ(flags("ECNU"), word | DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_ALL_CAPITALS);
    EXPECT_EQ(flags("intelliCloud"), word | DATELINE_TOKEN_LOWER | DATELINE_TOKEN_INNER_CAPITAL);
    EXPECT_EQ(flags("Massachusetts"), word | DATELINE_TOKEN_CAPITAL);
    EXPECT_EQ(flags("SuperCalifragiListic"), word | DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL);
    EXPECT_EQ(flags("intelligEnt"), word | DATELINE_TOKEN_LOWER | DATELINE_TOKEN_INNER_CAPITAL);
    EXPECT_EQ(flags("2024"), static_cast<std::uint32_t>(DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT));
    EXPECT_EQ(flags("21st"), word | DATELINE_TOKEN_HAS_DIGIT);
    EXPECT_EQ(flags("Éa"), word | DATELINE_TOKEN_CAPITAL);
    EXPECT_EQ(flags(","), static_cast<std::uint32_t>(DATELINE_TOKEN_PUNCTUATION));
}

/// Letters outside ASCII take the long way round; both ways must say the same.
TEST(Tokens, GivesTheSameFlagsForAccentedWords) {
    for (const auto& [plain, accented] : std::vector<std::pair<std::string, std::string>>{
             {"Resume", "Résumé"}, {"RESUME", "RÉSUMÉ"}, {"resume", "résumé"}, {"McElan", "McÉlan"}, {"eLan9", "éLan9"}, {"9Elan", "9Élan"}}) {
        EXPECT_EQ(flags(plain), flags(accented)) << accented;
        EXPECT_EQ(folded(plain), folded(accented)) << accented;
    }
}

TEST(Tokens, TellsWhatStandsBefore) {
    Analysis analysis;
    analyse("Sci-Tech\nnew (x)", analysis);
    const auto has = [&](std::size_t i, std::uint32_t flag) { return (analysis.tokens.at(i).flags & flag) != 0; };
    EXPECT_TRUE(has(0, DATELINE_TOKEN_SPACE_BEFORE) && has(0, DATELINE_TOKEN_LINE_BEFORE));
    EXPECT_FALSE(has(1, DATELINE_TOKEN_SPACE_BEFORE) || has(2, DATELINE_TOKEN_SPACE_BEFORE));
    EXPECT_TRUE(has(3, DATELINE_TOKEN_SPACE_BEFORE) && has(3, DATELINE_TOKEN_LINE_BEFORE));
    EXPECT_TRUE(has(4, DATELINE_TOKEN_SPACE_BEFORE));
    EXPECT_FALSE(has(4, DATELINE_TOKEN_LINE_BEFORE) || has(5, DATELINE_TOKEN_SPACE_BEFORE));
}

TEST(Tokens, FoldsAndHashesEveryLength) {
    std::string text;
    for (std::size_t length = 1; length < 40; ++length) text += std::string(length, 'Q') + " ";
    const std::vector<std::string> forms = folded(text);
    ASSERT_EQ(forms.size(), 39u);
    for (std::size_t i = 0; i < forms.size(); ++i) EXPECT_EQ(forms[i], std::string(i + 1, 'q'));
}

TEST(Tokens, CutsWordsWithoutEnd) {
    EXPECT_EQ(words(std::string(5000, 'x')).size(), 5u);
    std::string marks;
    for (int i = 0; i < 3000; ++i) marks += "é";
    for (const std::string& part : words(marks)) EXPECT_LE(part.size(), 1024u);
}

TEST(Tokens, MakesRoomForFormsThatGrow) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "ﷺ ";
    for (const std::string& form : folded(text)) EXPECT_EQ(form.size(), 30u);
}

TEST(Tokens, StaysInsideGivenBlocks) {
    Analysis analysis;
    const std::string text = "abcdef ghi";
    analysis.blocks = {{0, 3, 0, 0, 0, 0, 0, 0}, {3, 10, 0, 0, 0, 0, 0, 0}};
    analyse(text, analysis);
    ASSERT_EQ(analysis.tokens.size(), 3u);
    EXPECT_EQ(analysis.tokens[0].end, 3u);
    EXPECT_EQ(analysis.tokens[1].begin, 3u);
    EXPECT_FALSE(analysis.tokens[1].flags & DATELINE_TOKEN_SPACE_BEFORE);
    EXPECT_TRUE(analysis.tokens[1].flags & DATELINE_TOKEN_BLOCK_START);
    EXPECT_EQ(analysis.sentences.size(), 2u);
}

}  // namespace
}  // namespace dateline::text
