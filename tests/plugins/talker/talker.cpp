/// Says something when it is loaded, and of each document.
#include "dateline/plugin.hpp"

namespace {

class Talker {
public:
    explicit Talker(const dateline::Host& host) { host.log(DATELINE_INFO, host.setting("greeting")); }

    void extract(const dateline::Document& document, dateline::Output& output) {
        output.log(DATELINE_INFO, std::to_string(document.tokens().size()) + " tokens");
    }
};

}  // namespace

DATELINE_EXTRACTOR(Talker, "talker", "1.0.0")
