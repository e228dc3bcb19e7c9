/* Codes that stand after the word "@TYPE@". What they look like is in data/; this makes candidates of the rules' matches. */
#include <dateline/extractor.h>

/* What load() looks up, once: names of plugin.json, and of data/. All workers read it. */
struct ids {
    uint32_t type, code, number, after_word, word, digits;
};

static dateline_status load(const dateline_host *host, void **shared) {
    const uint32_t type = dateline_need_type(host, "@TYPE@");
    const struct ids ids = {type, dateline_need_attribute(host, type, "code"), dateline_need_attribute(host, type, "number"),
                            dateline_need_evidence(host, "after-word"), dateline_need_capture(host, "word"), dateline_need_capture(host, "digits")};
    return dateline_share(host, &ids, sizeof ids, shared);
}

static dateline_status extract(void *shared, const dateline_document *document, const dateline_output *output) {
    const struct ids *ids = shared;
    for (uint64_t i = 0; i < document->match_count; ++i) { /* of the rules in data/@NAME@.rules */
        const dateline_match *match = dateline_match_at(document, i);
        const dateline_capture *word = dateline_captured(document, match, ids->word), *digits = dateline_captured(document, match, ids->digits);
        if (word == NULL || digits == NULL) continue; /* what is optional in a rule may be missing */
        dateline_draft draft = dateline_begin_draft(ids->type, dateline_marked(document, match), "@NAME@/after-word");
        dateline_because(&draft, ids->after_word, dateline_words_of(document, word));
        dateline_with_string(&draft, ids->code, match->value);
        dateline_with_number(&draft, ids->number, dateline_number(digits->value));
        dateline_add(output, &draft);
    }
    return DATELINE_OK;
}

DATELINE_C_EXTRACTOR("@NAME@", "0.1.0", load, extract, NULL)
