// Entries and rules by the slow way that docs/DATA.md describes, over random small lists, rules and texts: both must agree.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "core/text/fold.h"
#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
    template <typename T>
    const T& of(const std::vector<T>& items) { return items[below(static_cast<std::uint32_t>(items.size()))]; }

private:
    std::mt19937 engine_;
};

const std::vector<std::string> words = {"a", "b", "A", "B", "Ab", "AB", "1", "22", ",", "-", "U.S."};

bool is_mark(const std::string& word) { return word == "," || word == "-"; }

std::string random_text(Random& random, std::uint32_t length) {
    std::string text;
    bool after_mark = false;
    for (std::uint32_t i = 0; i < length; ++i) {
        const std::string& word = random.of(words);
        if (i > 0 && (random.below(2) == 0 || !(after_mark || is_mark(word)))) text += ' ';
        text += word;
        after_mark = is_mark(word);
        if (random.below(12) == 0) text += ". ", after_mark = true;
    }
    return text;
}

struct SlowList {
    std::string condition;
    std::vector<std::pair<std::string, std::string>> entries;  // words and value
};

struct SlowText {
    std::string text;
    text::Analysis analysis;

    explicit SlowText(std::string of) : text(std::move(of)) { text::analyse(text, analysis); }
    std::string folded(std::uint32_t i) const { return analysis.folded.substr(analysis.tokens[i].folded, analysis.tokens[i].folded_length); }
    std::string verbatim(std::uint32_t i) const { return text.substr(analysis.tokens[i].begin, analysis.tokens[i].end - analysis.tokens[i].begin); }
    std::string words(std::uint32_t first, std::uint32_t count) const {
        if (count == 0) return {};
        const std::uint32_t begin = analysis.tokens[first].begin;
        return text.substr(begin, analysis.tokens[first + count - 1].end - begin);
    }
    bool has(std::uint32_t i, std::uint32_t flags) const { return (analysis.tokens[i].flags & flags) == flags; }
    std::uint32_t sentence_end(std::uint32_t i) const {
        const dateline_sentence& sentence = analysis.sentences[analysis.tokens[i].sentence];
        return sentence.first_token + sentence.token_count;
    }
};

/// The lengths and values of a list's entries that begin at a token, the longest first.
std::vector<std::pair<std::uint32_t, std::string>> entries_at(const SlowText& text, const SlowList& list, std::uint32_t at) {
    std::vector<std::pair<std::uint32_t, std::string>> all;
    for (const auto& [words_of, value] : list.entries) {
        const SlowText entry(words_of);
        const auto count = static_cast<std::uint32_t>(entry.analysis.tokens.size());
        bool fits = at + count <= text.sentence_end(at);
        for (std::uint32_t i = 0; fits && i < count; ++i) {
            fits = text.folded(at + i) == entry.folded(i) && (list.condition != "exact" || text.verbatim(at + i) == entry.verbatim(i));
        }
        if (fits && list.condition == "capital") fits = text.has(at, DATELINE_TOKEN_CAPITAL) || text.has(at, DATELINE_TOKEN_NUMBER);
        if (fits) all.emplace_back(count, value);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return all;
}

std::vector<SlowList> random_lists(Random& random) {
    std::vector<SlowList> lists(1 + random.below(3));
    for (SlowList& list : lists) {
        list.condition = random.of<std::string>({"any", "capital", "exact"});
        std::map<std::string, bool> known;
        for (std::uint32_t i = 1 + random.below(6); i > 0; --i) {
            std::string entry, folded;
            for (std::uint32_t k = 1 + random.below(3); k > 0; --k) (entry += entry.empty() ? "" : " ") += random.of(words);
            text::fold(entry, folded);
            if (known.emplace(list.condition == "exact" ? entry : folded, true).second) list.entries.emplace_back(entry, random.below(2) ? "v" + std::to_string(i) : "");
        }
    }
    return lists;
}

std::vector<std::string> sources(const std::vector<SlowList>& lists) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        std::string rest = "# case: " + lists[i].condition + "\n";
        for (const auto& [entry, value] : lists[i].entries) rest += entry + (value.empty() ? "" : "\t" + value) + "\n";
        all.push_back(list_text("l" + std::to_string(i), rest));
    }
    return all;
}

TEST(Agreement, OfEntries) {
    Random random(1);
    for (int round = 0; round < 3000; ++round) {
        const std::vector<SlowList> lists = random_lists(random);
        const auto lexicon = lexicon_of({sources(lists), {}, {}});
        const SlowText text(random_text(random, 1 + random.below(30)));
        std::vector<std::string> expected;
        for (std::uint32_t token = 0; token < text.analysis.tokens.size(); ++token) {
            for (std::size_t i = 0; i < lists.size(); ++i) {
                const auto entries = entries_at(text, lists[i], token);
                if (entries.empty()) continue;
                const auto& [count, value] = entries[0];
                expected.push_back("l" + std::to_string(i) + ": " + text.words(token, count) + (value.empty() ? "" : " = " + value));
            }
        }
        ASSERT_EQ(Finding(*lexicon, text.text).hits(), expected) << text.text << "\n" << testing::PrintToString(sources(lists));
    }
}

