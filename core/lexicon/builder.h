/// Compiles parsed sources.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/list_source.h"
#include "core/lexicon/pool.h"
#include "core/lexicon/rule_source.h"
#include "core/lexicon/source.h"
#include "core/lexicon/trie.h"

namespace dateline::lexicon {

/// Takes the sources of a lexicon: all lists first, then rules and evidence, each kind in the order of its ids. Throws BuildError.
class Builder {
public:
    /// For a plugin with a library, whose rules give labels.
    Builder() = default;
    /// For one without, whose rules say what they submit: finish() tells `take`, which must outlive it, of each one's.
    explicit Builder(const TakeStatement& take) : take_(&take) {}

    void add_list(const Source& source);
    /// Begins a list without entries and gives its id. `at` is the place of its name.
    std::uint32_t begin_list(const Source& source, std::size_t at, std::string_view name, std::string_view origin, std::string_view licence);
    /// Adds an entry to a list. When it is there already, adds nothing and gives the place of the first one.
    std::optional<std::size_t> add_entry(const Source& source, const ListSource::Entry& entry, std::uint32_t list, Condition condition);
    void add_rules(Source source);
    void add_evidence(const Source& source);
    /// The bytes of the file. Call once.
    std::string finish();

private:
    struct Rule {
        RuleSource source;
        std::size_t file;
    };
    void write_rules(class FileWriter& file);
    std::vector<Literal> literals();
    void give_statements();
    void find_evidence(Statement::Reason& reason, const Source& source) const;
    std::vector<Text> texts(const std::vector<std::string>& strings);

    Pool pool_;
    std::vector<ListRow> lists_;
    std::vector<std::string> list_files_;
    Trie trie_;
    WordCutter cutter_;
    RuleNames names_;
    std::vector<std::unique_ptr<const Source>> rule_files_;
    std::vector<Rule> rules_;
    std::unordered_map<std::string_view, std::size_t> rule_numbers_;  ///< by name
    std::vector<EvidenceRow> evidence_;
    std::vector<std::string> evidence_names_;
    const TakeStatement* take_ = nullptr;
};

}  // namespace dateline::lexicon
