/* Allocates for each document and does not free. */
#include <stdlib.h>

#include "../broken.h"

static char *volatile kept;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    kept = malloc(100 + document->token_count);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
