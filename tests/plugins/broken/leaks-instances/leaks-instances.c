/* Does not free its instances. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status create(void *shared, void **instance) {
    (void)shared;
    *instance = malloc(200);
    return DATELINE_OK;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(good_load, NULL, create, NULL, extract, NULL)
