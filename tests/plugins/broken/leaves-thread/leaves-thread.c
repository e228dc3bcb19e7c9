/* Has a thread that does not end. */
#include <pthread.h>
#include <unistd.h>

#include "../broken.h"

static void *run(void *nothing) {
    for (;;) {
        pause();
    }
    return nothing;
}

static dateline_status load(const dateline_host *host, void **shared) {
    pthread_t thread;
    return pthread_create(&thread, NULL, run, NULL) == 0 ? good_load(host, shared) : DATELINE_FAILED;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(load, NULL, NULL, NULL, extract, NULL)
