/* Prints to standard error. */
#include <stdio.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    fprintf(stderr, "%u tokens\n", (unsigned)document->token_count);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
