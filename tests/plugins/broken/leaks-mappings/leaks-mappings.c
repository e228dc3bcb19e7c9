/* Maps memory for each document and does not unmap it. */
#include <sys/mman.h>

#include "../broken.h"

static void *volatile kept;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    kept = mmap(NULL, 1 << 16, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
