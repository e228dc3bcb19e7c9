/// Its answer depends on how many documents it has seen.
#include "dateline/plugin.hpp"

namespace {

class Remembers {
public:
    explicit Remembers(const dateline::Host& host) : memory_(host.type("memory")) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        if (++documents_ % 2 == 0 && !document.tokens().empty()) {
            const dateline_token& token = *document.tokens().begin();
            output.add(dateline::Candidate(memory_, token.begin, token.end, "remembers/first").confidence(0.9));
        }
    }

private:
    std::uint32_t memory_;
    int documents_ = 0;
};

}  // namespace

DATELINE_EXTRACTOR(Remembers, "remembers", "1.0.0")
