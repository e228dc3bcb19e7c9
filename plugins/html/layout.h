/// Figures of a page's blocks and elements, from which features are made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "blocks.h"

namespace html {

/// A block's size in steps.
struct Shape {
    std::uint32_t words = 0;
    char length = '0';     ///< step of the number of words
    char links = '0';      ///< step of the share of text in links
    bool is_long = false;  ///< a paragraph of prose by its looks
};

/// What stands below an element.
struct Sums {
    std::uint64_t bytes = 0, link_bytes = 0, long_bytes = 0;
    std::uint32_t blocks = 0;
};

class Layout {
public:
    explicit Layout(const Blocks& page);

    const Shape& shape(std::uint32_t block) const { return shapes_[block]; }
    const Sums& sums(std::uint32_t element) const { return sums_[element]; }
    const Sums& page() const { return sums_.front(); }
    /// A block's place among the bytes of the page, in tenths.
    char tenth(std::uint32_t block) const { return tenths_[block]; }
    /// How many levels one must go up from the element with most prose to find the block below it.
    std::uint32_t levels_from_best(std::uint32_t block) const { return from_best_[block]; }
    /// Blocks whose element and its two parents have the same tags and classes have one number.
    std::uint32_t family(std::uint32_t block) const { return families_[block]; }
    const Sums& family_sums(std::uint32_t block) const { return family_sums_[families_[block]]; }
    std::uint32_t copies(std::uint32_t block) const { return copies_[block]; }
    std::int64_t first_long() const { return first_long_; }
    std::int64_t last_long() const { return last_long_; }
    std::uint32_t long_blocks() const { return long_blocks_; }

private:
    void measure(const Blocks& page);
    void add_up(const Blocks& page);
    void find_best(const Blocks& page);
    void find_families(const Blocks& page);
    void find_copies(const Blocks& page);

    std::vector<Shape> shapes_;
    std::vector<Sums> sums_, family_sums_;
    std::vector<char> tenths_;
    std::vector<std::uint32_t> from_best_, families_, copies_;
    std::int64_t first_long_ = -1, last_long_ = -1;
    std::uint32_t long_blocks_ = 0;
};

/// The step of a share: '0' for none, '6' for all.
char share_step(std::uint64_t part, std::uint64_t whole);
/// The step of a number, about two for each doubling: '0', '1', … 'a' …
char number_step(std::uint64_t number);

}  // namespace html
