/* Submits more than its manifest says. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
