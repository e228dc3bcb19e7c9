/// Parses rules: NAME.rules.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/pattern.h"
#include "core/lexicon/pool.h"
#include "core/lexicon/source.h"
#include "core/lexicon/words.h"

namespace dateline::lexicon {

/// The names and literals that the rules of all files of a lexicon share.
struct RuleNames {
    struct Literal {
        std::uint64_t hash;
        std::string folded, verbatim;
    };
    std::vector<std::string> lists;  ///< those there are
    Names captures, labels, types;
    std::vector<Literal> literals;

    std::uint32_t add_literal(const WordCutter::Word& word, bool exact);

private:
    std::map<std::pair<std::string, std::string>, std::uint32_t> literal_ids_;
};

struct RuleSource {
    struct Part {
        std::string text;
        std::uint32_t capture = no_index, width = 0;
    };
    std::string_view name;
    std::size_t at = 0;  ///< where the name begins
    Pattern pattern;
    std::uint32_t label = 0;
    std::vector<Part> parts;  ///< of the value template
};

class RuleParser {
public:
    RuleParser(const Source& source, RuleNames& names) : source_(source), text_(source.text()), names_(names) {}
    /// All rules of the file. Throws BuildError.
    std::vector<RuleSource> parse();

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool at_line_start() const { return at_ == 0 || text_[at_ - 1] == '\n'; }
    bool is_first_in_line() const;
    bool take(std::string_view expected);
    void need(std::string_view expected, const char* message);
    void skip_space();
    std::string_view name(const char* message);
    std::string_view statement_name(std::size_t keyword, const char* message);
    [[noreturn]] void fail(std::size_t at, const std::string& message) const { source_.fail(at, message); }

    void let();
    RuleSource rule();
    std::vector<RuleSource::Part> value_template(const Pattern& pattern);
    RuleSource::Part placeholder(const Pattern& pattern);

    Pattern alternatives();
    Pattern sequence();
    bool at_element();
    Pattern element(bool glued);
    Pattern nested_element(bool glued);
    Pattern negation();
    Pattern repeated(Pattern pattern);
    Pattern braces(Pattern pattern);
    std::uint32_t count();
    Pattern primary();
    Pattern group();
    Pattern mark();
    Pattern literal(char quote);
    Pattern list();
    Pattern shape();
    Pattern type();
    Pattern edge();
    Pattern reference();
    Pattern atom(std::size_t at, Op op, std::uint32_t argument = 0) const;

    const Source& source_;
    std::string_view text_;
    RuleNames& names_;
    WordCutter cutter_;
    std::size_t at_ = 0;
    std::map<std::string_view, Pattern> lets_;
    bool in_let_ = false, marked_ = false;
    int depth_ = 0;         ///< of groups
    int nesting_ = 0;       ///< of elements
    std::size_t size_ = 0;  ///< of the lets in the statement
};

}  // namespace dateline::lexicon
