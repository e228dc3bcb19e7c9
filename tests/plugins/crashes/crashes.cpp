/// Good until it meets U+FFFD at a word's end; then it reads from nowhere. A text with EXIT in it makes it end the program.
#include <csignal>
#include <cstdlib>

#include "dateline/plugin.hpp"

namespace {

class Crashes {
public:
    explicit Crashes(const dateline::Host&) {}

    void extract(const dateline::Document& document, dateline::Output&) {
        if (document.text().find("Li\xEF\xBF\xBDNa") != std::string_view::npos) {
            std::raise(SIGSEGV);
        }
        if (document.text().find("EXIT") != std::string_view::npos) {
            std::exit(0);
        }
    }
};

}  // namespace

DATELINE_EXTRACTOR(Crashes, "crashes", "1.0.0")
