#include "core/lexicon/builder.h"

#include <algorithm>

#include "core/lexicon/evidence_source.h"
#include "core/lexicon/file_writer.h"
#include "core/lexicon/program.h"
#include "core/lexicon/rule_index.h"

namespace dateline::lexicon {
namespace {

bool names_type(const Pattern& pattern) {
    return (pattern.kind == Pattern::Kind::atom && pattern.op == Op::mention) ||
           std::any_of(pattern.parts.begin(), pattern.parts.end(), names_type);
}

std::size_t place(const Source& source, std::string_view part) {
    return static_cast<std::size_t>(part.data() - source.text().data());
}

}  // namespace

void Builder::add_list(const Source& source) {
    const ListSource list = parse_list(source);
    const std::uint32_t id = begin_list(source, place(source, list.name), list.name, list.source, list.licence);
    lists_[id].bits_only = list.bits_only;
    names_.bits_only |= std::uint64_t{list.bits_only} << id;
    for (const ListSource::Entry& entry : list.entries) {
        if (const auto first = add_entry(source, entry, id, list.condition)) {
            source.fail(entry.at, "“" + std::string(entry.words) + "” is in line " + std::to_string(source.line_number(*first)) + " already; remove one of them");
        }
    }
}

std::uint32_t Builder::begin_list(const Source& source, std::size_t at, std::string_view name, std::string_view origin, std::string_view licence) {
    for (std::size_t i = 0; i < names_.lists.size(); ++i) {
        if (names_.lists[i] == name) source.fail(at, "the list “" + std::string(name) + "” is in " + list_files_[i] + " already; choose another name");
    }
    if (lists_.size() == most_lists) source.fail(at, "there can be at most 64 lists and this is one more; join some of them");
    names_.lists.emplace_back(name);
    list_files_.push_back(source.name());
    lists_.push_back({pool_.add(name), pool_.add(origin), pool_.add(licence), 0, 0, 0});
    return static_cast<std::uint32_t>(lists_.size() - 1);
}

std::optional<std::size_t> Builder::add_entry(const Source& source, const ListSource::Entry& entry, std::uint32_t list, Condition condition) {
    const auto& words = cutter_.cut(entry.words);
    if (words.empty()) source.fail(entry.at, "there are no words here; write some, or remove the line");
    if (words.size() > most_entry_tokens) source.fail(entry.at, "an entry has at most 16 tokens, but this one has " + std::to_string(words.size()) + "; shorten it");
    const auto first = trie_.add(words, list, condition, entry.value, entry.at);
    lists_[list].entries += !first.has_value();
    return first;
}

void Builder::add_rules(Source source) {
    rule_files_.push_back(std::make_unique<const Source>(std::move(source)));
    const Source& kept = *rule_files_.back();
    for (RuleSource& rule : RuleParser(kept, names_, take_ == nullptr ? RightSide::label : RightSide::statement).parse()) {
        const auto [known, is_new] = rule_numbers_.emplace(rule.name, rules_.size());
        if (!is_new) {
            const Rule& other = rules_[known->second];
            const Source& file = *rule_files_[other.file];
            kept.fail(rule.at, "the rule “" + std::string(rule.name) + "” is in " + file.name() + ":" + std::to_string(file.line_number(other.source.at)) +
                                   " already; choose another name");
        }
        rules_.push_back({std::move(rule), rule_files_.size() - 1});
    }
}

void Builder::add_evidence(const Source& source) {
    for (const EvidenceSource& evidence : parse_evidence(source)) {
        evidence_.push_back({pool_.add(evidence.name), pool_.add(evidence.sentence), evidence.weight});
        evidence_names_.emplace_back(evidence.name);
    }
}

std::vector<Literal> Builder::literals() {
    std::vector<Literal> all;
    for (const RuleNames::Literal& literal : names_.literals) all.push_back({literal.hash, pool_.add(literal.folded), pool_.add(literal.verbatim)});
    return all;
}

std::vector<Text> Builder::texts(const std::vector<std::string>& strings) {
    std::vector<Text> all;
    for (const std::string& string : strings) all.push_back(pool_.add(string));
    return all;
}

void Builder::write_rules(FileWriter& file) {
    const auto typed = std::stable_partition(rules_.begin(), rules_.end(), [](const Rule& rule) { return !names_type(rule.source.pattern); });
    std::vector<Program> programs;
    std::vector<RuleRow> rows;
    std::vector<Instruction> instructions;
    std::vector<TemplatePart> parts;
    std::vector<Guard> guards;
    const std::vector<Literal> all_literals = literals();
    for (const Rule& rule : rules_) {
        Program& program = programs.emplace_back(compile_pattern(rule.source.pattern, *rule_files_[rule.file]));
        add_guards(program, all_literals, guards);
        rows.push_back({pool_.add(rule.source.name), rule.source.label, static_cast<std::uint32_t>(instructions.size()),
                        static_cast<std::uint32_t>(program.instructions.size()), program.join_count, static_cast<std::uint32_t>(parts.size()),
                        static_cast<std::uint32_t>(rule.source.parts.size())});
        instructions.insert(instructions.end(), program.instructions.begin(), program.instructions.end());
        for (const ValuePart& part : rule.source.parts) parts.push_back({pool_.add(part.text), part.capture, part.width});
    }
    if (take_ != nullptr) give_statements();
    std::vector<const Program*> groups[2];
    const auto first_typed = static_cast<std::size_t>(typed - rules_.begin());
    for (std::size_t i = 0; i < programs.size(); ++i) groups[i >= first_typed].push_back(&programs[i]);
    RuleIndex index;
    add_group(index, 0, groups[0], all_literals);
    add_group(index, static_cast<std::uint32_t>(first_typed), groups[1], all_literals);
    file.add(section_rules, rows);
    file.add(section_instructions, instructions);
    file.add(section_guards, guards);
    file.add(section_literals, all_literals);
    file.add(section_parts, parts);
    file.add(section_groups, index.groups);
    file.add(section_rows, index.rows);
    file.add(section_literal_slots, index.literal_slots);
    file.add(section_literal_filter, index.literal_filter);
}

void Builder::find_evidence(Statement::Reason& reason, const Source& source) const {
    const std::string& name = reason.name.text;
    const auto found = std::find(evidence_names_.begin(), evidence_names_.end(), name);
    if (found == evidence_names_.end()) {
        const std::string nearest = suggestion(name, {evidence_names_.begin(), evidence_names_.end()});
        source.fail(reason.name.at, "there is no evidence “" + name + "”" + (nearest.empty() ? "; add a line with it to evidence.tsv" : nearest));
    }
    reason.id = static_cast<std::uint32_t>(found - evidence_names_.begin());
}

void Builder::give_statements() {
    for (Rule& rule : rules_) {
        const Source& source = *rule_files_[rule.file];
        for (Statement::Reason& reason : rule.source.statement.because) find_evidence(reason, source);
        (*take_)(rule.source.statement, source);
    }
}

std::string Builder::finish() {
    const std::uint64_t nested = trie_.nested_lists();
    for (std::size_t i = 0; i < lists_.size(); ++i) lists_[i].nested = nested >> i & 1;
    const EntryTables entries = trie_.compile(pool_);
    FileWriter file;
    file.add(section_lists, lists_);
    file.add(section_ends, entries.ends);
    file.add(section_any_table, entries.any_table);
    file.add(section_any_filter, entries.any_filter);
    file.add(section_capital_table, entries.capital_table);
    file.add(section_capital_filter, entries.capital_filter);
    file.add(section_nodes, entries.nodes);
    write_rules(file);
    file.add(section_captures, texts(names_.captures.all()));
    file.add(section_labels, texts(names_.labels.all()));
    file.add(section_types, texts(names_.types.all()));
    file.add(section_expressions, texts(names_.expressions.all()));
    file.add(section_evidence, evidence_);
    file.add(section_strings, pool_.bytes().data(), pool_.bytes().size());
    return file.finish();
}

}  // namespace dateline::lexicon
