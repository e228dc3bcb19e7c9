/// The texts of a lexicon, each stored once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/lexicon/format.h"

namespace dateline::lexicon {

class Pool {
public:
    Text add(std::string_view text);
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
    std::unordered_map<std::string, Text> known_;
};

/// Names with dense ids in the order of their first use.
class Names {
public:
    std::uint32_t add(std::string_view name);
    const std::vector<std::string>& all() const { return names_; }

private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::uint32_t> ids_;
};

}  // namespace dateline::lexicon
