#include "core/lexicon/pool.h"

namespace dateline::lexicon {

Text Pool::add(std::string_view text) {
    if (text.empty()) return {};
    const Text added = {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
    const auto [known, is_new] = known_.emplace(text, added);
    if (is_new) bytes_ += text;
    return known->second;
}

std::uint32_t Names::add(std::string_view name) {
    const auto [known, is_new] = ids_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return known->second;
}

}  // namespace dateline::lexicon
