/* Takes for granted in unload that there was a document. */
#include <stdlib.h>

#include "../broken.h"

static volatile char *buffer;

static void unload(void *shared) {
    (void)shared;
    buffer[0] = 0;
    free((void *)buffer);
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (buffer == NULL) {
        buffer = malloc(100);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(good_load, unload, NULL, NULL, extract, NULL)
