#include "spelling.h"

#include <algorithm>

namespace dateline::organizations {
namespace {

constexpr std::size_t shortest = 4;

}  // namespace

bool is_other_spelling(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) {
        std::swap(one, other);
    }
    if (one.size() < shortest || other.size() - one.size() > 1 || one.front() != other.front() || one == other) {
        return false;
    }
    const auto differ = std::mismatch(one.begin(), one.end(), other.begin());
    const std::string_view rest(one.data() + (differ.first - one.begin()), static_cast<std::size_t>(one.end() - differ.first));
    const std::string_view other_rest(other.data() + (differ.second - other.begin()), static_cast<std::size_t>(other.end() - differ.second));
    return one.size() == other.size() ? rest.substr(1) == other_rest.substr(1) : rest == other_rest.substr(1);
}

}  // namespace dateline::organizations
