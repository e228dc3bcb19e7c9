/* Sets the locale. */
#include <locale.h>

#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    setlocale(LC_NUMERIC, "C.UTF-8");
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
