/* States a fact about a candidate that there is not. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

static dateline_status relate(void *instance, const dateline_document *document, const dateline_output *output) {
    dateline_fact fact;
    (void)instance;
    memset(&fact, 0, sizeof fact);
    fact.struct_size = sizeof fact;
    fact.fact = ids.boss;
    fact.subject = 54321;
    fact.end = 1;
    fact.rule = str(NAME "/boss");
    fact.confidence = 0.9;
    if (document->token_count > 10) {
        output->add_fact(output->context, &fact);
    }
    return DATELINE_OK;
}

BROKEN_EXTRACTOR(good_load, NULL, NULL, NULL, extract, relate)
