#include "layout.h"

#include <algorithm>
#include <bit>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

constexpr std::uint32_t long_words = 18;

// Words are parted by white space; of scripts that write without it, two characters count as a word.
std::uint32_t count_words(std::string_view text) {
    std::uint32_t words = 0, dense = 0;
    bool inside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool space = is_white(c);
        words += inside && space;
        inside = !space;
        dense += byte >= 0xE3 && byte <= 0xED;
    }
    return words + inside + dense / 2;
}

std::uint64_t hash(std::uint64_t seed, std::string_view text) {
    for (const char c : text) {
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    }
    return seed;
}

std::uint64_t family_hash(const Blocks& page, std::uint32_t element) {
    std::uint64_t result = 0xcbf29ce484222325u;
    for (int level = 0; level < 3; ++level) {
        const Element& one = page.elements[element];
        result = hash(result ^ static_cast<std::uint64_t>(one.node->v.element.tag), attribute(*one.node, "class"));
        if (one.parent < 0) {
            break;
        }
        element = static_cast<std::uint32_t>(one.parent);
    }
    return result;
}

void add(Sums& sums, const Sums& more) {
    sums.bytes += more.bytes;
    sums.link_bytes += more.link_bytes;
    sums.long_bytes += more.long_bytes;
    sums.blocks += more.blocks;
}

}  // namespace

char share_step(std::uint64_t part, std::uint64_t whole) {
    if (part == 0 || whole == 0) return '0';
    if (part >= whole) return '6';
    const std::uint64_t percent = part * 100 / whole;
    return percent < 10 ? '1' : percent < 25 ? '2' : percent < 50 ? '3' : percent < 80 ? '4' : '5';
}

char number_step(std::uint64_t number) {
    static constexpr std::string_view steps = "0123456789abcdefghijklmnopqrstuvwxyz";
    if (number < 4) return steps[number];
    const auto width = static_cast<std::size_t>(std::bit_width(number));
    const std::size_t half = number >> (width - 2) & 1;
    return steps[std::min(2 * width - 2 + half, steps.size() - 1)];
}

Layout::Layout(const Blocks& page) {
    measure(page);
    add_up(page);
    find_best(page);
    find_families(page);
    find_copies(page);
}

void Layout::measure(const Blocks& page) {
    for (const Block& block : page.blocks) {
        Shape shape;
        shape.words = count_words(block.text);
        shape.length = number_step(shape.words);
        shape.links = share_step(block.link_bytes, block.text.size());
        shape.is_long = shape.words >= long_words && shape.links < '4' && !block.hidden;
        if (shape.is_long) {
            last_long_ = static_cast<std::int64_t>(shapes_.size());
            first_long_ = first_long_ < 0 ? last_long_ : first_long_;
            ++long_blocks_;
        }
        shapes_.push_back(shape);
    }
}

void Layout::add_up(const Blocks& page) {
    sums_.resize(std::max<std::size_t>(page.elements.size(), 1));
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const Block& block = page.blocks[i];
        add(sums_[block.container], {block.text.size(), block.link_bytes, shapes_[i].is_long ? block.text.size() : 0, 1});
        bytes += block.text.size();
    }
    for (std::size_t i = page.elements.size(); i-- > 1;) {
        add(sums_[static_cast<std::uint32_t>(page.elements[i].parent)], sums_[i]);
    }
    std::uint64_t before = 0;
    for (const Block& block : page.blocks) {
        tenths_.push_back(static_cast<char>('0' + before * 10 / bytes));
        before += block.text.size();
    }
}

// The element whose paragraphs, and those one level below them, hold most prose.
void Layout::find_best(const Blocks& page) {
    from_best_.assign(page.blocks.size(), 9);
    std::vector<std::uint64_t> points(page.elements.size());
    std::uint32_t best = 0;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        std::int32_t element = static_cast<std::int32_t>(page.blocks[i].container);
        for (std::uint32_t level = 0; shapes_[i].is_long && level < 3 && element >= 0;
             ++level, element = page.elements[static_cast<std::uint32_t>(element)].parent) {
            const auto at = static_cast<std::uint32_t>(element);
            points[at] += page.blocks[i].text.size() * (level == 0 ? 4 : level == 1 ? 5 : 2);
            best = points[at] > points[best] ? at : best;
        }
    }
    if (page.elements.empty() || points[best] == 0) {
        return;
    }
    std::vector<std::uint32_t> level_of(page.elements.size(), 0);
    std::uint32_t level = 0;
    for (std::int32_t element = static_cast<std::int32_t>(best); element >= 0; element = page.elements[static_cast<std::uint32_t>(element)].parent) {
        level_of[static_cast<std::uint32_t>(element)] = ++level;
    }
    for (std::size_t i = 1; i < page.elements.size(); ++i) {
        if (level_of[i] == 0) level_of[i] = level_of[static_cast<std::uint32_t>(page.elements[i].parent)];
    }
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        from_best_[i] = std::min(level_of[page.blocks[i].container] - 1, 8u);
    }
}

void Layout::find_families(const Blocks& page) {
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const auto [at, is_new] = numbers.emplace(family_hash(page, page.blocks[i].element), static_cast<std::uint32_t>(family_sums_.size()));
        if (is_new) {
            family_sums_.emplace_back();
        }
        families_.push_back(at->second);
        add(family_sums_[at->second],
            {page.blocks[i].text.size(), page.blocks[i].link_bytes, shapes_[i].is_long ? page.blocks[i].text.size() : 0, 1});
    }
}

void Layout::find_copies(const Blocks& page) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (const Block& block : page.blocks) {
        ++numbers[block.text];
    }
    for (const Block& block : page.blocks) {
        copies_.push_back(numbers[block.text]);
    }
}

}  // namespace html
