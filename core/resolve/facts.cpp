#include "core/resolve/facts.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/mention/name.h"
#include "core/text/fold.h"

namespace dateline::resolve {
namespace {

// Between fields. A text that holds it can at worst have two odd facts taken for one.
constexpr char separator = '\x1F';

template <class Number>
void append_number(Number number, std::string& out) {
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_value(const Value& value, const Resolution& resolution, std::string& out) {
    switch (value.kind) {
        case DATELINE_VALUE_STRING: fold_name(value.string, out); break;
        case DATELINE_VALUE_DATE: out.append(value.string); break;
        case DATELINE_VALUE_NUMBER: append_number(value.number, out); break;
        case DATELINE_VALUE_REFERENCE: append_number(resolution.entity_of[value.reference], out); break;
        case DATELINE_VALUE_NULL: break;
    }
}

// How many facts before and after one are looked at for a fuller one: keeps the work linear in a text made of facts.
constexpr std::size_t reach = 32;

std::string_view next_field(std::string_view& saying) {
    const std::string_view field = saying.substr(0, saying.find(separator));
    saying.remove_prefix(std::min(saying.size(), field.size() + 1));
    return field;
}

// Whether every field of `less` that has a value has the same in `more`. Both begin with the kind of fact, which says how many fields there are.
bool says_all(std::string_view more, std::string_view less) {
    while (!less.empty()) {
        const std::string_view field = next_field(less), other = next_field(more);
        if (!field.empty() && field != other) {
            return false;
        }
    }
    return true;
}

}  // namespace

void FactSorter::append_saying(const Proposals& proposals, const Types& types, const Resolution& resolution, const Fact& fact) {
    append_number(fact.fact, saying_);
    for (std::uint32_t name = 0; name < types.facts[fact.fact].fields.size(); ++name) {
        saying_.push_back(separator);
        for (std::uint32_t i = 0; i < fact.fields.count; ++i) {
            const Value& value = proposals.fields[fact.fields.first + i];
            if (value.name == name && value.kind != DATELINE_VALUE_NULL) {
                saying_.push_back(static_cast<char>('1' + value.kind));
                append_value(value, resolution, saying_);
            }
        }
    }
}

void FactSorter::collect(const Proposals& proposals, const Types& types, const Resolution& resolution) {
    statements_.clear();
    saying_.clear();
    for (std::uint32_t i = 0; i < proposals.facts.size(); ++i) {
        const Fact& fact = proposals.facts[i];
        if (!fact.verdict.accepted || resolution.entity_of[fact.subject] == DATELINE_NONE) {
            continue;
        }
        const std::uint32_t first = static_cast<std::uint32_t>(saying_.size());
        append_saying(proposals, types, resolution, fact);
        const std::string_view said = std::string_view(saying_).substr(first);
        statements_.push_back({resolution.entity_of[fact.subject], fact.begin, fact.end, i, text::hash(said), first,
                               static_cast<std::uint32_t>(said.size())});
    }
}

void FactSorter::drop_repeated() {
    const auto place = [](const Statement& one) { return std::tie(one.entity, one.begin, one.end, one.fact); };
    std::sort(statements_.begin(), statements_.end(), [&](const Statement& a, const Statement& b) {
        const auto one = std::tie(a.entity, a.hash), other = std::tie(b.entity, b.hash);
        return one != other ? one < other : place(a) < place(b);
    });
    const auto repeated = [this](const Statement& a, const Statement& b) {
        return a.entity == b.entity && a.hash == b.hash && saying(a) == saying(b);
    };
    statements_.erase(std::unique(statements_.begin(), statements_.end(), repeated), statements_.end());
    std::sort(statements_.begin(), statements_.end(), [&](const Statement& a, const Statement& b) { return place(a) < place(b); });
}

bool FactSorter::is_said_more_fully(std::size_t statement) const {
    const Statement& less = statements_[statement];
    const std::size_t first = statement > reach ? statement - reach : 0;
    const std::size_t end = std::min(statements_.size(), statement + reach + 1);
    for (std::size_t i = first; i < end; ++i) {
        if (i != statement && statements_[i].entity == less.entity && says_all(saying(statements_[i]), saying(less))) {
            return true;
        }
    }
    return false;
}

void FactSorter::add_facts(const Proposals& proposals, const Types& types, Resolution& resolution) {
    collect(proposals, types, resolution);
    drop_repeated();
    for (std::size_t i = 0; i < statements_.size(); ++i) {
        if (!is_said_more_fully(i)) {
            resolution.entities[statements_[i].entity].facts.push_back(statements_[i].fact);
        }
    }
}

}  // namespace dateline::resolve
