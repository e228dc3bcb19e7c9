/// A million mentions, facts and links of the first token, whatever the host says to it.
#include "dateline/plugin.hpp"

namespace {

class Flood {
public:
    explicit Flood(const dateline::Host& host) : drop_(host.type("drop")), splash_(host.fact(drop_, "splash")) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        if (document.tokens().empty()) {
            return;
        }
        const dateline_token& first = document.tokens()[0];
        for (int i = 0; i < 1'000'000; ++i) {
            output.add(dateline::Candidate(drop_, first.begin, first.end, "flood/drop").confidence(0.9));
        }
    }

    void relate(const dateline::Document& document, dateline::Output& output) {
        for (const dateline_mention& mention : document.mentions()) {
            for (int i = 0; i < 1'000'000; ++i) {
                output.add(dateline::Fact(splash_, mention.candidate, mention.begin, mention.end, "flood/splash").confidence(0.9));
                output.add(dateline::Link(DATELINE_LINK_RENAMED, mention.candidate, mention.candidate + 1, mention.begin, mention.end, "flood/link").confidence(0.9));
            }
            return;
        }
    }

private:
    std::uint32_t drop_, splash_;
};

}  // namespace

DATELINE_EXTRACTOR(Flood, "flood", "1.0.0")
