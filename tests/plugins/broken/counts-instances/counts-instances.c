/* Is less sure in each further instance. */
#include <stdlib.h>

#include "../broken.h"

static unsigned count;

static dateline_status create(void *shared, void **instance) {
    unsigned *own = malloc(sizeof *own);
    (void)shared;
    *own = count++ % 100;
    *instance = own;
    return DATELINE_OK;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    const unsigned *own = instance;
    return mark_words_with(document, output, 1.0 / (1 + *own));
}

BROKEN_EXTRACTOR(good_load, NULL, create, free, extract, NULL)
