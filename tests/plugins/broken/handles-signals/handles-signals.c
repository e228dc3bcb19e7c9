/* Handles a signal. */
#include <signal.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    signal(SIGUSR1, SIG_IGN);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
