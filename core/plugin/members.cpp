#include "core/plugin/members.h"

#include <algorithm>

#include "core/plugin/metadata.h"
#include "core/plugin/peer.h"

namespace dateline::plugin {
namespace {

constexpr std::size_t longest_name = 4096;

std::string text_of(dateline_string given, std::size_t limit) {
    return is_text(given, limit) ? std::string(view(given)) : std::string();
}

// What is wrong with the metadata, which the others do not suffer for.
std::string take_metadata(const dateline_member& given, std::vector<ToldMetadata>& metadata) {
    std::string problem;
    const std::uint64_t count = given.metadata == nullptr || given.metadata_size < sizeof(dateline_metadata) ? 0 : std::min<std::uint64_t>(given.metadata_count, 100);
    for (std::uint64_t i = 0; i < count; ++i) {
        dateline_metadata one{};
        take_element(given.metadata, i, given.metadata_size, one);
        std::string wrong = problem_with(one);
        if (wrong.empty()) {
            metadata.push_back({std::string(view(one.name)), std::string(view(one.value)), std::string(view(one.rule))});
        } else if (problem.empty()) {
            problem = std::move(wrong);
        }
    }
    return problem;
}

}  // namespace

void Members::begin(Document& document, const Limits& limits) {
    document_ = &document;
    document.members.clear();
    document.refused_bytes = 0;
    limits_ = limits;
    bytes_ = 0;
    full_ = false;
    names_.clear();
}

std::uint64_t Members::room() const {
    return std::min(limits_.max_bytes, limits_.max_inner_bytes - bytes_);
}

dateline_status Members::add(const dateline_member* given, std::string& problem) {
    dateline_member member{};
    if (!take(given, offsetof(dateline_member, problem), member) || (member.bytes.data == nullptr && member.bytes.length > 0)) {
        problem = ": there is no member, or its bytes are missing";
        return DATELINE_FAILED;
    }
    full_ = full_ || document_->members.size() >= limits_.max_inner || member.bytes.length > limits_.max_inner_bytes - bytes_;
    if (full_) {
        document_->refused_bytes += member.bytes.length;
        return DATELINE_STOPPED;
    }
    keep(member);
    problem = take_metadata(member, document_->members.back().metadata);
    return DATELINE_OK;
}

void Members::keep(const dateline_member& given) {
    Member& member = document_->members.emplace_back();
    member.name = own_name(given.name);
    member.media_type = text_of(given.media_type, 200);
    member.charset = text_of(given.charset, 100);
    member.problem = std::string(message_of(given.problem));
    member.byte_count = given.bytes.length;
    bytes_ += given.bytes.length;
    if (given.bytes.length <= limits_.max_bytes && member.problem.empty()) {
        member.bytes.assign(view(given.bytes));
    }
}

// Two of the same name are told apart: "a.txt", "a.txt#2". What parts outer from inner names stands in none.
std::string Members::own_name(dateline_string given) {
    std::string name = text_of(given, longest_name);
    if (name.empty()) {
        name = std::to_string(document_->members.size());
    }
    for (std::size_t at = 0; (at = name.find("!/", at)) != std::string::npos; at += 3) {
        name.insert(at + 1, " ");
    }
    std::string own = name;
    while (!names_.try_emplace(own, 1).second) {
        own = name + "#" + std::to_string(++names_[name]);
    }
    return own;
}

void Members::finish() {
    if (!full_) {
        return;
    }
    const bool many = document_->members.size() >= limits_.max_inner;
    Diagnostic diagnostic;
    diagnostic.code = many ? "limit.documents" : "limit.bytes";
    diagnostic.message = many ? "The input has more documents inside than the limit of " + std::to_string(Limits::most_inner) + "; what comes after is left out."
                              : "The documents inside the input have more bytes together than the limit, 8 times --max-bytes; what comes after is left out.";
    document_->diagnostics.push_back(std::move(diagnostic));
}

}  // namespace dateline::plugin
