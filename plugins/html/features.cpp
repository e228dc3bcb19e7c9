#include "features.h"

#include <algorithm>
#include <array>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

constexpr std::uint32_t highest_level = 12;    // of ancestors looked at
constexpr std::size_t most_class_words = 12;   // of an element
constexpr std::uint32_t short_words = 14;      // blocks whose words are all looked at
constexpr std::size_t longest_compared = 120;  // bytes of a block that are looked for in the hints
constexpr std::uint32_t most_compared = 2000;  // blocks
constexpr std::uint32_t most_above = 64;       // elements around a block whose tags are looked at

constexpr std::array telling_tags = {
    GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_HEADER,     GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,    GUMBO_TAG_FORM,   GUMBO_TAG_TABLE,
    GUMBO_TAG_UL,  GUMBO_TAG_OL,    GUMBO_TAG_LI,     GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,  GUMBO_TAG_SECTION, GUMBO_TAG_BUTTON, GUMBO_TAG_A,
    GUMBO_TAG_DL,  GUMBO_TAG_PRE,   GUMBO_TAG_LABEL,  GUMBO_TAG_P,          GUMBO_TAG_ADDRESS, GUMBO_TAG_H1,      GUMBO_TAG_H2,     GUMBO_TAG_H3};

std::string_view one(const char& c) { return {&c, 1}; }

std::string_view name_of(const Element& element) {
    const GumboTag tag = element.node->v.element.tag;
    return tag == GUMBO_TAG_UNKNOWN ? "?" : gumbo_normalized_tagname(tag);
}

bool is_word(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

// How the block ends: a letter, or what marks a sentence.
std::string_view end_of(std::string_view text) {
    for (const std::string_view end :
         {"...", "…", ".", "!", "?", ":", ";", ",", "\"", "”", "“", "»", "«", "›", "→", ")", "。", "؟", "|", "%", "€", "/"}) {
        if (text.ends_with(end)) return end;
    }
    return is_digit(text.back()) ? "0" : static_cast<unsigned char>(text.back()) >= 0x80 ? "é" : is_letter(text.back()) ? "a" : "-";
}

std::string_view start_of(std::string_view text) {
    const char c = text.front();
    return is_digit(c) ? "0" : c >= 'A' && c <= 'Z' ? "A" : is_letter(c) ? "a" : static_cast<unsigned char>(c) >= 0x80 ? "é" : text.substr(0, 1);
}

std::uint64_t count(std::string_view text, std::string_view characters) {
    return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [&](char c) { return characters.find(c) != std::string_view::npos; }));
}

}  // namespace

Features::Features(const Blocks& page, const Layout& layout, const Hints& hints) : page_(page), layout_(layout), hints_(hints) {}

void Features::of(std::uint32_t index, FeatureSink& sink) {
    sink_ = &sink;
    const Block& block = page_.blocks[index];
    const Shape& shape = layout_.shape(index);
    tags(block);
    classes(block);
    form(block, shape);
    characters(block, shape);
    words(block, shape);
    place(index, shape);
    surroundings(index, shape);
    neighbour(static_cast<std::int64_t>(index) - 1, block, "before", shape);
    neighbour(static_cast<std::int64_t>(index) + 1, block, "after", shape);
    if (index < most_compared) hints(block);
}

void Features::add(std::initializer_list<std::string_view> parts) {
    name_.clear();
    for (const std::string_view part : parts) {
        name_.append(part);
    }
    sink_->add(name_);
}

void Features::tags(const Block& block) {
    const auto above = [&](std::uint32_t element) { return static_cast<std::uint32_t>(std::max(page_.elements[element].parent, 0)); };
    const std::uint32_t parent = above(block.container), grand = above(parent);
    const std::string_view own = name_of(page_.elements[block.container]), second = name_of(page_.elements[parent]);
    add({"tag ", own});
    add({"tags ", own, "<", second});
    add({"tags ", own, "<", second, "<", name_of(page_.elements[grand])});
    if (block.element != block.container) {
        add({"inner ", name_of(page_.elements[block.element])});
        add({"inner ", name_of(page_.elements[block.element]), " tag ", own});
    }
    std::array<bool, telling_tags.size()> found{};
    std::uint32_t level = 0;
    for (std::int32_t element = static_cast<std::int32_t>(block.element); element >= 0 && ++level <= most_above;
         element = page_.elements[static_cast<std::uint32_t>(element)].parent) {
        const auto at = std::find(telling_tags.begin(), telling_tags.end(), page_.elements[static_cast<std::uint32_t>(element)].node->v.element.tag);
        if (at != telling_tags.end()) found[static_cast<std::size_t>(at - telling_tags.begin())] = true;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) add({"inside ", gumbo_normalized_tagname(telling_tags[i])});
    }
    add({"kind ", one(static_cast<char>('0' + block.kind))});
    if (block.hidden) add({"hidden"});
}

