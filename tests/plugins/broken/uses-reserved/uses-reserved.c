/* Takes a reserved field for something. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words_with(document, output, document->reserved == 0 ? 0.9 : 0.5);
}

BROKEN_EXTRACT(extract)
