/// The compiled form of a lexicon. `build` writes it, Lexicon::open maps and checks it; nobody else knows it.
///
/// A header, then sections: arrays of the structs below, each at a multiple of 8 bytes, in the order of `SectionId`. Numbers are little-endian. Texts lie
/// in one pool and are named by offset and length.
///
/// Two constraints made it so. A look-up must not cost more than one cache miss, so the tables of first words hold all that most words need, not references to it.
/// And after opening no read may leave the mapping, whatever the file says; so all numbers that lead anywhere are checked once, in check.cpp, and the
/// arrays are plain ones without records of varying length in between. A sorted array with binary search was discarded: 17 cache misses a word.
///
/// Lists: entries form a trie over folded tokens. First tokens are in two open-addressing tables (linear probing from `slot`, at least one slot empty):
/// one for tokens that begin with a capital or are numbers, with all entries, one for all others, with those that any token can begin. Before each
/// stands a filter of one bit a hash. Further tokens are in `nodes`, each parent with a small table of its own; so are first tokens
/// that something follows. Where an entry ends there is
/// a run of `End`s sorted by list; equal runs are stored once, as most words of a language or names are in the same few lists.
///
/// Rules: one program each, of instructions that only lead forward (repetitions are written out). Rules that name no type come first. For each of
/// these two groups rows of bits, one bit a rule, tell which rules may begin at a token, and which may go on at the one after it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/lexicon/lexicon.h"

