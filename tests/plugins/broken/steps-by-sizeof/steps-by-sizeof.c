/* Steps through tokens by the size that it knows. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    dateline_document mine = *document;
    (void)instance;
    mine.token_size = sizeof(dateline_token);
    return mark_words(&mine, output);
}

BROKEN_EXTRACT(extract)
