/// Parses rules: NAME.rules.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "core/lexicon/cursor.h"
#include "core/lexicon/pattern.h"
#include "core/lexicon/rule_names.h"
#include "core/lexicon/statement.h"

namespace dateline::lexicon {

struct RuleSource {
    std::string_view name;
    std::size_t at = 0;  ///< where the name begins
    Pattern pattern;
    std::uint32_t label = 0;
    std::vector<ValuePart> parts;  ///< of the value template
    Statement statement;           ///< in place of a template, for a plugin without a library
};

/// What stands behind “=>”.
enum class RightSide { label, statement };

class RuleParser : private Cursor {
public:
    RuleParser(const Source& source, RuleNames& names, RightSide right_side) : Cursor(source), names_(names), right_side_(right_side) {}
    /// All rules of the file. Throws BuildError.
    std::vector<RuleSource> parse();

private:
    void let();
    RuleSource rule();
    void label(RuleSource& rule);
    void statement(RuleSource& rule);
    Pattern block_kinds();

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
    Pattern expression();
    Pattern type();
    Pattern edge();
    bool lacks_arrow() const;
    Pattern reference();
    Pattern atom(std::size_t at, Op op, std::uint32_t argument = 0) const;

    RuleNames& names_;
    RightSide right_side_;
    WordCutter cutter_;
    std::map<std::string_view, Pattern> lets_;
    bool in_let_ = false, marked_ = false;
    int depth_ = 0;         ///< of groups
    int nesting_ = 0;       ///< of elements
    std::size_t size_ = 0;  ///< of the lets in the statement
};

}  // namespace dateline::lexicon
