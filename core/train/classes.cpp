#include "core/train/classes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "core/learn/page.h"
#include "core/text/analysis.h"

namespace dateline::train {
namespace {

using Word = std::uint32_t;
using Count = std::int64_t;

std::string written(std::string_view text, const dateline_token& token) {
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if ((token.flags & DATELINE_TOKEN_ADDRESS) != 0) return "<address>";
    return (token.flags & DATELINE_TOKEN_HAS_DIGIT) != 0 ? learn::number_pattern(word) : std::string(word);
}

/// The texts as numbers of words, frequent ones first. Rare words share one number, and so do the gaps between sentences.
struct Sequence {
    std::vector<std::string> words;
    std::vector<Word> tokens;
    Word rare = 0, gap = 0;

    Sequence(const std::vector<std::string>& texts, std::size_t least_count) {
        constexpr Word sentence = UINT32_MAX;
        std::unordered_map<std::string, Word> numbers;
        std::vector<std::string> met;
        std::vector<std::size_t> counts;
        text::Analysis analysis;
        for (const std::string& text : texts) {
            analysis.clear();
            text::analyse(text, analysis);
            for (const dateline_token& token : analysis.tokens) {
                if ((token.flags & DATELINE_TOKEN_SENTENCE_START) != 0) tokens.push_back(sentence);
                const auto [place, is_new] = numbers.emplace(written(text, token), static_cast<Word>(met.size()));
                if (is_new) {
                    met.push_back(place->first);
                    counts.push_back(0);
                }
                ++counts[place->second];
                tokens.push_back(place->second);
            }
        }
        std::vector<Word> order(met.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](Word a, Word b) { return counts[a] != counts[b] ? counts[a] > counts[b] : met[a] < met[b]; });
        std::vector<Word> renumbered(met.size(), sentence);
        for (const Word word : order) {
            if (counts[word] < least_count) break;
            renumbered[word] = static_cast<Word>(words.size());
            words.push_back(met[word]);
        }
        rare = static_cast<Word>(words.size());
        gap = rare + 1;
        for (Word& token : tokens) token = token == sentence ? gap : renumbered[token] == sentence ? rare : renumbered[token];
    }
};

class Exchange {
public:
    Exchange(const Sequence& sequence, std::size_t classes)
        : free_(sequence.words.size()), classes_(classes), all_(classes + 2), class_of_(free_ + 2), after_(free_ + 2), before_(free_ + 2),
          pairs_(all_ * all_, 0), first_(all_, 0), second_(all_, 0), to_(all_, 0), from_(all_, 0) {
        for (std::size_t word = 0; word < free_; ++word) class_of_[word] = static_cast<Word>(word % classes);
        class_of_[sequence.rare] = static_cast<Word>(classes);
        class_of_[sequence.gap] = static_cast<Word>(classes + 1);
        count_pairs(sequence);
    }

    void run(int rounds) {
        for (int round = 0; round < rounds; ++round) {
            std::size_t moved = 0;
            for (Word word = 0; word < free_; ++word) moved += place(word) ? 1 : 0;
            if (moved < free_ / 500) break;
        }
    }

    Word class_of(Word word) const { return class_of_[word]; }

private:
    struct Neighbour {
        Word word;
        Count count;
    };

    static double weigh(Count count) { return count == 0 ? 0 : static_cast<double>(count) * std::log(static_cast<double>(count)); }

    void count_pairs(const Sequence& sequence) {
        std::unordered_map<std::uint64_t, Count> counts;
        Word last = sequence.gap;
        for (const Word token : sequence.tokens) {
            ++counts[std::uint64_t{last} << 32 | token];
            last = token;
        }
        for (const auto& [pair, count] : counts) {
            const auto one = static_cast<Word>(pair >> 32), other = static_cast<Word>(pair);
            after_[one].push_back({other, count});
            before_[other].push_back({one, count});
            add(class_of_[one], class_of_[other], count);
        }
        // In an order that no hash decides.
        const auto by_word = [](const Neighbour& a, const Neighbour& b) { return a.word < b.word; };
        for (auto& neighbours : after_) std::sort(neighbours.begin(), neighbours.end(), by_word);
        for (auto& neighbours : before_) std::sort(neighbours.begin(), neighbours.end(), by_word);
    }

