/* Ends the program when it meets a character that stands for a broken one. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (holds(document, "\xEF\xBF\xBD", 3)) {
        exit(3);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
