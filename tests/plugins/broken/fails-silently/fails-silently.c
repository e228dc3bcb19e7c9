/* Fails on capitals and does not say why. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (holds(document, "EASTPORT LOGISTICS", 18)) {
        return DATELINE_FAILED;
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
