/// What is said of a block to tell main text from the rest: names, each with a learned weight.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "blocks.h"
#include "layout.h"

namespace html {

/// Takes the features of a block.
class FeatureSink {
public:
    virtual ~FeatureSink() = default;
    virtual void add(std::string_view name) = 0;
};

/// What the page says elsewhere of its main text.
struct Hints {
    std::string title;  ///< white space folded
    std::string body;   ///< the article in JSON-LD, white space folded; empty when there is none
    std::string description;
    bool is_all = false;  ///< the page holds one <article> and nothing beside it
};

/// The block as it stands: its tags, classes, words, form, and place.
class Features {
public:
    Features(const Blocks& page, const Layout& layout, const Hints& hints);
    void of(std::uint32_t block, FeatureSink& sink);

private:
    void tags(const Block& block);
    void classes(const Block& block);
    void class_words(std::string_view value, std::uint32_t level, char kind);
    void form(const Block& block, const Shape& shape);
    void characters(const Block& block, const Shape& shape);
    void words(const Block& block, const Shape& shape);
    void place(std::uint32_t index, const Shape& shape);
    void surroundings(std::uint32_t index, const Shape& shape);
    void neighbour(std::int64_t index, const Block& block, std::string_view side, const Shape& shape);
    void hints(const Block& block);
    void add(std::initializer_list<std::string_view> parts);

    const Blocks& page_;
    const Layout& layout_;
    const Hints& hints_;
    FeatureSink* sink_ = nullptr;
    std::string name_;
    std::vector<std::string> seen_;
};

}  // namespace html
