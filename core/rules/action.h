/// What the rules of a plugin without a library submit, with all names made ids.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/lexicon/statement.h"
#include "core/mention/type.h"

namespace dateline::rules {

/// A value of an attribute or field: a mention, or text.
struct ActionValue {
    std::uint32_t name = 0;                      ///< as dateline_value has it
    const FieldDeclaration* declared = nullptr;  ///< in the run's Types
    std::uint32_t mention = DATELINE_NONE;       ///< the capture that is one
    std::vector<lexicon::ValuePart> parts;       ///< of the text otherwise
};

struct ActionReason {
    std::uint32_t evidence = 0;
    std::uint32_t capture = DATELINE_NONE;       ///< the words that it points at; without it those of the whole match
};

struct Action {
    using Kind = lexicon::Statement::Kind;
    using Scope = lexicon::Statement::Scope;

    Kind kind = Kind::mention;
    Scope scope = Scope::sentence;
    std::string rule;                            ///< "awards/named-award"
    std::uint32_t type = 0;                      ///< of the mention, or of those that a context speaks of
    std::uint32_t fact = 0;
    std::uint32_t link_reason = 0;
    std::uint32_t subject = 0, other = 0;        ///< captures
    std::vector<ActionValue> values;
    std::vector<ActionReason> because;           ///< of a context one
};

/// Immutable; any thread.
struct RuleSet {
    std::shared_ptr<const lexicon::Lexicon> lexicon;
    std::vector<Action> actions;                 ///< of each rule, by its id in the lexicon
    std::string value_code;                      ///< of diagnostics: "awards.value"
};

}  // namespace dateline::rules