/// A pattern as source, and all the ways it matches, the preferred one first.
struct SlowMatch {
    std::uint32_t at;
    std::map<char, std::string> captures;
};
using Ways = std::vector<SlowMatch>;
struct SlowPattern {
    std::string source;
    std::function<Ways(const SlowText&, const SlowMatch&)> ways;
};

Ways each(const SlowPattern& pattern, const SlowText& text, const Ways& from) {
    Ways all;
    for (const SlowMatch& way : from) {
        for (SlowMatch& next : pattern.ways(text, way)) all.push_back(std::move(next));
    }
    return all;
}

SlowPattern token(const std::string& source, std::function<bool(const SlowText&, std::uint32_t)> fits) {
    return {source, [fits](const SlowText& text, const SlowMatch& from) {
                const bool inside = from.at < text.analysis.tokens.size();
                return inside && fits(text, from.at) ? Ways{{from.at + 1, from.captures}} : Ways{};
            }};
}

class PatternMaker {
public:
    PatternMaker(Random& random, const std::vector<SlowList>& lists) : random_(random), lists_(lists) {}

    SlowPattern make(int depth) {
        if (depth == 0) return atom();
        switch (random_.below(9)) {
            case 0: return alternatives(depth);
            case 1: return repetition(depth);
            case 2: return capture(depth);
            case 3: return glued(depth);
            case 4: return negation(depth);
            case 5: return atom();
            default: return sequence(depth);
        }
    }

private:
    SlowPattern atom() {
        switch (random_.below(8)) {
            case 0: return token("#Word", [](const SlowText& text, std::uint32_t i) { return text.has(i, DATELINE_TOKEN_WORD | DATELINE_TOKEN_CAPITAL); });
            case 1: return token("#number", [](const SlowText& text, std::uint32_t i) { return text.has(i, DATELINE_TOKEN_NUMBER); });
            case 2: return token("#99", [](const SlowText& text, std::uint32_t i) { return text.has(i, DATELINE_TOKEN_NUMBER) && text.folded(i).size() == 2; });
            case 3: return token("#word", [](const SlowText& text, std::uint32_t i) { return text.has(i, DATELINE_TOKEN_WORD | DATELINE_TOKEN_LOWER); });
            case 4:
            case 5: return list();
            default: return literal();
        }
    }
    SlowPattern literal() {
        const std::string word = random_.of(words);
        if (random_.below(4) == 0) return token("'" + word + "'", [word](const SlowText& text, std::uint32_t i) { return text.verbatim(i) == word; });
        std::string folded;
        text::fold(word, folded);
        return token("\"" + word + "\"", [folded](const SlowText& text, std::uint32_t i) { return text.folded(i) == folded; });
    }
    SlowPattern list() {
        const std::uint32_t id = random_.below(static_cast<std::uint32_t>(lists_.size()));
        const SlowList* list = &lists_[id];
        return {"@l" + std::to_string(id), [list](const SlowText& text, const SlowMatch& from) {
                    Ways ways;
                    if (from.at >= text.analysis.tokens.size()) return ways;
                    for (const auto& [count, value] : entries_at(text, *list, from.at)) ways.push_back({from.at + count, from.captures});
                    return ways;
                }};
    }
    SlowPattern sequence(int depth) {
        const SlowPattern a = make(depth - 1), b = make(depth - 1);
        return {"( " + a.source + " " + b.source + " )", [a, b](const SlowText& text, const SlowMatch& from) { return each(b, text, a.ways(text, from)); }};
    }
    SlowPattern alternatives(int depth) {
        const SlowPattern a = make(depth - 1), b = make(depth - 1);
        return {"( " + a.source + " | " + b.source + " )", [a, b](const SlowText& text, const SlowMatch& from) {
                    Ways ways = a.ways(text, from);
                    for (SlowMatch& way : b.ways(text, from)) ways.push_back(std::move(way));
                    return ways;
                }};
    }
    SlowPattern repetition(int depth) {
        const SlowPattern a = make(depth - 1);
        const std::uint32_t least = random_.below(3), most = std::max(1u, least + random_.below(3));
        const std::function<Ways(const SlowText&, const SlowMatch&, std::uint32_t)> more = [a, least, most](const SlowText& text, const SlowMatch& from,
                                                                                                         std::uint32_t done) {
            const auto again = [&](const auto& self, const SlowMatch& at, std::uint32_t count) -> Ways {
                Ways ways;
                if (count < most) {
                    for (const SlowMatch& next : a.ways(text, at)) {
                        for (SlowMatch& way : self(self, next, count + 1)) ways.push_back(std::move(way));
                    }
                }
                if (count >= least) ways.push_back(at);
                return ways;
            };
            return again(again, from, done);
        };
        return {"( " + a.source + " ){" + std::to_string(least) + "," + std::to_string(most) + "}",
                [more](const SlowText& text, const SlowMatch& from) { return more(text, from, 0); }};
    }
    SlowPattern capture(int depth) {
        const SlowPattern a = make(depth - 1);
        const char name = static_cast<char>('x' + random_.below(3));
        return {std::string(1, name) + ":( " + a.source + " )", [a, name](const SlowText& text, const SlowMatch& from) {
                    Ways ways = a.ways(text, from);
                    for (SlowMatch& way : ways) {
                        if (way.at > from.at) way.captures[name] = std::to_string(from.at) + "+" + std::to_string(way.at - from.at);
                    }
                    return ways;
                }};
    }
    SlowPattern glued(int depth) {
        const SlowPattern a = make(depth - 1);
        return {"~( " + a.source + " )", [a](const SlowText& text, const SlowMatch& from) {
                    const bool fits = from.at < text.analysis.tokens.size() && !text.has(from.at, DATELINE_TOKEN_SPACE_BEFORE);
                    Ways ways = a.ways(text, from);
                    std::erase_if(ways, [&](const SlowMatch& way) { return way.at > from.at && !fits; });
                    return ways;
                }};
    }
    SlowPattern negation(int depth) {
        const SlowPattern a = make(depth - 1);
        return {"!( " + a.source + " )",
                [a](const SlowText& text, const SlowMatch& from) { return a.ways(text, from).empty() ? Ways{from} : Ways{}; }};
    }

