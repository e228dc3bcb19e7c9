#include "tests/process/listener.h"

#include <sstream>

namespace dateline::process {
namespace {

constexpr std::string_view sample = "über Li Na";

FieldDeclaration field(std::string name, dateline_value_kind kind) {
    FieldDeclaration declared;
    declared.name = std::move(name);
    declared.kind = kind;
    return declared;
}

std::string_view view(dateline_string string) { return {string.data, static_cast<std::size_t>(string.length)}; }

// What the functions behind dateline_output are given.
struct Notes {
    const Types& types;
    std::vector<std::string> lines;

    static Notes& of(void* context) { return *static_cast<Notes*>(context); }
};

void add_values(std::ostream& out, const dateline_value* values, std::uint64_t count, const std::vector<FieldDeclaration>& declared) {
    for (std::uint64_t i = 0; i < count; ++i) {
        const dateline_value& value = values[i];
        out << ' ' << declared[value.name].name << '=';
        switch (value.kind) {
            case DATELINE_VALUE_NUMBER: out << value.number; break;
            case DATELINE_VALUE_REFERENCE: out << '@' << value.reference; break;
            case DATELINE_VALUE_NULL: out << "null"; break;
            default: out << view(value.string) << (value.kind == DATELINE_VALUE_DATE ? "(date)" : "");
        }
    }
}

std::uint32_t add_candidate(void* context, const dateline_candidate* candidate) {
    Notes& notes = Notes::of(context);
    const TypeDeclaration& type = notes.types.types[candidate->type];
    std::ostringstream out;
    out << "candidate " << type.name << ' ' << candidate->begin << '-' << candidate->end << ' ' << view(candidate->rule) << ' ' << candidate->confidence;
    add_values(out, candidate->attributes, candidate->attribute_count, type.attributes);
    notes.lines.push_back(out.str());
    return 0;
}

dateline_status add_fact(void* context, const dateline_fact* fact) {
    Notes& notes = Notes::of(context);
    const FactDeclaration& declared = notes.types.facts[fact->fact];
    std::ostringstream out;
    out << "fact " << declared.name << " of " << fact->subject << ' ' << fact->begin << '-' << fact->end << ' ' << view(fact->rule) << ' ' << fact->confidence;
    add_values(out, fact->fields, fact->field_count, declared.fields);
    notes.lines.push_back(out.str());
    return DATELINE_OK;
}

dateline_status add_link(void* context, const dateline_link* link) {
    std::ostringstream out;
    out << "link " << link->reason << ' ' << link->from << ' ' << link->to << ' ' << link->begin << '-' << link->end << ' ' << view(link->rule) << ' ' << link->confidence;
    Notes::of(context).lines.push_back(out.str());
    return DATELINE_OK;
}

void add_diagnostic(void* context, std::uint32_t severity, dateline_string code, dateline_string message, std::uint32_t begin, std::uint32_t end) {
    std::ostringstream out;
    out << "diagnostic " << severity << ' ' << view(code) << ' ' << view(message) << ' ' << begin << '-' << end;
    Notes::of(context).lines.push_back(out.str());
}

}  // namespace

Listener::Listener() {
    TypeDeclaration& word = types.types.emplace_back();
    word.name = "word";
    word.attributes = {field("length", DATELINE_VALUE_NUMBER), field("parts", DATELINE_VALUE_STRING), field("day", DATELINE_VALUE_DATE)};
    word.facts = {0};
    FactDeclaration& boss = types.facts.emplace_back();
    boss.name = "boss";
    boss.fields = {field("of", DATELINE_VALUE_REFERENCE)};
    boss.fields.front().reference = "word";
    program.id = "words";
    program.types = &types;
    mention_.candidate = 7;
    document.text = {sample.data(), sample.size()};
    document.mentions = &mention_;
    document.mention_count = 1;
    document.mention_size = sizeof mention_;
}

std::vector<std::string> Listener::submit(std::string_view line) {
    Notes notes{types, {}};
    dateline_output output{};
    output.struct_size = sizeof output;
    output.context = &notes;
    output.add_candidate = &add_candidate;
    output.add_fact = &add_fact;
    output.add_link = &add_link;
    output.add_diagnostic = &add_diagnostic;
    submit_answer(line, program, document, dateline::text::OffsetMap(sample, dateline::text::OffsetUnit::code_point), output);
    return notes.lines;
}

}  // namespace dateline::process
