/* Changes the working directory. */
#include <unistd.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (chdir("/tmp") != 0) {
        return DATELINE_FAILED;
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
