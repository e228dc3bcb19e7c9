/* Crashes on Chinese. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (holds(document, "\xE6\x9D\x8E", 3)) {
        abort();
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
