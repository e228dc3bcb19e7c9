#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;

class Train : public Scratch {
protected:
    /// Articles in which one-word companies that no list has are said to announce things.
    void annotate() const {
        const char* names[] = {"Quellarin", "Brombex", "Tandorvy", "Mirquill", "Sopharel", "Vendrico"};
        for (const char* name : names) {
            const std::string mark = std::string("⟦O|") + name + "⟧";
            write("gold/" + std::string(name) + ".ann", mark + " opens a yard.\n\nToday " + mark + " announced it. A ship of " + mark + " sailed on.\n=====\npublished | -\n");
        }
    }
};

TEST_F(Train, WritesWeightsThatExtractTakes) {
    annotate();
    const Ran ran = run("dateline train --folds 3 gold --out weights");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("before, on these articles"));
    EXPECT_THAT(ran.out, HasSubstr("after, each article by weights that were not trained on it"));
    EXPECT_NE(run("cmp weights/weights $(dirname $(command -v dateline))/../lib/dateline/weights/weights").code, 0) << "nothing was learned";
    write("a.txt", "A ship of Quellarin Shipping Ltd sailed.\n");
    EXPECT_THAT(run("dateline extract --model weights a.txt").out, HasSubstr("\"Quellarin Shipping Ltd\""));
}

TEST_F(Train, GivesTheSameBytesEveryTime) {
    annotate();
    EXPECT_EQ(run("dateline train --folds 2 gold --out one && dateline train --folds 2 gold --out two && cmp one/weights two/weights && cmp one/features.tsv two/features.tsv").code, 0);
}

TEST_F(Train, WritesTheRecordsOfArticlesThatWereHeldOut) {
    annotate();
    EXPECT_EQ(run("dateline train --folds 2 gold --out weights --records held-out.jsonl && test $(wc -l < held-out.jsonl) = 6").code, 0);
}

TEST_F(Train, LearnsFromMoreArticlesAndMeasuresNothingOnThem) {
    annotate();
    ASSERT_EQ(run("mkdir more && cp gold/Quellarin.ann more/Again.ann && dateline train --folds 2 gold --out without").code, 0);
    const Ran ran = run("dateline train --folds 2 gold --more more --out with --records held-out.jsonl");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(run("cmp without/weights with/weights").code, 0) << "nothing was learned";
    EXPECT_EQ(run("test $(wc -l < held-out.jsonl) = 6").code, 0);
    EXPECT_EQ(run("dateline train --folds 2 gold --more nowhere --out with").code, 2);
}

TEST_F(Train, CompilesWeightsThatWereChangedByHand) {
    annotate();
    ASSERT_EQ(run("dateline train --folds 2 gold --out weights").code, 0);
    EXPECT_EQ(run("dateline train --compile weights --out weights/again && cmp weights/weights weights/again").code, 0);
    EXPECT_EQ(run("printf 'organization\\tbefore\\tsaid\\theavy\\n' >> weights/features.tsv; dateline train --compile weights --out weights/weights").code, 1);
    EXPECT_THAT(run("dateline train --compile weights --out weights/weights").err, HasSubstr("'heavy' must be a whole number"));
}

TEST_F(Train, WrongUseSaysWhatToDo) {
    annotate();
    for (const auto& [command, what] : {std::pair("dateline train gold", "--out"), std::pair("dateline train nowhere --out w", "nowhere"),
                                        std::pair("dateline train --folds 1 gold --out w", "--folds 2 or more"),
                                        std::pair("dateline train --folds 50 gold --out w", "at least 50 articles"),
                                        std::pair("dateline extract --model nowhere gold", "dateline train --out")}) {
        const Ran ran = run(command);
        EXPECT_EQ(ran.code, 2) << command;
        EXPECT_THAT(ran.err, HasSubstr(what)) << command;
    }
}

}  // namespace
}  // namespace dateline::cli
