#include "core/mention/candidate.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t chunk_size = std::size_t{16} << 10;

}  // namespace

std::string_view Proposals::keep(std::string_view string) {
    if (string.empty()) {
        return {};
    }
    while (chunk_ < chunks_.size() && chunks_[chunk_].capacity() - chunks_[chunk_].size() < string.size()) {
        ++chunk_;
    }
    if (chunk_ == chunks_.size()) {
        chunks_.emplace_back().reserve(std::max(chunk_size, string.size()));
    }
    std::string& chunk = chunks_[chunk_];
    const std::size_t begin = chunk.size();
    chunk.append(string);
    return std::string_view(chunk).substr(begin);
}

void Proposals::clear() {
    candidates.clear();
    facts.clear();
    links.clear();
    evidence.clear();
    attributes.clear();
    fields.clear();
    for (std::string& chunk : chunks_) {
        chunk.clear();
    }
    chunk_ = 0;
}

}  // namespace dateline
