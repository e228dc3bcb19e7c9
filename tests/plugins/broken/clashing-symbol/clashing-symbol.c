/* Exports a function of the same name as one of the C library's. */
#include "../broken.h"

DATELINE_EXPORT void error(int status, int number, const char *format, ...);
DATELINE_EXPORT void error(int status, int number, const char *format, ...) {
    (void)status;
    (void)number;
    (void)format;
}

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