namespace dateline::lexicon {

inline constexpr std::uint64_t magic = 0x4E4F434958454C44;  ///< "DLEXICON"
inline constexpr std::uint32_t format_version = 4;

inline constexpr std::uint32_t most_lists = 64;
inline constexpr std::uint32_t most_entry_tokens = 16;
inline constexpr std::uint32_t most_match_tokens = 64;    ///< a match of a rule is no longer
inline constexpr std::uint32_t most_repetitions = 8;      ///< where * and + stop
inline constexpr std::uint32_t most_instructions = 4096;  ///< of one rule
inline constexpr std::uint32_t most_expressions = 1u << 14;
inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

struct Text {
    std::uint32_t offset = 0, length = 0;
    bool operator==(const Text&) const = default;
};

struct ListRow {
    Text name, source, licence;
    std::uint32_t entries = 0;
    std::uint32_t nested = 0;  ///< 1 when an entry of the list begins with another one
    std::uint32_t bits_only = 0;  ///< 1 when its entries are no hits
};

/// A run of ends, where entries end: its first one times 128, and how many there are.
inline constexpr std::uint32_t most_ends = 127;
inline std::uint32_t run_of(std::uint32_t first, std::uint32_t count) { return first << 7 | count; }

/// A first token. What `more` is tells what the hash does not: of words of up to 8 bytes it is one-to-one (core/text/hash.h).
struct Root {
    std::uint64_t hash = 0;    ///< 0: an empty slot
    std::uint32_t ends = 0;    ///< as run_of gives it
    std::uint32_t more = no_index;  ///< no_index: a short word that nothing follows; from `more_text` on: where a longer one stands in the pool, with NUL behind it; else its node
};
static_assert(sizeof(Root) == 16);
inline constexpr std::uint32_t more_text = 0x80000000;

/// A token of the trie that needs more than a Root.
struct Node {
    std::uint64_t hash = 0;  ///< 0: an empty slot of a table
    std::uint32_t text = 0, text_length = 0;  ///< the folded token in the pool
    std::uint32_t ends = 0;
    std::uint32_t first_child = 0, child_slots = 0;  ///< its own small table in `nodes`; full when it has one slot
    std::uint32_t child_filter = 0;  ///< bit (hash >> 59) of each child
};
static_assert(sizeof(Node) == 32);

enum class Condition : std::uint32_t { any, capital, exact };

/// The last token of an entry.
struct End {
    Text value;
    Text exact;  ///< for Condition::exact the tokens as they stand in the list, one after the other
    std::uint32_t list = 0;
    Condition condition = Condition::any;
    bool operator==(const End&) const = default;
};

enum class Op : std::uint8_t {
    accept,          ///< the rule has matched
    split,           ///< go on with the next instruction, or else at `argument`, as far as guards[guard] and guards[guard + 1] let
    jump,            ///< go on at `argument`
    fail_if,         ///< the instructions up to `argument`, which end with accept, must not match here; goes on at `argument`
    literal,         ///< literals[argument], folded
    exact_literal,   ///< literals[argument], letter for letter
    list,            ///< an entry of lists[argument]
    digits,          ///< a number of `argument` digits
    number, capital_word, capitals_word, small_word, initial, any,
    expression,      ///< tokens that expressions[argument] matches
    mention,         ///< a mention of types[argument]
    sentence_start, sentence_end, block_start, block_end,
    block_kind,      ///< in a block of a kind whose bit `argument` has
    capture_begin, capture_end,  ///< captures[argument]
    mark_begin, mark_end
};
inline constexpr Op first_consuming = Op::literal, last_consuming = Op::mention;

struct Instruction {
    Op op = Op::accept;
    std::uint8_t glued = 0;   ///< 1: no white space before the token
    std::uint16_t join = 0;   ///< not 0: a place that several ways lead to, numbered within the rule
    std::uint32_t argument = 0;  ///< instructions count from the rule's first
    std::uint32_t guard = 0;     ///< of a split
};

/// What a token must have so that a way through a program can take it: one of these. Lets most ways end before they begin.
struct Guard {
    std::uint64_t lists = 0;     ///< bits of lists
    std::uint32_t flags = 0;     ///< DATELINE_TOKEN_*
    std::uint32_t literals = 0;  ///< bit (hash >> 59) of each literal
    std::uint32_t accepts = 0;   ///< 1: the way may end here, whatever comes
    std::uint32_t mentions = 0;  ///< 1: a mention may begin here
    bool operator==(const Guard&) const = default;
};

struct Literal {
    std::uint64_t hash = 0;  ///< of the folded form
    Text folded, verbatim;
};

struct TemplatePart {
    Text text;                         ///< written as it is, when `capture` is no_index
    std::uint32_t capture = no_index;  ///< else the value of this capture,
    std::uint32_t width = 0;           ///< as a number with zeros in front up to this width
};

struct RuleRow {
    Text name;
    std::uint32_t label = 0;
    std::uint32_t first_instruction = 0, instruction_count = 0, join_count = 0;
    std::uint32_t first_part = 0, part_count = 0;
};

/// Kinds of tokens that rules ask for, as bits; numbers by their digits.
enum TokenClass : std::uint32_t {
    class_one_digit = 0,    // then two .. seven
    class_many_digits = 7,  // eight and more
    class_capital_word, class_capitals_word, class_small_word, class_initial, class_any,
    class_count
};

/// Where the rows of a group are: for each subject two, "may begin" and "may go on".
enum Row : std::uint32_t {
    row_one_token = 0,  ///< rules that one token can match whole (single row)
    row_mentions = 1,
    row_classes = 3,
    row_lists = row_classes + 2 * class_count,
    row_literals = row_lists + 2 * most_lists
};

/// The index of the rules without types (groups[0]) or with types (groups[1]).
struct Group {
    std::uint64_t begin_lists = 0;    ///< bits of lists an entry of which may begin a rule
    std::uint64_t second_lists = 0;   ///< the same for its second token
    std::uint32_t begin_flags = 0;    ///< DATELINE_TOKEN_* one of which may begin a rule
    std::uint32_t begin_mentions = 0; ///< 1 when a mention may
    std::uint32_t first_rule = 0, rule_count = 0;
    std::uint32_t first_row_word = 0, row_words = 0;  ///< in `rows`; words of a row
    std::uint32_t first_slot = 0, slot_count = 0;     ///< in `literal_slots`: a table as for entries
    std::uint32_t first_filter_word = 0, filter_shift = 0;  ///< in `literal_filter`: literals that may begin a rule
};

/// The rows of a literal of a group: row_literals + 2 * row.
struct LiteralSlot {
    std::uint64_t hash = 0;  ///< 0: empty
    std::uint32_t row = 0;
    std::uint32_t reserved = 0;
};

/// What every match of a rule holds; or what some tokens hold. Not in the file: computed when it is opened.
struct Needs {
    std::uint64_t lists = 0;     ///< bits of lists
    std::uint64_t literals = 0;  ///< a filter
    std::uint64_t types = 0;     ///< bits of types; without those from the 64th on

