/// Classes of words that stand in like places.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

struct ClassOptions {
    std::size_t classes = 256;
    std::size_t least_count = 4;  ///< a word that stands less often has no class
    int rounds = 12;
};

/// Puts every word into the class that makes the classes of neighbouring words most predictable (the exchange algorithm for two-sided bigram classes: Martin,
/// Liermann and Ney, "Algorithms for Bigram and Trigram Word Clustering", Speech Communication 1998). Words count as they are written;
/// numbers by their pattern. Gives for each class, from 1 on, its words, the most frequent first. Linear in the texts; some minutes for
/// ten million words.
std::vector<std::vector<std::string>> find_classes(const std::vector<std::string>& texts, const ClassOptions& options);

}  // namespace dateline::train
