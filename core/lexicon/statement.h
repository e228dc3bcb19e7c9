/// What a rule of a plugin without a library submits: the right side of its arrow, as parsed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/lexicon/format.h"

namespace dateline::lexicon {

class Source;

/// A part of a value template: text as it is, or the value of a capture.
struct ValuePart {
    std::string text;
    std::uint32_t capture = no_index;
    std::uint32_t width = 0;  ///< to which a number is padded with zeros
};

struct Statement {
    struct Word {
        std::string text;
        std::size_t at = 0;  ///< where it begins in the source
    };
    /// A capture that stands for a mention.
    struct Mention {
        Word name;
        std::uint32_t capture = no_index;
        std::vector<std::string> types;  ///< that it may be of; empty when it may be something else
    };
    struct Value {
        Word name;                     ///< of the attribute or field
        bool is_mention = false;
        Mention mention;
        std::vector<ValuePart> parts;  ///< of the template otherwise
        std::size_t at = 0;            ///< where mention or template begins
    };
    /// An evidence that the rule gives.
    struct Reason {
        Word name;
        std::uint32_t capture = no_index;  ///< the one of the same name: the words that it points at
        std::uint32_t id = no_index;       ///< filled in when all sources have been read
    };
    enum class Kind { mention, fact, link, context } kind = Kind::mention;
    enum class Scope { sentence, block, document } scope = Scope::sentence;  ///< of a context

    std::string rule;                ///< the rule's name
    Word type;                       ///< of the mention, of the fact's subject, of those that the context speaks of
    Word name;                       ///< the fact, or the link's reason
    Mention subject;                 ///< of a fact; the alias of a link
    Mention other;                   ///< the fuller name of a link
    std::vector<Value> values;
    std::vector<Reason> because;     ///< of a context one: what it gives
    std::vector<Word> pattern_types; ///< the <type>s of the rule's left side
};

/// Told of each rule's statement in the order of the rules' ids. What is wrong with one it says through the source's fail().
using TakeStatement = std::function<void(const Statement&, const Source&)>;

}  // namespace dateline::lexicon
