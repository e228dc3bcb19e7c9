// The reader of a plugin's examples: taken, or refused with a place.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/evaluate/example.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        for (const evaluate::Example& example : evaluate::parse_examples(bytes.substr(0, text::valid_prefix(bytes)), "fuzz.example")) {
            const std::uint64_t length = text::OffsetMap(example.text, text::OffsetUnit::code_point).length();
            std::uint64_t before = 0;
            for (const evaluate::ExpectedMention& mention : example.mentions) {
                if (mention.start < before || mention.start >= mention.end || mention.end > length) std::abort();
                before = mention.end;
                if (example.line_of(mention.start) < example.text_line) std::abort();
            }
        }
    } catch (const evaluate::ExampleError&) {
    }
    return 0;
}
