/* Starts another program. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status load(const dateline_host *host, void **shared) {
    return system("true") == 0 ? good_load(host, shared) : DATELINE_FAILED;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(load, NULL, NULL, NULL, extract, NULL)
