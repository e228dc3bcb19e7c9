#include "core/process/answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "core/process/document_line.h"
#include "core/text/interface.h"
#include "core/text/nearest.h"

namespace dateline::process {
namespace {

using text::borrow;
using Json = nlohmann::json;

constexpr int deepest = 8;  // as no answer needs it

[[noreturn]] void fail(std::string_view what) { throw std::runtime_error(std::string(what)); }

std::string excerpt(std::string_view line) { return "'" + std::string(text::valid(line.substr(0, 100))) + (line.size() > 100 ? "…'" : "'"); }

Json parse(std::string_view line) {
    Json json;
    try {
        json = Json::parse(line, [](int depth, Json::parse_event_t, Json&) {
            if (depth > deepest) fail("it is nested deeper than " + std::to_string(deepest) + " levels");
            return true;
        });
    } catch (const Json::exception&) {
        fail("answered with a line that is no JSON: " + excerpt(line));
    } catch (const std::runtime_error& error) {
        fail("answered with a line that is no answer: " + std::string(error.what()));
    }
    if (!json.is_object()) fail("answered with a line that is no JSON object: " + excerpt(line));
    return json;
}

// A JSON object of an answer, read field by field; messages name it as `what`.
class Fields {
public:
    Fields(const Json& json, std::string_view what) : json_(json), what_(what) {
        if (!json.is_object()) fail("answered with " + std::string(what) + " that is no object: " + excerpt(json.dump(-1, ' ', false, Json::error_handler_t::replace)));
    }

    bool has(const char* name) const { return json_.contains(name) && !json_[name].is_null(); }
    const Json* find(const char* name) const { return has(name) ? &json_[name] : nullptr; }

    std::string_view string(const char* name) const {
        const Json* found = find(name);
        if (found == nullptr || !found->is_string()) wrong(name, "a string");
        return found->get_ref<const std::string&>();
    }
    // Any whole number; one that 32 bits cannot hold is greater than every good one.
    std::uint32_t number(const char* name) const {
        const Json* found = find(name);
        if (found == nullptr || !found->is_number_integer()) wrong(name, "a whole number");
        const auto value = found->is_number_unsigned() ? found->get<std::uint64_t>() : static_cast<std::uint64_t>(UINT32_MAX);
        return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, UINT32_MAX));
    }
    double real(const char* name, double otherwise) const {
        const Json* found = find(name);
        if (found != nullptr && !found->is_number()) wrong(name, "a number");
        return found == nullptr ? otherwise : found->get<double>();
    }

    [[noreturn]] void wrong(std::string_view name, std::string_view wanted) const {
        fail("answered with " + std::string(what_) + " whose '" + std::string(name) + "' is not " + std::string(wanted));
    }
    // The place of `given` among names.
    template <class Names>
    std::uint32_t place(std::string_view name, std::string_view given, const Names& names) const {
        const auto found = std::find(names.begin(), names.end(), given);
        if (found == names.end()) {
            fail("answered with " + std::string(what_) + " whose '" + std::string(name) + "' nobody declares: '" + std::string(text::valid(given.substr(0, 100))) + "'" +
                 text::did_you_mean(given, {names.begin(), names.end()}));
        }
        return static_cast<std::uint32_t>(found - names.begin());
    }

private:
    const Json& json_;
    std::string_view what_;
};

template <class Declarations>
std::vector<std::string_view> names_of(const Declarations& declarations) {
    std::vector<std::string_view> names;
    std::transform(declarations.begin(), declarations.end(), std::back_inserter(names), [](const auto& one) -> std::string_view { return one.name; });
    return names;
}

class Submission {
public:
    Submission(const Program& program, const dateline_document& document, const text::OffsetMap& offsets, const dateline_output& output)
        : program_(program), document_(document), offsets_(offsets), output_(output) {
        for (std::uint32_t i = 0; program.lexicon != nullptr && i < program.lexicon->evidence_count(); ++i) {
            evidences_.push_back(program.lexicon->evidence(i).name);
        }
    }

