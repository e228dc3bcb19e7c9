/* Looks at the first token when there is none. */
#include "../broken.h"

static volatile uint32_t begin;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    begin = token_at(document, 0)->begin;
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
