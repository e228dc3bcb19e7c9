/* Writes to the text that it is given. */
#include "../broken.h"

static dateline_status extract(void *instance, const dateline_document *document, const dateline_output *output) {
    volatile char *text = (volatile char *)document->text.data;
    uint64_t i;
    (void)instance;
    for (i = 0; i < document->text.length; ++i) {
        text[i] = text[i];
    }
    return mark_words(document, output);
}

BROKEN_EXTRACT(extract)
