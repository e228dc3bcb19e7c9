#include "core/rules/load.h"

#include <algorithm>
#include <utility>

#include "core/lexicon/source.h"
#include "core/rules/value.h"
#include "core/text/interface.h"

namespace dateline::rules {
namespace {

using lexicon::Source;
using lexicon::Statement;

constexpr std::size_t longest_rule = 100, most_values = 64, most_reasons = 64;

/// Makes actions of the statements of one plugin.
class ActionMaker {
public:
    explicit ActionMaker(const Owner& owner) : owner_(owner) {}

    Action make(const Statement& statement, const Source& source) {
        source_ = &source;
        statement_ = &statement;
        check_size();
        check_pattern_types();
        Action action;
        action.kind = statement.kind;
        action.scope = statement.scope;
        action.rule = std::string(owner_.id) + "/" + statement.rule;
        for (const Statement::Reason& reason : statement.because) action.because.push_back({reason.id, reason.capture});
        switch (statement.kind) {
            case Statement::Kind::mention: mention(action); break;
            case Statement::Kind::fact: fact(action); break;
            case Statement::Kind::link: link(action); break;
            case Statement::Kind::context: context(action); break;
        }
        return action;
    }

private:
    [[noreturn]] void fail(std::size_t at, const std::string& message) const { source_->fail(at, message); }

    [[noreturn]] void fail_unknown(const Statement::Word& word, const std::string& what, const std::vector<std::string_view>& names, const std::string& advice) const {
        const std::string nearest = lexicon::suggestion(word.text, names);
        fail(word.at, what + (nearest.empty() ? "; " + advice : nearest));
    }

    void check_size() const {
        const Statement::Word& first = statement_->type.text.empty() ? statement_->name : statement_->type;
        if (statement_->rule.size() > longest_rule) fail(first.at, "the rule's name has more than 100 characters; shorten it");
        if (statement_->values.size() > most_values) fail(first.at, "a rule gives at most 64 values; leave some out");
        if (statement_->because.size() > most_reasons) fail(first.at, "a rule gives at most 64 evidences; leave some out");
    }

    void check_pattern_types() const {
        for (const Statement::Word& type : statement_->pattern_types) find_type(type);
        const bool needs_decided = statement_->kind == Statement::Kind::fact || statement_->kind == Statement::Kind::link;
        if (needs_decided || statement_->pattern_types.empty()) return;
        const Statement::Word& type = statement_->pattern_types.front();
        fail(type.at, "a rule with <" + type.text + "> is tried when mentions have been decided, so it can give facts and links, but no mention and no evidence; "
                      "say it in words, lists and kinds of tokens");
    }

    std::uint32_t find_type(const Statement::Word& word) const {
        const std::uint32_t type = owner_.types.find(word.text);
        if (type != DATELINE_NONE) return type;
        std::vector<std::string_view> names;
        for (const TypeDeclaration& one : owner_.types.types) names.push_back(one.name);
        fail_unknown(word, "there is no type “" + word.text + "”", names, "declare it in plugin.json under produces, or load the plugin that does");
    }

    std::uint32_t own_type(const Statement::Word& word) const {
        const std::uint32_t type = find_type(word);
        if (!owner_.may_submit[type]) {
            fail(word.at, "the type “" + word.text + "” is another plugin's; name it in plugin.json under contributes");
        }
        return type;
    }

    void mention(Action& action) const {
        action.type = own_type(statement_->type);
        const TypeDeclaration& type = owner_.types.types[action.type];
        for (const Statement::Value& value : statement_->values) {
            action.values.push_back(make_value(value, type.attributes, "the type “" + type.name + "” has no attribute “" + value.name.text + "”"));
        }
    }

    void fact(Action& action) const {
        action.type = own_type(statement_->type);
        action.fact = owner_.types.find_fact(action.type, statement_->name.text);
        const std::string& type = statement_->type.text;
        if (action.fact == DATELINE_NONE) {
            std::vector<std::string_view> names;
            for (const std::uint32_t one : owner_.types.types[action.type].facts) names.push_back(owner_.types.facts[one].name);
            fail_unknown(statement_->name, "the type “" + type + "” has no fact “" + statement_->name.text + "”", names, "declare it in plugin.json under facts");
        }
        action.subject = capture_of(statement_->subject, {type});
        const FactDeclaration& declared = owner_.types.facts[action.fact];
        for (const Statement::Value& value : statement_->values) {
            action.values.push_back(make_value(value, declared.fields, "the fact “" + declared.name + "” has no field “" + value.name.text + "”"));
        }
        for (std::uint32_t i = 0; i < declared.fields.size(); ++i) {
            const FieldDeclaration& field = declared.fields[i];
            const bool given = std::any_of(action.values.begin(), action.values.end(), [i](const ActionValue& value) { return value.name == i; });
            if (!given && !field.nullable && !field.list) {
                fail(statement_->name.at, "the field “" + field.name + "” is never null, and nothing is given for it; add it");
            }
        }
    }

