/* Frees the text that it is given. */
#include <stdlib.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    dateline_status status = mark_words(document, output);
    (void)instance;
    free((void *)document->text.data);
    return status;
}

BROKEN_EXTRACT(extract)
