/* Does not look whether what it has looked up is there. */
#include "../broken.h"

static dateline_status load(const dateline_host *host, void **shared) {
    (void)shared;
    find_ids(host);
    return DATELINE_OK;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(load, NULL, NULL, NULL, extract, NULL)
