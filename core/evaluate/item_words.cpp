#include "core/evaluate/item_words.h"

#include <iterator>

#include "core/evaluate/names.h"

namespace dateline::evaluate {

std::string in_quotes(std::string_view words) { return "“" + folded(words) + "”"; }

Item valued(Item item, std::string_view value) {
    item.what.append(" = ").append(value);
    return item;
}

Item typed_name(std::string_view type, std::string_view key) { return {0, 0, std::string(type).append(" ").append(key)}; }

void add_pairs(std::string_view type, const std::set<std::string>& keys, Items& out) {
    for (auto first = keys.begin(); first != keys.end(); ++first) {
        for (auto second = std::next(first); second != keys.end(); ++second) {
            out.insert({0, 0, std::string(type).append(" ").append(in_quotes(*first)).append(" = ").append(in_quotes(*second))});
        }
    }
}

}  // namespace dateline::evaluate
