#include "core/lexicon/evidence_source.h"

#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

std::string evidence_mistake(const std::string& text) { return mistake({{}, {}, "# source: by hand\n" + text}); }

TEST(EvidenceSource, IsFoundByName) {
    const auto lexicon = lexicon_of({{}, {}, "# source: by hand\nafter-title\t250\tstands after “{0}”\nlower\t-30\tis written small\n"});
    ASSERT_EQ(lexicon->evidence_count(), 2u);
    const EvidenceInfo lower = lexicon->evidence(lexicon->find_evidence("lower"));
    EXPECT_EQ(lower.name, "lower");
    EXPECT_EQ(lower.weight, -30);
    EXPECT_EQ(lower.sentence, "is written small");
    EXPECT_EQ(lexicon->find_evidence("upper"), DATELINE_NONE);
}

TEST(EvidenceSource, TellsWhatIsWrong) {
    EXPECT_EQ(mistake({{}, {}, "a\t1\tb\n"}), "evidence.tsv:1:1: the header has no “source”; add a line “# source: …” at the top\na\t1\tb\n^");
    EXPECT_EQ(evidence_mistake("a\t1\n"),
              "evidence.tsv:2:1: an evidence needs three columns with tabs between them; write the name, the weight and a sentence\na\t1\n^");
    EXPECT_EQ(evidence_mistake("\t1\tb\n"), "evidence.tsv:2:1: the evidence has no name; write one before the tab\n\t1\tb\n^");
    EXPECT_EQ(evidence_mistake("a\t1.5\tb\n"),
              "evidence.tsv:2:3: “1.5” is no weight; write hundredths of a logit, an integer from -10000 to 10000\na\t1.5\tb\n \t^");
    EXPECT_EQ(evidence_mistake("a\t10001\tb\n"),
              "evidence.tsv:2:3: “10001” is no weight; write hundredths of a logit, an integer from -10000 to 10000\na\t10001\tb\n \t^");
    EXPECT_EQ(evidence_mistake("a\t1\t\n"), "evidence.tsv:2:5: the sentence for people is missing; say in a few words what the evidence is\na\t1\t\n \t \t^");
    EXPECT_EQ(evidence_mistake("a\t1\tis {1}\n"), "evidence.tsv:2:8: a brace in a sentence must be part of {0}; change it\na\t1\tis {1}\n \t \t   ^");
    EXPECT_EQ(evidence_mistake("a\t1\tb\na\t2\tc\n"), "evidence.tsv:3:1: the evidence “a” is declared in line 2 already; rename one or remove it\na\t2\tc\n^");
}

}  // namespace
}  // namespace dateline::lexicon
