/* Opens a file when it is loaded and does not close it. */
#include <fcntl.h>

#include "../broken.h"

static dateline_status load(const dateline_host *host, void **shared) {
    return open("/dev/null", O_RDONLY) < 0 ? DATELINE_FAILED : good_load(host, shared);
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACTOR(load, NULL, NULL, NULL, extract, NULL)