    void add(std::size_t one, std::size_t other, Count count) {
        pairs_[one * all_ + other] += count;
        first_[one] += count;
        second_[other] += count;
    }

    // Sums a word's neighbours by their classes; itself apart.
    void gather(Word word) {
        self_ = 0;
        classes_after_.clear();
        classes_before_.clear();
        for (const auto& [other, count] : after_[word]) {
            if (other == word) {
                self_ = count;
                continue;
            }
            if (to_[class_of_[other]] == 0) classes_after_.push_back(class_of_[other]);
            to_[class_of_[other]] += count;
        }
        for (const auto& [other, count] : before_[word]) {
            if (other == word) continue;
            if (from_[class_of_[other]] == 0) classes_before_.push_back(class_of_[other]);
            from_[class_of_[other]] += count;
        }
    }

    void move(std::size_t to, Count sign) {
        for (const Word other : classes_after_) add(to, other, sign * to_[other]);
        for (const Word other : classes_before_) add(other, to, sign * from_[other]);
        add(to, to, sign * self_);
    }

    // What the logarithm of the likelihood gains when the gathered word, which is in no class, joins this one.
    double gain(std::size_t joined) const {
        double sum = 0;
        Count inside = self_, out = self_, in = self_;
        for (const Word other : classes_after_) {
            out += to_[other];
            if (other == joined) {
                inside += to_[other];
                continue;
            }
            const Count pairs = pairs_[joined * all_ + other];
            sum += weigh(pairs + to_[other]) - weigh(pairs);
        }
        for (const Word other : classes_before_) {
            in += from_[other];
            if (other == joined) {
                inside += from_[other];
                continue;
            }
            const Count pairs = pairs_[other * all_ + joined];
            sum += weigh(pairs + from_[other]) - weigh(pairs);
        }
        const Count own = pairs_[joined * all_ + joined];
        sum += weigh(own + inside) - weigh(own);
        return sum - (weigh(first_[joined] + out) - weigh(first_[joined])) - (weigh(second_[joined] + in) - weigh(second_[joined]));
    }

    bool place(Word word) {
        gather(word);
        const Word old = class_of_[word];
        move(old, -1);
        Word best = old;
        double greatest = gain(old);
        for (std::size_t candidate = 0; candidate < classes_; ++candidate) {
            if (const double gained = gain(candidate); gained > greatest + 1e-9) {
                greatest = gained;
                best = static_cast<Word>(candidate);
            }
        }
        move(best, 1);
        class_of_[word] = best;
        for (const Word other : classes_after_) to_[other] = 0;
        for (const Word other : classes_before_) from_[other] = 0;
        return best != old;
    }

    std::size_t free_, classes_, all_;                    // words that may move; classes for them; and all classes
    std::vector<Word> class_of_;
    std::vector<std::vector<Neighbour>> after_, before_;  // of each word
    std::vector<Count> pairs_, first_, second_;           // pairs of classes; how often a class is the first, the second of one
    std::vector<Count> to_, from_;                        // of the gathered word, by class
    std::vector<Word> classes_after_, classes_before_;
    Count self_ = 0;
};

}  // namespace

std::vector<std::vector<std::string>> find_classes(const std::vector<std::string>& texts, const ClassOptions& options) {
    const Sequence sequence(texts, options.least_count);
    Exchange exchange(sequence, options.classes);
    exchange.run(options.rounds);
    std::vector<std::vector<std::string>> classes(options.classes);
    for (Word word = 0; word < sequence.words.size(); ++word) classes[exchange.class_of(word)].push_back(sequence.words[word]);
    return classes;
}

}  // namespace dateline::train
