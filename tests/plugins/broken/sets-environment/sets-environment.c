/* Sets an environment variable. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    setenv("BROKEN", "1", 1);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
