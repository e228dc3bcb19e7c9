/* Codes that stand after the word "@TYPE@". What they look like is in data/; this makes candidates of the rules' matches. */
#include <stdlib.h>
#include <string.h>

#include <dateline/plugin.h>

/* What load() looks up, once; all workers read it. */
struct ids {
    uint32_t type, code, after_word;
};

static dateline_string string(const char *text) { return (dateline_string){text, strlen(text)}; }

static dateline_status load(const dateline_host *host, void **shared) {
    struct ids *ids = malloc(sizeof *ids);
    if (ids == NULL) return DATELINE_FAILED;
    ids->type = host->find_type(host->context, string("@TYPE@"));               /* plugin.json */
    ids->code = host->find_attribute(host->context, ids->type, string("code"));
    ids->after_word = host->find_evidence(host->context, string("after-word")); /* data/evidence.tsv */
    *shared = ids;
    if (ids->type != DATELINE_NONE && ids->code != DATELINE_NONE && ids->after_word != DATELINE_NONE) return DATELINE_OK;
    free(ids);
    host->set_error(host->context, string("plugin.json or data/evidence.tsv lacks a name that load looks up"));
    return DATELINE_FAILED;
}

/* Arrays are stepped through by the size that comes with them: a later dateline's elements may be larger. */
static const dateline_token *token(const dateline_document *document, uint32_t index) {
    return (const void *)((const char *)document->tokens + index * document->token_size);
}

static const dateline_match *match(const dateline_document *document, uint64_t index) {
    return (const void *)((const char *)document->matches + index * document->match_size);
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    const struct ids *ids = instance;
    for (uint64_t i = 0; i < document->match_count; ++i) {
        const dateline_match *found = match(document, i); /* of a rule in data/@NAME@.rules */
        const dateline_token *word = token(document, found->outer_first), *last_of_word = token(document, found->first_token - 1);
        const dateline_token *first = token(document, found->first_token), *last = token(document, found->first_token + found->token_count - 1);
        const dateline_evidence reason = {ids->after_word, word->begin, last_of_word->end, DATELINE_NONE};
        const dateline_value code = {ids->code, DATELINE_VALUE_STRING, found->value, 0, DATELINE_NONE, 0};
        const dateline_candidate candidate = {sizeof candidate, ids->type, first->begin, last->end, string("@NAME@/after-word"),
                                              &reason, 1, sizeof reason, &code, 1, sizeof code, -1};
        output->add_candidate(output->context, &candidate);
    }
    return DATELINE_OK;
}

DATELINE_EXPORT const dateline_plugin *dateline_plugin_v1(void) {
    static const dateline_extractor extractor = {sizeof extractor, 0, extract, NULL};
    static const dateline_plugin plugin = {sizeof plugin, DATELINE_INTERFACE_MINOR, {"@NAME@", sizeof "@NAME@" - 1}, {"0.1.0", 5},
                                           load, free, NULL, NULL, &extractor, NULL, NULL};
    return &plugin;
}
