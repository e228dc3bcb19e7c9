#include "generator.h"

#include <cmath>
#include <fstream>
#include <stdexcept>

namespace dateline::bench {
namespace {

std::string capitalised(std::string_view word) {
    std::string result(word);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
        result[0] = static_cast<char>(result[0] - 'a' + 'A');
    }
    return result;
}

// "a, b" inside quotation marks is one entry.
std::vector<std::string> entries(std::string_view line) {
    std::vector<std::string> result;
    std::string entry;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            result.push_back(entry);
            entry.clear();
        } else if (c != ' ' || !entry.empty()) {
            entry += c;
        }
    }
    result.push_back(entry);
    return result;
}

}  // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

Generator::Generator(const std::string& words) {
    std::ifstream file(words);
    if (!file) {
        throw std::runtime_error("the generator's word list " + words + " cannot be read");
    }
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(": ");
        if (line[0] != '#' && colon != std::string::npos) {
            words_[line.substr(0, colon)] = entries(std::string_view(line).substr(colon + 2));
        }
    }
}

std::string_view Generator::pick(Dice& dice, std::string_view kind) const {
    const auto found = words_.find(kind);
    if (found == words_.end()) {
        throw std::runtime_error("the generator's word list has no " + std::string(kind));
    }
    return found->second[dice.roll(static_cast<std::uint32_t>(found->second.size()))];
}

std::string Generator::person(Dice& dice) const {
    if (dice.roll(3) == 0) {
        return std::string(pick(dice, "surname")) + " " + capitalised(pick(dice, "syllable")) + std::string(pick(dice, "syllable"));
    }
    return std::string(pick(dice, "given")) + " " + std::string(pick(dice, "family"));
}

std::string Generator::organization(Dice& dice) const {
    const std::string stem = std::string(pick(dice, "stem")) + std::string(pick(dice, "ending"));
    switch (dice.roll(4)) {
        case 0: return stem + " " + std::string(pick(dice, "branch")) + " " + std::string(pick(dice, "form"));
        case 1: return stem + " " + std::string(pick(dice, "branch"));
        case 2: return std::string(pick(dice, "place")) + " " + std::string(pick(dice, "body"));
        default: return stem + " " + std::string(pick(dice, "form"));
    }
}

std::string Generator::date(Dice& dice) const {
    const std::string day = std::to_string(1 + dice.roll(28)), year = std::to_string(2015 + dice.roll(12)), month(pick(dice, "month"));
    switch (dice.roll(5)) {
        case 0: return month + " " + day + ", " + year;
        case 1: return day + " " + month + " " + year;
        case 2: return month + " " + year;
        case 3: return year;
        default: return month + " " + day;
    }
}

std::string Generator::clause(Dice& dice) const {
    std::string words;
    for (std::uint32_t left = 4 + dice.roll(9); left > 0; --left) {
        static constexpr std::string_view pattern[] = {"small", "adjective", "noun", "small", "noun", "verb", "small", "noun"};
        words += std::string(pick(dice, pattern[dice.roll(8)])) + " ";
    }
    return words + std::string(pick(dice, "noun"));
}

std::string Generator::sentence(Dice& dice, const std::vector<std::string>& people, const std::vector<std::string>& organizations) const {
    const std::string& who = people[dice.roll(static_cast<std::uint32_t>(people.size()))];
    const std::string& body = organizations[dice.roll(static_cast<std::uint32_t>(organizations.size()))];
    switch (dice.roll(12)) {
        case 0: return "On " + date(dice) + ", " + body + " " + std::string(pick(dice, "verb")) + " " + clause(dice) + ".";
        case 1: return "“" + capitalised(clause(dice)) + ",” said " + who + ", " + std::string(pick(dice, "title")) + " of " + body + ".";
        case 2: return who + " of " + body + " said that the " + clause(dice) + ".";
        case 3: return "The “" + std::string(pick(dice, "place")) + " " + std::string(pick(dice, "base")) + "”, built by " + body +
                       ", was unveiled on " + date(dice) + ".";
        case 4: return body + " and " + organization(dice) + " signed the " + clause(dice) + " in " + date(dice) + ".";
        default: return capitalised(clause(dice)) + ", " + clause(dice) + ".";
    }
}

std::string Generator::article(std::uint64_t number) const {
    Dice dice(number);
    std::vector<std::string> people, organizations;
    for (int i = 0; i < 4; ++i) {
        people.push_back(person(dice));
        organizations.push_back(organization(dice));
    }
    // Sizes of real releases are near a log-normal distribution; the sum of rolls stands in for the normal one.
    double normal = -6;
    for (int i = 0; i < 12; ++i) {
        normal += dice.roll(1000) / 1000.0;
    }
    const std::size_t size = static_cast<std::size_t>(4100 * std::exp(0.45 * normal));
    std::string text = organizations[0] + " " + std::string(pick(dice, "verb")) + " " + clause(dice) + "\n\n";
    text += std::string(pick(dice, "place")) + ", " + std::string(pick(dice, "month")) + " " + std::to_string(1 + dice.roll(28)) + ", 2024 – ";
    while (text.size() < size) {
        for (std::uint32_t left = 2 + dice.roll(5); left > 0; --left) {
            text += sentence(dice, people, organizations) + " ";
        }
        text.back() = '\n';
        text += "\n";
    }
    return text;
}

}  // namespace dateline::bench
