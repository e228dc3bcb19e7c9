// Codes that stand after the word “@TYPE@”. What they look like is in data/; this makes candidates of the rules' matches.
#include <dateline/plugin.hpp>

class @CLASS@ {
public:
    // What is looked up once: names in plugin.json and in data/evidence.tsv.
    explicit @CLASS@(const dateline::Host& host)
        : type_(host.type("@TYPE@")), code_(host.attribute(type_, "code")), after_word_(host.evidence("after-word")) {}

    void extract(const dateline::Document& document, dateline::Output& output) {
        const auto& tokens = document.tokens();
        for (const dateline_match& match : document.matches()) {  // of the rules in data/@NAME@.rules
            const auto begin = tokens[match.first_token].begin, end = tokens[match.first_token + match.token_count - 1].end;
            const auto word_begin = tokens[match.outer_first].begin, word_end = tokens[match.first_token - 1].end;
            output.add(dateline::Candidate(type_, begin, end, "@NAME@/after-word")
                           .because(after_word_, word_begin, word_end)
                           .with(code_, dateline::view(match.value)));
        }
    }

private:
    std::uint32_t type_, code_, after_word_;
};

DATELINE_EXTRACTOR(@CLASS@, "@NAME@", "0.1.0")
