/* Returns a number for a status: how many it has found. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    mark_words(document, output);
    return (dateline_status)document->token_count;
}

BROKEN_EXTRACT(extract)