    static std::uint64_t literal(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }
    static std::uint64_t type(std::uint32_t type) { return type < 64 ? std::uint64_t{1} << type : 0; }
    Needs operator&(const Needs& other) const { return {lists & other.lists, literals & other.literals, types & other.types}; }
    Needs operator|(const Needs& other) const { return {lists | other.lists, literals | other.literals, types | other.types}; }
    bool are_in(const Needs& given) const { return ((lists & ~given.lists) | (literals & ~given.literals) | (types & ~given.types)) == 0; }
    bool operator==(const Needs&) const = default;
};

struct EvidenceRow {
    Text name, sentence;
    std::int32_t weight = 0;
};

enum SectionId : std::uint32_t {
    section_strings, section_lists, section_ends, section_any_table, section_any_filter, section_capital_table, section_capital_filter,
    section_nodes, section_rules, section_instructions, section_guards, section_literals, section_parts, section_captures, section_labels, section_types, section_expressions,
    section_groups, section_rows, section_literal_slots, section_literal_filter, section_evidence, section_count
};

struct Section {
    std::uint64_t offset = 0, size = 0;  ///< bytes
};

struct Header {
    std::uint64_t file_magic = magic;
    std::uint32_t version = format_version;
    std::uint32_t sections = section_count;
    std::uint64_t file_size = 0;
    std::array<Section, section_count> section;
    std::uint64_t content = 0;  ///< a hash of all that comes after the header
};

/// A filter of 2^k bits is asked about hash >> (64 - k).
inline bool may_contain(const std::uint64_t* filter, std::uint32_t shift, std::uint64_t hash) {
    const std::uint64_t bit = hash >> shift;
    return (filter[bit >> 6] >> (bit & 63) & 1) != 0;
}

/// Where probing for a hash begins in a table of `size` slots.
inline std::size_t slot(std::uint64_t hash, std::size_t size) {
    return static_cast<std::size_t>(((hash & 0xFFFFFFFF) * size) >> 32);
}

class Expressions;
class ExpressionIndex;

/// The mapped arrays, and what is computed from them when the file is opened.
struct Lexicon::Tables {
    std::string_view strings;
    std::span<const ListRow> lists;
    std::span<const End> ends;
    std::span<const Root> any_table, capital_table;
    std::span<const Node> nodes;
    std::span<const std::uint64_t> any_filter, capital_filter;
    std::uint32_t any_shift = 58, capital_shift = 58;
    std::span<const RuleRow> rules;
    std::span<const Instruction> instructions;
    std::span<const Guard> guards;
    std::span<const Literal> literals;
    std::span<const TemplatePart> parts;
    std::span<const Text> captures, labels, types, expressions;
    std::span<const Group> groups;
    std::span<const std::uint64_t> rows;
    std::span<const LiteralSlot> literal_slots;
    std::span<const std::uint64_t> literal_filter;
    std::span<const EvidenceRow> evidence;
    std::span<const Needs> needs;  ///< of each rule
    std::uint64_t bits_only = 0;   ///< bits of the lists that say so
    const Expressions* compiled = nullptr;  ///< of `expressions`
    std::span<const ExpressionIndex> expression_indexes;  ///< of each group

    std::string_view text(Text text) const { return {strings.data() + text.offset, text.length}; }
};

}  // namespace dateline::lexicon
