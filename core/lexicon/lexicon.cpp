#include "core/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <stdexcept>

#include "core/lexicon/check.h"
#include "core/lexicon/expression_index.h"
#include "core/lexicon/format.h"
#include "core/lexicon/mapping.h"
#include "core/lexicon/needs.h"

namespace dateline::lexicon {
namespace {

/// The id of the item with a name; few and asked for at load, so there is no index.
template <typename T>
std::uint32_t find(const Lexicon::Tables& tables, std::span<const T> items, std::string_view name) {
    const auto text = [](const T& item) -> Text {
        if constexpr (std::is_same_v<T, Text>) {
            return item;
        } else {
            return item.name;
        }
    };
    const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return tables.text(text(item)) == name; });
    return found == items.end() ? no_index : static_cast<std::uint32_t>(found - items.begin());
}

}  // namespace

struct Lexicon::Storage {
    explicit Storage(const std::filesystem::path& file) : mapping(file) { take(mapping.bytes()); }
    /// Words, so that the bytes are aligned like a mapping's.
    explicit Storage(std::string_view bytes) : copy((bytes.size() + 7) / 8) {
        std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(copy.data()));
        take({reinterpret_cast<const char*>(copy.data()), bytes.size()});
    }

    void take(std::string_view bytes) {
        tables = check(bytes);
        expressions = Expressions(tables);
        tables.compiled = &expressions;
        for (std::size_t i = 0; i < expression_indexes.size(); ++i) expression_indexes[i] = ExpressionIndex(tables, tables.groups[i]);
        tables.expression_indexes = expression_indexes;
        needs = needs_of(tables);
        tables.needs = needs;
        for (std::size_t i = 0; i < tables.lists.size(); ++i) tables.bits_only |= std::uint64_t{tables.lists[i].bits_only != 0} << i;
        std::memcpy(&content, bytes.data() + offsetof(Header, content), sizeof content);
    }

    Mapping mapping;
    std::vector<std::uint64_t> copy;
    Tables tables;
    std::vector<Needs> needs;
    Expressions expressions;
    std::array<ExpressionIndex, 2> expression_indexes;
    std::uint64_t content = 0;
    std::vector<std::string_view> type_names;
};

Lexicon::Lexicon(std::unique_ptr<Storage> storage) : storage_(std::move(storage)), tables_(&storage_->tables) {
    for (const Text& name : tables_->types) storage_->type_names.push_back(tables_->text(name));
}

Lexicon::~Lexicon() = default;

std::shared_ptr<const Lexicon> Lexicon::open(const std::filesystem::path& file) {
    try {
        return std::shared_ptr<const Lexicon>(new Lexicon(std::make_unique<Storage>(file)));
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(file.string() + ": " + error.what());
    }
}

std::shared_ptr<const Lexicon> Lexicon::from_bytes(std::string_view bytes) {
    return std::shared_ptr<const Lexicon>(new Lexicon(std::make_unique<Storage>(bytes)));
}

std::uint64_t Lexicon::content() const { return storage_->content; }

std::uint32_t Lexicon::list_count() const { return static_cast<std::uint32_t>(tables_->lists.size()); }

ListInfo Lexicon::list(std::uint32_t index) const {
    const ListRow& row = tables_->lists[index];
    return {tables_->text(row.name), tables_->text(row.source), tables_->text(row.licence), row.entries};
}

std::uint32_t Lexicon::rule_count() const { return static_cast<std::uint32_t>(tables_->rules.size()); }

std::string_view Lexicon::rule(std::uint32_t index) const { return tables_->text(tables_->rules[index].name); }

std::string_view Lexicon::capture(std::uint32_t index) const { return tables_->text(tables_->captures[index]); }

std::uint32_t Lexicon::evidence_count() const { return static_cast<std::uint32_t>(tables_->evidence.size()); }

EvidenceInfo Lexicon::evidence(std::uint32_t index) const {
    const EvidenceRow& row = tables_->evidence[index];
    return {tables_->text(row.name), tables_->text(row.sentence), row.weight};
}

const std::vector<std::string_view>& Lexicon::type_names() const { return storage_->type_names; }

std::uint32_t Lexicon::find_list(std::string_view name) const { return find(*tables_, tables_->lists, name); }
std::uint32_t Lexicon::find_rule(std::string_view name) const { return find(*tables_, tables_->rules, name); }
std::uint32_t Lexicon::find_capture(std::string_view name) const { return find(*tables_, tables_->captures, name); }
std::uint32_t Lexicon::find_label(std::string_view name) const { return find(*tables_, tables_->labels, name); }
std::uint32_t Lexicon::find_evidence(std::string_view name) const { return find(*tables_, tables_->evidence, name); }

}  // namespace dateline::lexicon
