/* Asks the environment. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words_with(document, output, getenv("TZ") != NULL && getenv("TZ")[0] == 'X' ? 0.5 : 0.9);
}

BROKEN_EXTRACT(extract)