    void submit(const Json& answer) {
        if (answer.contains("error")) fail("reports: " + std::string(Fields(answer, "an answer").string("error")));
        for (const char* name : {"mentions", "facts", "links", "diagnostics"}) {
            if (answer.contains(name) && !answer[name].is_array()) Fields(answer, "an answer").wrong(name, "an array");
        }
        for (const Json& one : list(answer, "mentions")) add_mention(Fields(one, "a mention"));
        for (const Json& one : list(answer, "facts")) add_fact(Fields(one, "a fact"));
        for (const Json& one : list(answer, "links")) add_link(Fields(one, "a link"));
        for (const Json& one : list(answer, "diagnostics")) add_diagnostic(Fields(one, "a diagnostic"));
    }

private:
    static const Json& list(const Json& answer, const char* name) {
        static const Json none = Json::array();
        return answer.contains(name) ? answer[name] : none;
    }

    // What lies outside the text becomes an offset that the host refuses.
    std::uint32_t byte(std::uint32_t offset) const { return offset > offsets_.length() ? UINT32_MAX : offsets_.byte(offset); }

    void add_mention(const Fields& fields) {
        const std::uint32_t type = fields.place("type", fields.string("type"), names_of(program_.types->types));
        take_grounds(fields);
        take_values(fields, "attributes", program_.types->types[type].attributes);
        const dateline_candidate candidate = {sizeof candidate, type, byte(fields.number("begin")), byte(fields.number("end")), borrow(rule_),
                                              reasons_.data(), reasons_.size(), sizeof(dateline_evidence), values_.data(), values_.size(), sizeof(dateline_value), confidence_};
        output_.add_candidate(output_.context, &candidate);
    }

    void add_fact(const Fields& fields) {
        const std::uint32_t subject = fields.number("subject");
        const std::vector<std::uint32_t>& facts = type_of(subject, fields).facts;
        std::vector<std::string_view> names;
        std::transform(facts.begin(), facts.end(), std::back_inserter(names), [&](std::uint32_t fact) -> std::string_view { return program_.types->facts[fact].name; });
        const std::uint32_t fact = facts[fields.place("fact", fields.string("fact"), names)];
        take_grounds(fields);
        take_values(fields, "fields", program_.types->facts[fact].fields);
        const dateline_fact given = {sizeof given, fact, subject, byte(fields.number("begin")), byte(fields.number("end")), 0, borrow(rule_),
                                     reasons_.data(), reasons_.size(), sizeof(dateline_evidence), values_.data(), values_.size(), sizeof(dateline_value), confidence_};
        output_.add_fact(output_.context, &given);
    }

    void add_link(const Fields& fields) {
        take_grounds(fields);
        const dateline_link link = {sizeof link, fields.place("reason", fields.string("reason"), text::link_reasons), fields.number("from"), fields.number("to"),
                                    byte(fields.number("begin")), byte(fields.number("end")), borrow(rule_), reasons_.data(), reasons_.size(), sizeof(dateline_evidence), confidence_};
        output_.add_link(output_.context, &link);
    }

    void add_diagnostic(const Fields& fields) {
        const std::uint32_t severity = fields.place("severity", fields.string("severity"), text::severities);
        const std::string code = program_.id + "." + std::string(fields.string("code"));
        const std::uint32_t begin = fields.has("begin") ? byte(fields.number("begin")) : 0, end = fields.has("end") ? byte(fields.number("end")) : 0;
        output_.add_diagnostic(output_.context, severity, borrow(code), borrow(fields.string("message")), begin, end);
    }

    const TypeDeclaration& type_of(std::uint32_t handle, const Fields& fields) const {
        for (std::uint64_t i = 0; i < document_.mention_count; ++i) {
            const auto* mention = reinterpret_cast<const dateline_mention*>(reinterpret_cast<const char*>(document_.mentions) + i * document_.mention_size);
            if (mention->candidate == handle) return program_.types->types[mention->type];
        }
        fields.wrong("subject", "the handle of a mention that it was told of");
    }

