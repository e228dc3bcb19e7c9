#include "core/resolve/mentions.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/mention/name.h"
#include "core/text/fold.h"

namespace dateline::resolve {
namespace {

// The value of the attribute that joins mentions of the candidate's type; null when the type has no key or the candidate no value.
const Value* key_value(const Proposals& proposals, const Types& types, const Candidate& candidate) {
    const TypeDeclaration& type = types.types[candidate.type];
    if (type.named || type.key.empty()) {
        return nullptr;
    }
    const std::uint32_t key = types.find_attribute(candidate.type, type.key);
    for (std::uint32_t i = 0; i < candidate.attributes.count; ++i) {
        const Value& value = proposals.attributes[candidate.attributes.first + i];
        if (value.name == key && value.kind != DATELINE_VALUE_NULL && value.kind != DATELINE_VALUE_REFERENCE) {
            return &value;
        }
    }
    return nullptr;
}

void append_value(const Value& value, std::string& out) {
    if (value.kind == DATELINE_VALUE_NUMBER) {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value.number).ptr);
    } else {
        out.append(value.string);
    }
}

}  // namespace

void Mentions::fill(std::string_view text, const Proposals& proposals, const Types& types) {
    sort_by_place(proposals, types);
    keys_.clear();
    spelling_.clear();
    for (std::uint32_t mention = 0; mention < size(); ++mention) {
        add_key(text, proposals, types, mention);
    }
    number_names();
}

void Mentions::sort_by_place(const Proposals& proposals, const Types& types) {
    places_.clear();
    for (std::uint32_t i = 0; i < proposals.candidates.size(); ++i) {
        const Candidate& candidate = proposals.candidates[i];
        if (candidate.verdict.accepted && !types.types[candidate.type].silent()) {
            places_.push_back({candidate.type, candidate.begin, i});
        }
    }
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
        return std::tie(a.type, a.begin, a.candidate) < std::tie(b.type, b.begin, b.candidate);
    });
    candidates_.clear();
    for (const Place& place : places_) {
        candidates_.push_back(place.candidate);
    }
}

void Mentions::add_key(std::string_view text, const Proposals& proposals, const Types& types, std::uint32_t mention) {
    const Candidate& candidate = proposals.candidates[candidates_[mention]];
    const std::size_t begin = spelling_.size();
    const Value* value = key_value(proposals, types, candidate);
    if (value != nullptr) {
        append_value(*value, spelling_);
    } else {
        fold_name(text.substr(candidate.begin, candidate.end - candidate.begin), spelling_);
    }
    const std::string_view spelling = std::string_view(spelling_).substr(begin);
    keys_.push_back({candidate.type, value != nullptr, text::hash(spelling), static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(spelling.size()), mention});
}

void Mentions::number_names() {
    const auto same = [this](const Key& a, const Key& b) {
        return a.hash == b.hash && a.type == b.type && a.by_value == b.by_value && spelling(a) == spelling(b);
    };
    // The spelling is compared only where hashes agree, so nearly always once for each pair that is joined.
    std::sort(keys_.begin(), keys_.end(), [this](const Key& a, const Key& b) {
        const auto one = std::tie(a.hash, a.type, a.by_value), other = std::tie(b.hash, b.type, b.by_value);
        if (one != other) {
            return one < other;
        }
        const int order = spelling(a).compare(spelling(b));
        return order != 0 ? order < 0 : a.mention < b.mention;
    });
    names_.resize(keys_.size());
    first_.clear();
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if (i == 0 || !same(keys_[i - 1], keys_[i])) {
            first_.push_back(keys_[i].mention);
        }
        names_[keys_[i].mention] = static_cast<std::uint32_t>(first_.size() - 1);
    }
}

}  // namespace dateline::resolve
