/// A good neighbour: words with a capital and two letters at least are of the type "word"; "Boss" is a fact about the word before it.
#include <vector>

#include "dateline/plugin.hpp"

namespace {

class Words {
public:
    explicit Words(const dateline::Host& host)
        : word_(host.type("word")), length_(host.attribute(word_, "length")), boss_(host.fact(word_, "boss")), of_(host.field(boss_, "of")) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        for (const dateline_token& token : document.tokens()) {
            if ((token.flags & DATELINE_TOKEN_CAPITAL) != 0 && token.end - token.begin > 1) {
                dateline::Candidate candidate(word_, token.begin, token.end, "words/capital");
                output.add(candidate.with_number(length_, token.end - token.begin).confidence(0.9));
            }
        }
    }

    void relate(const dateline::Document& document, dateline::Output& output) {
        const dateline_mention* before = nullptr;
        for (const dateline_mention& mention : document.mentions()) {
            if (mention.type == word_ && before != nullptr && document.text(mention.begin, mention.end) == "Boss") {
                output.add(dateline::Fact(boss_, before->candidate, mention.begin, mention.end, "words/boss").with_reference(of_, mention.candidate).confidence(0.8));
            }
            before = &mention;
        }
    }

private:
    std::uint32_t word_, length_, boss_, of_;
};

}  // namespace

DATELINE_EXTRACTOR(Words, "words", "1.0.0")
