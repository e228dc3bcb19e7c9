/* Has one instance for all workers. */
#include "../broken.h"

static int only;

static dateline_status create(void *shared, void **instance) {
    (void)shared;
    *instance = &only;
    return DATELINE_OK;
}

static void destroy(void *instance) { (void)instance; }

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(good_load, NULL, create, destroy, extract, NULL)
