/* Waits for what never comes when there is a long line. */
#include <unistd.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    while (document->text.length == 100000) {
        pause();
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
