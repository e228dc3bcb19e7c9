/* Finds nothing. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return document->token_count == 0xFFFFFFFFu ? mark_words(document, output) : DATELINE_OK;
}

BROKEN_EXTRACT(extract)