void Features::classes(const Block& block) {
    seen_.clear();
    std::uint32_t level = 0;
    for (std::int32_t element = static_cast<std::int32_t>(block.element); element >= 0 && level < highest_level; ++level) {
        const Element& at = page_.elements[static_cast<std::uint32_t>(element)];
        class_words(attribute(*at.node, "class"), level, 'c');
        class_words(attribute(*at.node, "id"), level, 'i');
        for (const char* name : {"itemprop", "role", "property", "itemtype"}) {
            if (const std::string_view value = attribute(*at.node, name); !value.empty()) {
                const std::string_view first = value.substr(0, value.find_first_of(white));
                add({name, " ", first.substr(first.rfind('/') + 1).substr(0, 40)});
            }
        }
        element = at.parent;
    }
}

// Each name, digits made one sign, and each word of a name; near ones apart.
void Features::class_words(std::string_view value, std::uint32_t level, char kind) {
    const std::string_view distance = level == 0 ? "0 " : level < 3 ? "1 " : "2 ";
    const auto once = [&](std::string_view prefix, std::string_view word) {
        add({prefix, distance, word});
        std::string key = std::string(prefix) + std::string(word);
        if (std::find(seen_.begin(), seen_.end(), key) == seen_.end()) {
            add({prefix, "* ", word});
            seen_.push_back(std::move(key));
        }
    };
    std::string name, word;
    std::size_t words = 0;
    const auto end_word = [&] {
        if (word.size() > 1 && word.size() < 24 && ++words <= most_class_words) once("w", word);
        word.clear();
    };
    for (std::size_t i = 0; i <= value.size() && words < most_class_words; ++i) {
        const char c = i < value.size() ? value[i] : ' ';
        const bool is_new = i > 0 && c >= 'A' && c <= 'Z' && value[i - 1] >= 'a' && value[i - 1] <= 'z';
        if (is_new || !is_letter(c)) end_word();
        if (is_letter(c)) word += lower(c);
        if (!is_white(c)) {
            if (!is_digit(c))
                name += lower(c);
            else if (!name.ends_with('#'))
                name += '#';
        } else {
            if (name.size() > 1 && name.size() < 40) once(one(kind), name);
            name.clear();
        }
    }
}

void Features::form(const Block& block, const Shape& shape) {
    const std::string_view own = name_of(page_.elements[block.container]);
    const std::string_view length = one(shape.length), links = one(shape.links);
    add({"length ", length});
    add({"links ", links});
    add({"length ", length, " links ", links});
    add({"tag ", own, " length ", length});
    add({"tag ", own, " links ", links});
    add({"end ", end_of(block.text)});
    add({"end ", end_of(block.text), " length ", length});
    add({"start ", start_of(block.text)});
    add({"start ", start_of(block.text), " length ", length});
    const char emphasized = share_step(block.emphasized_bytes, block.text.size());
    add({"emphasis ", one(emphasized), " length ", length});
    if (block.text.find('\n') != std::string::npos) add({"lines"});
}

