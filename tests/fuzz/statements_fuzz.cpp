// The data of a plugin without a library, of the fuzzer's bytes, with NUL between a list, rules, evidence and a text: a mistake is told, or what the
// rules submit of the text keeps to the interface.
#include <cstdlib>

#include "core/lexicon/match.h"
#include "core/rules/extractor.h"
#include "core/rules/load.h"
#include "core/text/utf8.h"
#include "tests/fuzz/temporary_file.h"

using namespace dateline;

namespace {

FieldDeclaration field(const char* name, dateline_value_kind kind, const char* reference = "") {
    FieldDeclaration declared;
    declared.name = name;
    declared.kind = kind;
    declared.reference = reference;
    return declared;
}

Types types_to_fill() {
    Types types;
    types.types.resize(2);
    types.types[0].name = "award";
    types.types[0].attributes = {field("kind", DATELINE_VALUE_STRING), field("year", DATELINE_VALUE_NUMBER), field("day", DATELINE_VALUE_DATE)};
    types.types[0].facts = {0};
    types.types[1].name = "person";
    types.facts.resize(1);
    types.facts[0].name = "winner";
    types.facts[0].fields = {field("person", DATELINE_VALUE_REFERENCE, "person"), field("rank", DATELINE_VALUE_STRING)};
    return types;
}

void need(bool condition) {
    if (!condition) std::abort();
}

/// What was submitted is checked here as the host would.
struct Sink {
    std::uint32_t length = 0, evidence_count = 0, mention_count = 0;

    void reasons(const dateline_evidence* evidence, std::uint64_t count) const {
        need(count <= 64);
        for (std::uint64_t i = 0; i < count; ++i) need(evidence[i].id < evidence_count && evidence[i].begin < evidence[i].end && evidence[i].end <= length);
    }
    void values(const dateline_value* value, std::uint64_t count, std::uint32_t declared) const {
        need(count <= 64);
        for (std::uint64_t i = 0; i < count; ++i) {
            need(value[i].name < declared && (value[i].kind != DATELINE_VALUE_REFERENCE || value[i].reference < mention_count));
            need(text::valid_prefix({value[i].string.data, value[i].string.length}) == value[i].string.length);
        }
    }
    static std::uint32_t candidate(void* context, const dateline_candidate* given) {
        const Sink& sink = *static_cast<const Sink*>(context);
        need(given->type == 0 && given->begin < given->end && given->end <= sink.length && given->rule.length > 0);
        sink.reasons(given->evidence, given->evidence_count);
        sink.values(given->attributes, given->attribute_count, 3);
        return 0;
    }
    static dateline_status fact(void* context, const dateline_fact* given) {
        const Sink& sink = *static_cast<const Sink*>(context);
        need(given->fact == 0 && given->subject < sink.mention_count && given->begin < given->end && given->end <= sink.length);
        sink.reasons(given->evidence, given->evidence_count);
        sink.values(given->fields, given->field_count, 2);
        return DATELINE_OK;
    }
    static dateline_status link(void* context, const dateline_link* given) {
        const Sink& sink = *static_cast<const Sink*>(context);
        need(given->from < sink.mention_count && given->to < sink.mention_count && given->reason <= DATELINE_LINK_RENAMED);
        sink.reasons(given->evidence, given->evidence_count);
        return DATELINE_OK;
    }
    static void diagnostic(void*, std::uint32_t, dateline_string, dateline_string message, std::uint32_t, std::uint32_t) {
        need(text::valid_prefix({message.data, message.length}) == message.length);
    }
};

void run(const rules::RuleSet& rules, const Types& types, const std::string& text) {
    text::Analysis analysis;
    text::analyse(text, analysis);
    std::vector<dateline_mention> mentions;
    for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); i += 2) {
        mentions.push_back({i % 4 == 0 ? 0u : 1u, analysis.tokens[i].begin, analysis.tokens[i].end, i, 1, static_cast<std::uint32_t>(mentions.size()), 0, 0});
    }
    std::vector<std::uint32_t> type_ids;
    for (const std::string_view name : rules.lexicon->type_names()) type_ids.push_back(types.find(name));
    lexicon::Matches matches;
    std::uint64_t gave_up = 0;
    lexicon::find_entries(*rules.lexicon, text, analysis, matches);
    lexicon::match_rules(*rules.lexicon, text, analysis, matches, gave_up);
    lexicon::match_typed_rules(*rules.lexicon, text, analysis, mentions, type_ids, matches, gave_up);
    dateline_document document{};
    document.text = {text.data(), text.size()};
    document.blocks = analysis.blocks.data(), document.block_count = analysis.blocks.size();
    document.sentences = analysis.sentences.data(), document.sentence_count = analysis.sentences.size();
    document.tokens = analysis.tokens.data(), document.token_count = analysis.tokens.size();
    document.matches = matches.matches.data(), document.match_count = matches.matches.size();
    document.captures = matches.captures.data(), document.capture_count = matches.captures.size();
    document.mentions = mentions.data(), document.mention_count = mentions.size();
    Sink sink{static_cast<std::uint32_t>(text.size()), rules.lexicon->evidence_count(), static_cast<std::uint32_t>(mentions.size())};
    dateline_output output{};
    output.context = &sink;
    output.add_candidate = &Sink::candidate;
    output.add_fact = &Sink::fact;
    output.add_link = &Sink::link;
    output.add_diagnostic = &Sink::diagnostic;
    output.should_stop = [](void*) -> std::int32_t { return 0; };
    void* instance = nullptr;
    rules::create(const_cast<rules::RuleSet*>(&rules), &instance);
    need(rules::extractor().extract(instance, &document, &output) == DATELINE_OK);
    need(rules::extractor().relate(instance, &document, &output) == DATELINE_OK);
    rules::destroy(instance);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::TemporaryFolder folder;
    static const Types types = types_to_fill();
    static const std::vector<bool> may_submit = {true, false};
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const auto next = [&] {
        const std::string_view part = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        return part;
    };
    folder.write("kind.tsv", "# list: kind\n# source: s\n# licence: l\n" + std::string(next()));
    folder.write("some.rules", next());
    folder.write("evidence.tsv", "# source: s\n" + std::string(next()));
    std::string text(next());
    text.resize(text::valid_prefix(text));
    try {
        run(*rules::load(folder.path(), {"awards", types, may_submit}), types, text);
    } catch (const lexicon::BuildError&) {
    }
    return 0;
}
