/* Takes the text for a string that ends with NUL. */
#include "../broken.h"

static volatile size_t length;

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    (void)instance;
    if (document->text.length > 0) {
        length = strlen(document->text.data);
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
