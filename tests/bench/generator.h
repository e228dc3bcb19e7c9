/// Articles made from word lists, no two alike: press prose in the sizes of real releases, with as many names and dates.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::bench {

/// A small generator of numbers that gives the same ones everywhere (splitmix64, Steele, Lea and Flood 2014).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// 0 .. sides - 1. Precondition: sides > 0.
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(next() % sides); }

private:
    std::uint64_t state_;
};

class Generator {
public:
    /// Throws std::runtime_error when `words` cannot be read.
    explicit Generator(const std::string& words);

    /// The article of this number: UTF-8, about 1 to 20 KB, half of them under 5.
    std::string article(std::uint64_t number) const;

private:
    std::string_view pick(Dice& dice, std::string_view kind) const;
    std::string person(Dice& dice) const;
    std::string organization(Dice& dice) const;
    std::string date(Dice& dice) const;
    std::string clause(Dice& dice) const;
    std::string sentence(Dice& dice, const std::vector<std::string>& people, const std::vector<std::string>& organizations) const;

    std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace dateline::bench
