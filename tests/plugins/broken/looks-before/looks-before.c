/* Looks at the token before the first one. */
#include "../broken.h"

static volatile uint32_t flags;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->token_count > 0) {
        flags = document->tokens[-1].flags;
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
