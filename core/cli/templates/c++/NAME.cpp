// Codes that stand after the word “@TYPE@”. What they look like is in data/; this makes candidates of the rules' matches.
#include <dateline/plugin.hpp>

class @CLASS@ {
public:
    // What is looked up once: names of plugin.json, and of data/.
    explicit @CLASS@(const dateline::Host& host)
        : type_(host.type("@TYPE@")), code_(host.attribute(type_, "code")), number_(host.attribute(type_, "number")),
          after_word_(host.evidence("after-word")), word_(host.capture("word")), digits_(host.capture("digits")) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        for (const dateline_match& match : document.matches()) {  // of the rules in data/@NAME@.rules
            const dateline_capture *word = document.captured(match, word_), *digits = document.captured(match, digits_);
            if (word == nullptr || digits == nullptr) continue;  // what is optional in a rule may be missing
            output.add(dateline::Candidate(type_, document.span(match), "@NAME@/after-word")
                           .because(after_word_, document.span(*word))
                           .with(code_, dateline::view(match.value))
                           .with_number(number_, dateline::number(dateline::view(digits->value))));
        }
    }

private:
    std::uint32_t type_, code_, number_, after_word_, word_, digits_;
};

DATELINE_EXTRACTOR(@CLASS@, "@NAME@", "0.1.0")
