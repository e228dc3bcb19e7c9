/* Looks at the text of the document before. */
#include "../broken.h"

static dateline_string before;
static volatile char last;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (before.length > 0) {
        last = before.data[before.length - 1];
    }
    before = document->text;
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
