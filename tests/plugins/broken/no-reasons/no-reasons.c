/* Gives neither evidence nor a confidence. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words_with(document, output, -1);
}

BROKEN_EXTRACT(extract)
