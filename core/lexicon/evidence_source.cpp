#include "core/lexicon/evidence_source.h"

#include <charconv>
#include <map>

#include "core/lexicon/header_lines.h"

namespace dateline::lexicon {
namespace {

constexpr std::int32_t heaviest = 10000;

std::int32_t parse_weight(const Source& source, std::string_view text, std::size_t at) {
    std::int32_t weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc() || end != text.data() + text.size() || weight > heaviest || weight < -heaviest) {
        source.fail(at, "“" + std::string(text) + "” is no weight; write hundredths of a logit, an integer from -10000 to 10000");
    }
    return weight;
}

/// Braces in a sentence are {0}, nothing else.
void check_sentence(const Source& source, std::string_view sentence, std::size_t at) {
    if (sentence.empty()) source.fail(at, "the sentence for people is missing; say in a few words what the evidence is");
    for (std::size_t i = 0; (i = sentence.find_first_of("{}", i)) != std::string_view::npos; i += 3) {
        if (sentence.substr(i, 3) != "{0}") source.fail(at + i, "a brace in a sentence must be part of {0}; change it");
    }
}

EvidenceSource parse_line(const Source& source, const Line& line) {
    const std::size_t tab = line.text.find('\t');
    const std::size_t second = tab == std::string_view::npos ? tab : line.text.find('\t', tab + 1);
    if (second == std::string_view::npos) {
        source.fail(line.begin, "an evidence needs three columns with tabs between them; write the name, the weight and a sentence");
    }
    EvidenceSource evidence;
    evidence.name = line.text.substr(0, tab);
    if (evidence.name.empty()) source.fail(line.begin, "the evidence has no name; write one before the tab");
    evidence.weight = parse_weight(source, line.text.substr(tab + 1, second - tab - 1), line.begin + tab + 1);
    evidence.sentence = line.text.substr(second + 1);
    check_sentence(source, evidence.sentence, line.begin + second + 1);
    return evidence;
}

}  // namespace

std::vector<EvidenceSource> parse_evidence(const Source& source) {
    required(source, parse_header(source), "source");
    std::vector<EvidenceSource> all;
    std::map<std::string_view, std::size_t> lines;
    std::size_t next = 0;
    for (Line line; next_line(source.text(), next, line);) {
        if (is_comment(line.text)) continue;
        all.push_back(parse_line(source, line));
        const auto [first, is_new] = lines.emplace(all.back().name, line.begin);
        if (!is_new) {
            source.fail(line.begin, "the evidence “" + std::string(all.back().name) + "” is declared in line " +
                                        std::to_string(source.line_number(first->second)) + " already; rename one or remove it");
        }
    }
    return all;
}

}  // namespace dateline::lexicon
