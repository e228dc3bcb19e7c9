/* Is as sure as its address says. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words_with(document, output, (double)((uintptr_t)&ids >> 12 & 63) / 64);
}

BROKEN_EXTRACT(extract)