    // rule, because, confidence
    void take_grounds(const Fields& fields) {
        rule_ = program_.id + "/" + std::string(fields.string("rule"));
        confidence_ = fields.real("confidence", -1);
        reasons_.clear();
        const Json* because = fields.find("because");
        if (because != nullptr && !because->is_array()) fields.wrong("because", "an array");
        if (because == nullptr && confidence_ < 0) fields.wrong("confidence", "there, nor is 'because'; give one of them");
        for (std::size_t i = 0; because != nullptr && i < because->size(); ++i) {
            const Fields reason((*because)[i], "a reason");
            const std::uint32_t evidence = reason.place("evidence", reason.string("evidence"), evidences_);
            const std::uint32_t begin = reason.has("begin") ? byte(reason.number("begin")) : 0, end = reason.has("end") ? byte(reason.number("end")) : 0;
            reasons_.push_back({evidence, begin, end, DATELINE_NONE});
        }
    }

    // Strings are borrowed from the answer.
    void take_values(const Fields& fields, const char* name, const std::vector<FieldDeclaration>& declared) {
        values_.clear();
        const Json* given = fields.find(name);
        if (given != nullptr && !given->is_object()) fields.wrong(name, "an object");
        if (given == nullptr) return;
        const std::vector<std::string_view> names = names_of(declared);
        for (const auto& [key, value] : given->items()) {
            const std::uint32_t field = fields.place(name, key, names);
            if (!value.is_array()) {
                take_value(fields, declared[field], field, value);
                continue;
            }
            for (const Json& one : value) take_value(fields, declared[field], field, one);
        }
    }

    void take_value(const Fields& fields, const FieldDeclaration& declared, std::uint32_t name, const Json& given) {
        dateline_value value = {name, DATELINE_VALUE_NULL, {nullptr, 0}, 0, DATELINE_NONE, 0};
        if (given.is_string()) {
            value.kind = declared.kind == DATELINE_VALUE_DATE ? DATELINE_VALUE_DATE : DATELINE_VALUE_STRING;
            value.string = borrow(given.get_ref<const std::string&>());
        } else if (given.is_number() && !declared.reference.empty()) {
            value.kind = DATELINE_VALUE_REFERENCE;
            value.reference = given.is_number_unsigned() ? static_cast<std::uint32_t>(std::min<std::uint64_t>(given.get<std::uint64_t>(), UINT32_MAX)) : DATELINE_NONE;
        } else if (given.is_number()) {
            value.kind = DATELINE_VALUE_NUMBER;
            value.number = given.get<double>();
        } else if (!given.is_null()) {
            fields.wrong(declared.name, "a string, a number, null or an array of them");
        }
        values_.push_back(value);
    }

    const Program& program_;
    const dateline_document& document_;
    const text::OffsetMap& offsets_;
    const dateline_output& output_;
    std::vector<std::string_view> evidences_;
    // Of what is submitted next.
    std::string rule_;
    double confidence_ = -1;
    std::vector<dateline_evidence> reasons_;
    std::vector<dateline_value> values_;
};

bool flag(const Json& answer, const char* name) {
    if (answer.contains(name) && !answer[name].is_boolean()) Fields(answer, "an answer").wrong(name, "true or false");
    return answer.value(name, false);
}

}  // namespace

Abilities read_abilities(std::string_view line) {
    const Json answer = parse(line);
    if (answer.contains("error")) fail("reports: " + std::string(Fields(answer, "an answer").string("error")));
    const std::uint32_t protocol = Fields(answer, "an answer").number("lines");
    if (protocol != line_protocol) {
        fail("speaks version " + std::to_string(protocol) + " of the line protocol, and this dateline version " + std::to_string(line_protocol));
    }
    const Abilities abilities = {flag(answer, "extract"), flag(answer, "relate")};
    if (!abilities.extract && !abilities.relate) fail("says that it neither extracts nor relates");
    return abilities;
}

void submit_answer(std::string_view line, const Program& program, const dateline_document& document, const text::OffsetMap& offsets, const dateline_output& output) {
    Submission(program, document, offsets, output).submit(parse(line));
}

}  // namespace dateline::process
