/* Has a signal come in an hour. */
#include <unistd.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    alarm(3600);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
