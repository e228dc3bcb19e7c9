/* Submits candidates when all have been decided. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

static dateline_status relate(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(good_load, NULL, NULL, NULL, extract, relate)
