/// Good until it meets U+FFFD at a word's end; then it reads from nowhere.
#include <csignal>

#include "dateline/plugin.hpp"

namespace {

class Crashes {
public:
    explicit Crashes(const dateline::Host&) {}

    void extract(const dateline::Document& document, dateline::Output&) {
        if (document.text().find("Li\xEF\xBF\xBDNa") != std::string_view::npos) {
            std::raise(SIGSEGV);
        }
    }
};

}  // namespace

DATELINE_EXTRACTOR(Crashes, "crashes", "1.0.0")
