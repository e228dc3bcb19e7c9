/// Submits the first token, then fails in the way that the text asks for. Raw C functions: nothing stops the exceptions here.
#include <stdexcept>
#include <string>
#include <string_view>

#include "dateline/plugin.hpp"

namespace {

struct State {
    std::uint32_t documents = 0;  // since it was made
    std::uint32_t handle = DATELINE_NONE;
};

std::uint32_t bomb, note, blast;

bool asks_for(const dateline_document* document, std::string_view words) {
    return dateline::view(document->text).find(words) != std::string_view::npos;
}

dateline_status do_what_is_asked(const dateline_document* document, const dateline_output* output, std::string_view where) {
    const std::string prefix(where);
    if (asks_for(document, prefix + " exception")) {
        throw std::runtime_error("the fuse was lit");
    }
    if (asks_for(document, prefix + " number")) {
        throw 42;
    }
    if (asks_for(document, prefix + " failure")) {
        output->set_error(output->context, dateline::borrow("the powder is wet"));
        return DATELINE_FAILED;
    }
    if (asks_for(document, prefix + " silent failure")) {
        return 77;
    }
    return asks_for(document, prefix + " stop") ? DATELINE_STOPPED : DATELINE_OK;
}

void add_note(std::uint32_t candidate, std::string_view text, const dateline_output* output) {
    const dateline_value value{note, DATELINE_VALUE_STRING, dateline::borrow(text), 0, DATELINE_NONE, 0};
    output->add_attribute(output->context, candidate, &value);
}

dateline_status load(const dateline_host* host, void**) {
    const dateline::Host names(*host);
    bomb = names.type("bomb");
    note = names.attribute(bomb, "note");
    blast = names.fact(bomb, "blast");
    return DATELINE_OK;
}

dateline_status create(void*, void** instance) {
    *instance = new State;
    return DATELINE_OK;
}

void destroy(void* instance) {
    delete static_cast<State*>(instance);
}

dateline_status extract(void* instance, const dateline_document* document, const dateline_output* output) {
    State& state = *static_cast<State*>(instance);
    ++state.documents;
    state.handle = DATELINE_NONE;
    if (document->token_count == 0) {
        return DATELINE_OK;
    }
    dateline::Output out(*output);
    const dateline_token& first = *document->tokens;
    state.handle = out.add(dateline::Candidate(bomb, first.begin, first.end, "thrower/first").confidence(0.9));
    add_note(state.handle, asks_for(document, "count") ? "document " + std::to_string(state.documents) : "extracted", output);
    out.set_published("2024-05-06", first.begin, first.end, "thrower/first");
    return do_what_is_asked(document, output, "extract");
}

dateline_status relate(void* instance, const dateline_document* document, const dateline_output* output) {
    const State& state = *static_cast<State*>(instance);
    if (state.handle == DATELINE_NONE) {
        return DATELINE_OK;
    }
    const dateline_token& first = *document->tokens;
    dateline::Output(*output).add(dateline::Fact(blast, state.handle, first.begin, first.end, "thrower/blast").confidence(0.9));
    add_note(state.handle, "related", output);
    return do_what_is_asked(document, output, "relate");
}

}  // namespace

extern "C" DATELINE_EXPORT const dateline_plugin* dateline_plugin_v1(void) {
    static const dateline_extractor extractor{sizeof extractor, 0, &extract, &relate};
    static const dateline_plugin plugin{sizeof plugin, DATELINE_INTERFACE_MINOR, dateline::borrow("thrower"), dateline::borrow("1.0.0"),
                                        &load, nullptr, &create, &destroy, &extractor, nullptr, nullptr};
    return &plugin;
}
