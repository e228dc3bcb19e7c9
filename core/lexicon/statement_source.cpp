#include "core/lexicon/statement_source.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/lexicon/template_source.h"

namespace dateline::lexicon {
namespace {

/// The types of the mention that a pattern is; nothing when it may be something else.
std::vector<std::string> mention_types(const Pattern& pattern, const RuleNames& names) {
    if (pattern.kind == Pattern::Kind::atom && pattern.op == Op::mention) return {names.types.all()[pattern.argument]};
    if (pattern.kind != Pattern::Kind::alternatives) return {};
    std::vector<std::string> all;
    for (const Pattern& part : pattern.parts) {
        const std::vector<std::string> types = mention_types(part, names);
        if (types.empty()) return {};
        all.insert(all.end(), types.begin(), types.end());
    }
    return all;
}

/// What stands behind each capture of a name.
void find_captures(const Pattern& pattern, std::uint32_t capture, std::vector<const Pattern*>& found) {
    if (pattern.kind == Pattern::Kind::capture && pattern.argument == capture) found.push_back(pattern.parts.empty() ? &pattern : &pattern.parts[0]);
    for (const Pattern& part : pattern.parts) find_captures(part, capture, found);
}

void find_types(const Pattern& pattern, const RuleNames& names, std::vector<Statement::Word>& types) {
    if (pattern.kind == Pattern::Kind::atom && pattern.op == Op::mention) types.push_back({names.types.all()[pattern.argument], pattern.at});
    for (const Pattern& part : pattern.parts) find_types(part, names, types);
}

class StatementParser {
public:
    StatementParser(Cursor& in, const Pattern& pattern, const RuleNames& names) : in_(in), pattern_(pattern), names_(names) {}

    Statement parse() {
        find_types(pattern_, names_, statement_.pattern_types);
        Statement::Word first = word("what the rule gives must follow “=>”: a type, TYPE.FACT, “link” or “evidence”; add it");
        if (first.text == "evidence") {
            context();
        } else if (first.text == "link") {
            link();
        } else {
            statement_.type = std::move(first);
            in_.take(".") ? fact() : values();
        }
        if (!at_end() && in_.peek() == '#') in_.fail(in_.at(), Cursor::own_line);
        if (!at_end()) in_.fail(in_.at(), "this cannot stand here; a right side ends with “because EVIDENCE, …”, and the next rule begins at the start of a line");
        return std::move(statement_);
    }

private:
    using Word = Statement::Word;
    using Mention = Statement::Mention;

    bool at_end() {
        in_.skip_space();
        return in_.at_end() || in_.at_line_start();
    }

    Word word(const char* message) {
        const std::size_t begin = in_.at();
        if (at_end()) in_.fail(begin, message);
        const std::size_t at = in_.at();
        if (in_.peek() == '#') in_.fail(at, Cursor::own_line);
        return {std::string(in_.name(message)), at};
    }

    void keyword(std::string_view expected, const char* message) {
        const Word found = word(message);
        if (found.text != expected) in_.fail(found.at, message);
    }

    Mention mention(const char* message) {
        Mention mention;
        mention.name = word(message);
        if (in_.peek() == ':') in_.fail(mention.name.at, "nothing can be named here; begin the next rule at the start of a line");
        mention.capture = need_capture(in_, mention.name.at, mention.name.text, pattern_, names_);
        std::vector<const Pattern*> captured;
        find_captures(pattern_, mention.capture, captured);
        for (const Pattern* pattern : captured) {
            const std::vector<std::string> types = mention_types(*pattern, names_);
            if (types.empty()) {
                in_.fail(mention.name.at, "the capture “" + mention.name.text + "” is no mention; write \"{" + mention.name.text +
                                              "}\" for its words, or name a type in the pattern, such as " + mention.name.text + ":<person>");
            }
            mention.types.insert(mention.types.end(), types.begin(), types.end());
        }
        return mention;
    }

    void fact() {
        statement_.kind = Statement::Kind::fact;
        statement_.name = word("a fact's name must follow the full stop; write TYPE.FACT of CAPTURE");
        keyword("of", "“of CAPTURE” must follow the fact, the mention that it is about; add it");
        statement_.subject = mention("the name of a capture must follow “of”; add it");
        values();
    }

    void link() {
        statement_.kind = Statement::Kind::link;
        statement_.name = word("why they are one must follow “link”; write link REASON from CAPTURE to CAPTURE");
        keyword("from", "“from CAPTURE”, the other name, must follow the link's reason; add it");
        statement_.subject = mention("the name of a capture must follow “from”; add it");
        keyword("to", "“to CAPTURE”, the fuller name, must follow; add it");
        statement_.other = mention("the name of a capture must follow “to”; add it");
        if (!at_end()) {
            keyword("because", "only “because EVIDENCE, …” can follow a link; write it, or begin the next rule at the start of a line");
            because();
        }
    }

    void context() {
        statement_.kind = Statement::Kind::context;
        reason("an evidence's name must follow; write evidence NAME for TYPE within sentence");
        keyword("for", "“for TYPE” must follow the evidence, the type of mentions that it speaks of; add it");
        statement_.type = word("a type's name must follow “for”; add it");
        keyword("within", "“within sentence”, “within block” or “within document” must follow; add it");
        constexpr const char* message = "how far it reaches must follow “within”: sentence, block or document; add it";
        const Word scope = word(message);
        constexpr std::array scopes = {std::pair{"sentence", Statement::Scope::sentence}, std::pair{"block", Statement::Scope::block},
                                       std::pair{"document", Statement::Scope::document}};
        const auto found = std::find_if(scopes.begin(), scopes.end(), [&](const auto& one) { return scope.text == one.first; });
        if (found == scopes.end()) in_.fail(scope.at, message);
        statement_.scope = found->second;
    }

    /// Values and reasons up to the end.
    void values() {
        while (!at_end()) {
            Statement::Value value;
            value.name = word("the name of an attribute or field, or “because”, must stand here; write it");
            if (value.name.text == "because") return because();
            if (at_end()) in_.fail(value.name.at, "“" + value.name.text + "” has no value; write a template in quotation marks behind it");
            value.at = in_.at();
            if (in_.take("\"")) {
                value.parts = parse_template(in_, pattern_, names_);
                if (value.parts.empty()) in_.fail(value.at, "this value is empty; leave it out, with its name");
            } else {
                value.is_mention = true;
                value.mention = mention("a template in quotation marks, or the name of a capture that is a mention, must stand here; write it");
            }
            statement_.values.push_back(std::move(value));
        }
    }

    void because() {
        do {
            reason("an evidence's name must stand here, one of data/evidence.tsv; write it");
            in_.skip_space();
        } while (in_.take(","));
    }

    void reason(const char* message) {
        Statement::Reason reason;
        reason.name = word(message);
        reason.capture = find_capture(reason.name.text, pattern_, names_);
        statement_.because.push_back(std::move(reason));
    }

    Cursor& in_;
    const Pattern& pattern_;
    const RuleNames& names_;
    Statement statement_;
};

}  // namespace

Statement parse_statement(Cursor& in, const Pattern& pattern, const RuleNames& names) {
    return StatementParser(in, pattern, names).parse();
}

}  // namespace dateline::lexicon
