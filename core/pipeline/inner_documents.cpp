#include "core/pipeline/inner_documents.h"

#include <algorithm>
#include <utility>

namespace dateline::pipeline {

void InnerDocuments::clear() {
    waiting_.clear();
    outer_.clear();
    bytes_ = refused_ = 0;
    count_ = 0;
}

void InnerDocuments::add(Document& document, std::uint32_t depth) {
    outer_.resize(depth);
    outer_.push_back(document.sha256);
    refused_ += document.refused_bytes;
    std::reverse(document.members.begin(), document.members.end());
    for (Member& member : document.members) {
        bytes_ += member.byte_count;
        ++count_;
        std::string source = document.source + "!/" + member.name;
        waiting_.push_back({std::move(member), std::move(source), document.input_id, document.sha256.substr(0, 32), depth + 1});
    }
    document.members.clear();
}

InnerDocument InnerDocuments::next() {
    InnerDocument inner = std::move(waiting_.back());
    waiting_.pop_back();
    return inner;
}

bool InnerDocuments::contains_itself(const std::string& sha256, std::uint32_t depth) const {
    const auto end = outer_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(depth, outer_.size()));
    return std::find(outer_.begin(), end, sha256) != end;
}

plugin::Limits InnerDocuments::left_of(const plugin::Limits& limits) const {
    plugin::Limits left = limits;
    left.max_inner_bytes -= refused_ > limits.max_inner_bytes ? limits.max_inner_bytes : std::min(bytes_, limits.max_inner_bytes);
    left.max_inner -= std::min(count_, limits.max_inner);
    return left;
}

}  // namespace dateline::pipeline