void Features::characters(const Block& block, const Shape& shape) {
    const std::string_view text = block.text, length = one(shape.length);
    add({"digits ", one(share_step(count(text, "0123456789") * 2, text.size())), " length ", length});
    add({"capitals ", one(share_step(count(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") * 2, text.size()))});
    add({"commas ", one(number_step(count(text, ","))), " length ", length});
    add({"stops ", one(number_step(count(text, ".!?"))), " length ", length});
    for (const std::string_view sign : {"©", "|", "»", "@", "http", "www.", ":", "/", "…", "...", "\"", "„", "“",
                                        "(", "?", "!", "#", "•",    "·",    "€", "$", "%", "+",   "*",  "=", "["}) {
        if (text.find(sign) != std::string_view::npos) {
            add({"has ", sign});
            add({"has ", sign, " length ", length});
        }
    }
}

void Features::words(const Block& block, const Shape& shape) {
    const bool all = shape.words <= short_words;
    std::string word, before;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i <= block.text.size() && number < (all ? short_words : 3); ++i) {
        if (i < block.text.size() && is_word(block.text[i])) {
            word += lower(block.text[i]);
            continue;
        }
        if (word.empty()) continue;
        if (word.size() < 24) {
            if (all) add({"word ", word});
            if (all && !before.empty()) add({"words ", before, " ", word});
            if (number == 0) add({"first ", word});
            if (!all && number == 1) add({"firsts ", before, " ", word});
        }
        before = std::move(word);
        word.clear();
        ++number;
    }
}

void Features::place(std::uint32_t index, const Shape& shape) {
    const std::string_view length = one(shape.length), links = one(shape.links);
    const char tenth = layout_.tenth(index);
    add({"tenth ", one(tenth)});
    add({"tenth ", one(tenth), " length ", length});
    const auto at = static_cast<std::int64_t>(index);
    const std::string_view side = layout_.first_long() < 0    ? "none"
                                  : at < layout_.first_long() ? "above"
                                  : at > layout_.last_long()  ? "below"
                                                              : "between";
    const char to_first = number_step(static_cast<std::uint64_t>(std::abs(at - layout_.first_long())));
    const char to_last = number_step(static_cast<std::uint64_t>(std::abs(at - layout_.last_long())));
    add({"prose ", side, " length ", length});
    add({"prose ", side, " links ", links});
    if (side == "above") add({"before-prose ", one(to_first)});
    if (side == "below") add({"after-prose ", one(to_last)});
    add({"prose-blocks ", one(number_step(layout_.long_blocks())), " length ", length});
    add({"blocks ", one(number_step(page_.blocks.size()))});
    if (layout_.copies(index) > 1) add({"copies ", one(number_step(layout_.copies(index)))});
}

void Features::surroundings(std::uint32_t index, const Shape& shape) {
    const Block& block = page_.blocks[index];
    const std::string_view length = one(shape.length), links = one(shape.links);
    const char up = static_cast<char>('0' + layout_.levels_from_best(index));
    add({"best ", one(up)});
    add({"best ", one(up), " length ", length});
    add({"best ", one(up), " links ", links});
    add({"best ", one(up), " tag ", name_of(page_.elements[block.container])});
    std::int32_t element = static_cast<std::int32_t>(block.container);
    for (char level = '0'; level < '4' && element >= 0; ++level, element = page_.elements[static_cast<std::uint32_t>(element)].parent) {
        const Sums& sums = layout_.sums(static_cast<std::uint32_t>(element));
        const char below = share_step(sums.link_bytes, sums.bytes), prose = share_step(sums.long_bytes, layout_.page().long_bytes);
        const char inside = share_step(sums.long_bytes, sums.bytes);
        add({"up", one(level), " links ", one(below)});
        add({"up", one(level), " prose ", one(prose)});
        add({"up", one(level), " inside ", one(inside)});
        add({"up", one(level), " links ", one(below), " prose ", one(prose), " length ", length});
        add({"up", one(level), " blocks ", one(number_step(sums.blocks))});
    }
    const Sums& family = layout_.family_sums(index);
    const char mean = number_step(family.bytes / std::max(family.blocks, 1u) / 6), linked = share_step(family.link_bytes, family.bytes);
    add({"family ", one(number_step(family.blocks))});
    add({"family mean ", one(mean)});
    add({"family mean ", one(mean), " length ", length});
    add({"family links ", one(linked)});
    add({"family links ", one(linked), " prose ", one(share_step(family.long_bytes, family.bytes))});
}

void Features::neighbour(std::int64_t index, const Block& block, std::string_view side, const Shape& shape) {
    if (index < 0 || index >= static_cast<std::int64_t>(page_.blocks.size())) {
        add({side, " none"});
        return;
    }
    const Block& other = page_.blocks[static_cast<std::size_t>(index)];
    const Shape& its = layout_.shape(static_cast<std::uint32_t>(index));
    add({side, " length ", one(its.length)});
    add({side, " links ", one(its.links)});
    add({side, " length ", one(its.length), " length ", one(shape.length)});
    add({side, " links ", one(its.links), " links ", one(shape.links)});
    add({side, " tag ", name_of(page_.elements[other.container]), " tag ", name_of(page_.elements[block.container])});
    const auto parent = [&](const Block& of) { return page_.elements[of.container].parent; };
    if (parent(other) == parent(block)) add({side, " sibling length ", one(its.length)});
}

void Features::hints(const Block& block) {
    const std::string_view text = std::string_view(block.text).substr(0, longest_compared);
    if (!hints_.body.empty()) add({hints_.body.find(text) != std::string::npos ? "in body" : "not in body"});
    if (!hints_.title.empty() && text.size() > 8) {
        if (hints_.title == text)
            add({"is title"});
        else if (hints_.title.find(text) != std::string::npos)
            add({"in title"});
    }
    if (text.size() > 20 && hints_.description.find(text.substr(0, 40)) != std::string::npos) add({"in description"});
}

}  // namespace html
