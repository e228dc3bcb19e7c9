/* Takes memory without end for characters of four bytes. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    while (holds(document, "\xF0\x9D\x93\x9C", 4)) {
        char *memory = malloc(1 << 20);
        if (memory != NULL) {
            memset(memory, 1, 1 << 20);
        }
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