    Random& random_;
    const std::vector<SlowList>& lists_;
};

/// "first+count x=1+2 …"
std::string told(std::uint32_t first, std::uint32_t end, const std::map<char, std::string>& captures) {
    std::string all = std::to_string(first) + "+" + std::to_string(end - first);
    for (const auto& [name, tokens] : captures) (((all += ' ') += name) += '=') += tokens;
    return all;
}

std::vector<std::string> slow_matches(const SlowPattern& pattern, const SlowText& text) {
    std::vector<std::string> all;
    for (std::uint32_t first = 0; first < text.analysis.tokens.size(); ++first) {
        // Nothing after the sentence may be looked at, so it is cut off.
        SlowText cut = text;
        cut.analysis.tokens.resize(text.sentence_end(first));
        const SlowMatch* best = nullptr;
        const Ways ways = pattern.ways(cut, {first, {}});
        for (const SlowMatch& way : ways) {
            if (best == nullptr || way.at > best->at) best = &way;
        }
        if (best != nullptr && best->at > first) all.push_back(told(first, best->at, best->captures));
    }
    return all;
}

std::vector<std::string> fast_matches(const Lexicon& lexicon, const std::string& text) {
    std::vector<std::string> all;
    const Finding finding(lexicon, text);
    for (const dateline_match& match : finding.raw().matches) {
        std::map<char, std::string> captures;
        for (std::uint32_t i = 0; i < match.capture_count; ++i) {
            const dateline_capture& capture = finding.raw().captures[match.first_capture + i];
            captures[lexicon.tables().text(lexicon.tables().captures[capture.name])[0]] =
                std::to_string(capture.first_token) + "+" + std::to_string(capture.token_count);
        }
        all.push_back(told(match.first_token, match.first_token + match.token_count, captures));
    }
    return all;
}

TEST(Agreement, OfRules) {
    Random random(2);
    int refused = 0, matched = 0;
    constexpr int rounds = 6000;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<SlowList> lists = random_lists(random);
        const SlowPattern pattern = PatternMaker(random, lists).make(1 + static_cast<int>(random.below(4)));
        const Files files = {sources(lists), "rule r: " + pattern.source + " => l\n", {}};
        if (!mistake(files).empty()) {
            ++refused;
            continue;
        }
        const auto lexicon = lexicon_of(files);
        for (int k = 0; k < 3; ++k) {
            const SlowText text(random_text(random, 1 + random.below(12)));
            const std::vector<std::string> expected = slow_matches(pattern, text);
            matched += !expected.empty();
            ASSERT_EQ(fast_matches(*lexicon, text.text), expected) << text.text << "\n" << pattern.source << "\n" << testing::PrintToString(files.lists);
        }
    }
    EXPECT_LT(refused, rounds * 3 / 4);
    EXPECT_GT(matched, rounds / 4);
}

}  // namespace
}  // namespace dateline::lexicon
