/* Sets the umask. */
#include <sys/stat.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    umask(077);
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
