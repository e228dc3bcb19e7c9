/* Crashes when the program ends. */
#include <stdlib.h>

#include "../broken.h"

__attribute__((destructor)) static void crash(void) { abort(); }

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