    void link(Action& action) const {
        const auto& reasons = text::link_reasons;
        const auto found = std::find(reasons.begin(), reasons.end(), statement_->name.text);
        if (found == reasons.end()) {
            fail_unknown(statement_->name, "there is no reason “" + statement_->name.text + "” for a link", {reasons.begin(), reasons.end()},
                         "write abbreviation, defined-as, shorter-form, legal-form, family-name, transliteration or renamed");
        }
        action.link_reason = static_cast<std::uint32_t>(found - reasons.begin());
        const std::vector<std::string>& types = statement_->other.types;
        own_type({types.front(), statement_->other.name.at});
        action.other = capture_of(statement_->other, {types.front()});
        action.subject = capture_of(statement_->subject, {types.front()});
    }

    void context(Action& action) const { action.type = own_type(statement_->type); }

    /// The capture, when it can only be a mention of one of the types.
    std::uint32_t capture_of(const Statement::Mention& mention, const std::vector<std::string>& types) const {
        for (const std::string& type : mention.types) {
            if (std::find(types.begin(), types.end(), type) == types.end()) {
                fail(mention.name.at, "the capture “" + mention.name.text + "” may be of the type “" + type + "”, but here only “" + types.front() +
                                          "” can stand; name that one in the pattern");
            }
        }
        return mention.capture;
    }

    ActionValue make_value(const Statement::Value& given, const std::vector<FieldDeclaration>& declared, const std::string& unknown) const {
        const auto found = std::find_if(declared.begin(), declared.end(), [&](const FieldDeclaration& one) { return one.name == given.name.text; });
        if (found == declared.end()) {
            std::vector<std::string_view> names;
            for (const FieldDeclaration& one : declared) names.push_back(one.name);
            fail_unknown(given.name, unknown, names, "declare it in plugin.json");
        }
        check_twice(given, *found);
        ActionValue value;
        value.name = static_cast<std::uint32_t>(found - declared.begin());
        value.declared = &*found;
        if (given.is_mention) {
            if (found->reference.empty()) fail(given.at, "“" + found->name + "” is no reference in the manifest; give it a template in quotation marks");
            value.mention = capture_of(given.mention, {found->reference});
            return value;
        }
        if (found->kind == DATELINE_VALUE_REFERENCE) {
            fail(given.at, statement_->kind == Statement::Kind::mention
                               ? "“" + found->name + "” refers to a mention, and those are not decided yet when mentions are submitted; make a fact of it"
                               : "“" + found->name + "” refers to a mention; give it the name of a capture that is one");
        }
        value.parts = given.parts;
        check_constant(given, *found);
        return value;
    }

    void check_twice(const Statement::Value& given, const FieldDeclaration& declared) const {
        for (const Statement::Value& other : statement_->values) {
            if (&other == &given) return;
            if (other.name.text == given.name.text && !declared.list) {
                fail(given.name.at, "“" + given.name.text + "” has a value already, and is no list in the manifest; give one");
            }
        }
    }

    void check_constant(const Statement::Value& given, const FieldDeclaration& declared) const {
        std::string text;
        for (const lexicon::ValuePart& part : given.parts) {
            if (part.capture != DATELINE_NONE) return;
            text += part.text;
        }
        if (const std::string problem = problem_with(text, declared); !problem.empty()) {
            const std::string nearest = lexicon::suggestion(text, {declared.values.begin(), declared.values.end()});
            fail(given.at, "“" + text + "” " + problem + (nearest.empty() ? "; correct it" : nearest));
        }
    }

    const Owner& owner_;
    const Source* source_ = nullptr;
    const Statement* statement_ = nullptr;
};

}  // namespace

std::shared_ptr<const RuleSet> load(const std::filesystem::path& data_folder, const Owner& owner) {
    auto rules = std::make_shared<RuleSet>();
    ActionMaker maker(owner);
    const std::string bytes =
        lexicon::build(data_folder, [&](const Statement& statement, const Source& source) { rules->actions.push_back(maker.make(statement, source)); });
    rules->lexicon = lexicon::Lexicon::from_bytes(bytes);
    rules->value_code = std::string(owner.id) + ".value";
    return rules;
}

}  // namespace dateline::rules
