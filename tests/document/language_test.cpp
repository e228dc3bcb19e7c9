#include "core/document/language.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Document read(const std::string& text) {
    Document document;
    document.text = text;
    text::analyse(document.text, document.analysis);
    complete_metadata(document);
    return document;
}

TEST(Language, KnowsEnglishByItsFunctionWords) {
    const Document document = read("The company said that it will open the new research base in the spring, and that it has hired fifty people for it.");
    EXPECT_EQ(document.language.value, "en");
    EXPECT_EQ(document.language.rule, "text/detected");
}

TEST(Language, AsksTheDetectorForTheRest) {
    EXPECT_EQ(read("Die Hochschule eröffnet im Frühjahr ein neues Forschungszentrum, das gemeinsam mit der Stadt betrieben wird.").language.value, "de");
    EXPECT_EQ(read("L’université ouvre au printemps un nouveau centre de recherche, géré avec la ville et ouvert à tous les étudiants.").language.value, "fr");
    EXPECT_EQ(read("3月5日上午，东澜市与海川大学共建的临港新材料研究院正式揭牌。研究院院长由海川大学材料学院教授担任。").language.value, "zh");
    EXPECT_EQ(read("De gemeente heeft vandaag bekendgemaakt dat de nieuwe basis in het voorjaar wordt geopend voor alle studenten.").language.value, "nl");
}

TEST(Language, StaysOpenForNumbers) {
    const Document document = read("1 2 3 4 5 6 7 8");
    EXPECT_EQ(document.language.value, "");
    EXPECT_EQ(document.language.rule, "");
}

TEST(Language, CutsTheDetectorsPieceBetweenCharacters) {
    std::string text = "x";
    while (text.size() < 8192) text += "3月5日上午，东澜市与海川大学共建的临港新材料研究院正式揭牌，研究院院长由教授担任。";
    EXPECT_EQ(read(text).language.value, "zh");
}

TEST(Language, KeepsWhatTheReaderSaid) {
    Document document;
    document.text = "Kurz\n\nund gut.";
    document.language = {"gsw", "html/lang"};
    document.title = {"Ein Titel", "html/title"};
    text::analyse(document.text, document.analysis);
    complete_metadata(document);
    EXPECT_EQ(document.language.value, "gsw");
    EXPECT_EQ(document.title.value, "Ein Titel");
}

TEST(Language, IsEnglishWhereTheTextPlainlyIs) {
    const auto declared = [](const std::string& text) {
        Document document;
        document.text = text;
        document.language = {"zh", "html/lang"};
        text::analyse(document.text, document.analysis);
        complete_metadata(document);
        return document.language;
    };
    EXPECT_EQ(declared("The company said that it will open the new research base in the spring, and that it has hired fifty people for it.").value, "en");
    EXPECT_EQ(declared("The company said that it will open the new research base in the spring, and that it has hired fifty people for it.").rule, "text/detected");
    EXPECT_EQ(declared("The base opens.").value, "zh");
    EXPECT_EQ(declared("3月5日上午，东澜市与海川大学共建的临港新材料研究院正式揭牌。 The New Materials Institute of Donglan").value, "zh");
    EXPECT_EQ(declared("Die Hochschule eröffnet im Frühjahr ein neues Forschungszentrum, das gemeinsam mit der Stadt betrieben wird.").value, "zh");
}

TEST(Title, IsTheFirstLine) {
    const Document document = read("Acme Opens a Base\n\nThe company opened it.");
    EXPECT_EQ(document.title.value, "Acme Opens a Base");
    EXPECT_EQ(document.title.rule, "text/first-line");
}

TEST(Title, LosesMarkdownAndLineBreaks) {
    EXPECT_EQ(read("# Acme Opens a Base\n\nText.").title.value, "Acme Opens a Base");
}

TEST(Title, StaysOpenWithoutATitleLine) {
    const Document document = read("The company opened it. It is new.\n\nMore text.");
    EXPECT_EQ(document.title.value, "");
    EXPECT_EQ(document.title.rule, "");
}

}  // namespace
}  // namespace dateline
