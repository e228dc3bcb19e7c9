/* Is less sure with each document that its instance has read. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status create(void *shared, void **instance) {
    (void)shared;
    *instance = calloc(1, sizeof(unsigned));
    return DATELINE_OK;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    unsigned *count = instance;
    return mark_words_with(document, output, 1.0 / (1 + (*count)++ % 100));
}

BROKEN_EXTRACTOR(good_load, NULL, create, free, extract, NULL)
